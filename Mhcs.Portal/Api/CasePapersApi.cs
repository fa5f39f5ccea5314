using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;

namespace Mhcs.Portal.Api;

/// <summary>/cases/{reference}/papers and /notices: what goes out from a case, and who has been told.</summary>
static class CasePapersApi
{
    /// <param name="Again">Why the same letter goes out again within days.</param>
    /// <param name="DespiteDeath">Why it goes out though the patient has died.</param>
    public sealed record Issue(string? Again, string? DespiteDeath);
    /// <param name="How">By letter, by secure email, by telephone.</param>
    public sealed record Told(string? How, string? DespiteDeath);

    public static void MapCasePapers(this RouteGroupBuilder casework)
    {
        casework.MapPost("/cases/{reference}/papers/{number:int}/sign", async (string reference, int number, HttpContext http, CaseDesk desk) =>
            CaseActsApi.Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.SignPaper(number, on), http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Sign a warrant as it reads now");

        casework.MapPost("/cases/{reference}/papers/{number:int}/issue", async (string reference, int number, Body<Issue> body, HttpContext http, DocumentDesk documents) =>
            CaseActsApi.Done(http, await documents.Issue(Reply.Reference(reference), number, http.Me(), http.IfMatch(), body.Value.Again, body.Value.DespiteDeath, http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Issue a paper after its pre-flight");

        casework.MapPost("/cases/{reference}/notices/{number:int}/told", async (string reference, int number, Body<Told> body, HttpContext http, CaseDesk desk) =>
            CaseActsApi.Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => file.MarkSent(number, body.Value.How ?? "", on, body.Value.DespiteDeath), http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Record that somebody has been told");
    }
}
