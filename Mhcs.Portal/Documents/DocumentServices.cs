using System.Security.Claims;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents.Packs;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Documents;

public static class DocumentServices
{
    /// <summary>The page of a case, its documents and its papers.</summary>
    public static void AddCasework(this IServiceCollection services)
    {
        services.AddSingleton<CaseReads>();
        services.AddSingleton<CaseQuery>();
        services.AddSingleton<Cases.Diagram.StateDiagrams>();
        services.AddSingleton<OwnerQuery>();
        services.AddSingleton<DecidingCases>();
        services.AddSingleton<DecisionsQuery>();
        services.AddSingleton<PatientChoice>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<DocumentDesk>();
        services.AddSingleton<CasePack>();
    }

    /// <summary>Hands out stored documents: as files to keep, and what a browser can show of them, fenced in.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPacks();
        endpoints.MapGet("/documents/{id:length(32)}", async (string id, ClaimsPrincipal user, DocumentDesk documents, CancellationToken ct) =>
            Me.Of(user) is { } me && await documents.Find(id, me.Id, ct) is var (document, path) && File.Exists(path)
                ? Results.File(path, document.ContentType, document.Name, document.At)
                : Results.NotFound()).RequireAuthorization();

        endpoints.MapGet("/documents/{id:length(32)}/shown", async (string id, ClaimsPrincipal user, HttpContext http, DocumentDesk documents, CancellationToken ct) =>
        {
            if (Me.Of(user) is not { } me || await documents.Find(id, me.Id, ct) is not var (document, path) || !File.Exists(path) || Preview.Of(document) is not { } preview) return Results.NotFound();
            preview.Guard(http.Response.Headers, document.Name);
            return Results.File(path, preview.ContentType);
        }).RequireAuthorization();
    }
}
