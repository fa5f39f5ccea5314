using System.Security.Claims;
using Mhcs.Portal.Documents;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Folders;

public static class FolderEndpoints
{
    public static void AddFolders(this IServiceCollection services)
    {
        services.AddSingleton<DailyFolderQuery>();
        services.AddSingleton<FolderDesk>();
    }

    /// <summary>The daily folder as a file to keep; for whoever has none it isn't there.</summary>
    public static void MapFolders(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/folder/today.docx", async (ClaimsPrincipal user, FolderDesk desk, CancellationToken ct) =>
            Me.Of(user) is { } me && await desk.Word(me.Id, ct) is var (name, bytes) ? Results.File(bytes, PaperDocx.ContentType, name) : Results.NotFound()).RequireAuthorization(Policies.Casework);
        endpoints.MapGet("/folder/today.zip", async (ClaimsPrincipal user, FolderDesk desk, CancellationToken ct) =>
            Me.Of(user) is { } me && await desk.Zip(me.Id, ct) is { } zip ? zip : Results.NotFound()).RequireAuthorization(Policies.Casework);
    }
}
