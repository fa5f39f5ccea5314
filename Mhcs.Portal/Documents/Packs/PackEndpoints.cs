using System.Security.Claims;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Documents.Packs;

static class PackEndpoints
{
    /// <summary>The pack of a case as a file to keep. Missing and hidden are the same.</summary>
    public static void MapPacks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/cases/{reference}/pack.docx", async (string reference, ClaimsPrincipal user, CasePack packs, CancellationToken ct) =>
            Me.Of(user) is { } me && await packs.Word(reference, me.Id, ct) is var (name, bytes) ? Results.File(bytes, PaperDocx.ContentType, name) : Results.NotFound()).RequireAuthorization(Policies.Casework);

        endpoints.MapGet("/cases/{reference}/pack.zip", async (string reference, ClaimsPrincipal user, CasePack packs, CancellationToken ct) =>
        {
            if (Me.Of(user) is not { } me || await packs.Contents(reference, me.Id, ct) is not { } contents) return Results.NotFound();
            if (contents.TooLarge is { } why) return Results.Text(why, statusCode: StatusCodes.Status413PayloadTooLarge);
            return await packs.Zip(reference, me.Id, ct) is { } zip ? zip : Results.NotFound();
        }).RequireAuthorization(Policies.Casework);
    }
}
