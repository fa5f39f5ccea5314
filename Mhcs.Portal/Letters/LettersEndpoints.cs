using System.Security.Claims;
using Mhcs.Portal.Documents;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Letters;

public static class LettersEndpoints
{
    public static void AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<LettersQuery>();
        services.AddSingleton<LetterBatch>();
    }

    /// <summary>The letters of a batch as one ZIP. Each is on the record as handed out; what somebody may not see is not in it.</summary>
    public static void MapLetters(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/letters/batch.zip", async (string? documents, ClaimsPrincipal user, DocumentDesk desk, CancellationToken ct) =>
        {
            if (Me.Of(user) is not { } me) return Results.NotFound();
            List<ZipPart> parts = [];
            foreach (var id in (documents ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(LettersQuery.Most))
                if (await desk.Find(id, me.Id, ct) is var (document, path) && File.Exists(path)) parts.Add(ZipPart.Of(document.Name, path));
            return parts.Count == 0 ? Results.NotFound() : new ZipAnswer("letters-OFFICIAL-SENSITIVE.zip", parts);
        }).RequireAuthorization(Policies.Casework);
}
