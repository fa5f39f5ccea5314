using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Chasing;
using Mhcs.Portal.Documents;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/papers and /cases/{reference}/papers-from-others: what others owe us, and what becomes of it.</summary>
static class PapersApi
{
    public sealed record Item(string Reference, string Paper, string Label, string Source, string Standing, int Chases, DateTimeOffset WantedAt, DateTimeOffset? RequestedAt, DateOnly? ChaseOn, DateTimeOffset? OverdueAt, string Patient, string Type, IReadOnlyList<string> HoldsUp);
    public sealed record Page(IReadOnlyList<Item> Items, int Total, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number, int PageSize);
    public sealed record How(string? Text);
    /// <param name="DocumentId">A document on the case that the paper came as.</param>
    public sealed record Received(DateOnly? On, string? DocumentId);
    public sealed record Why(string? Text);
    public sealed record PaperOf(string? Reference, string? Paper);
    public sealed record Chase(IReadOnlyList<PaperOf?>? Papers);
    public sealed record Letter(string Reference, string Source, IReadOnlyList<string> Papers, string DocumentId);
    public sealed record Left(string Reference, string Paper, string Why);
    public sealed record Chased(IReadOnlyList<Letter> Letters, IReadOnlyList<Left> NotChased);

    public static void MapPapers(this RouteGroupBuilder casework)
    {
        casework.MapGet("/papers", async (HttpContext http, OwedQuery query) =>
        {
            var asked = http.Request.Query;
            var (page, size) = http.Paging();
            if (asked["source"].ToString() is { Length: > 0 } source && Sources.Find(source) is null) return Reply.Refuse(Problem.Malformed($"source must be one of {string.Join(", ", Sources.All.Select(s => s.Key))}"));
            if (asked["type"].ToString() is { Length: > 0 } type && AllCaseTypes.Find(type) is null) return Reply.Refuse(Problem.Malformed("type must be the key of a case type"));
            var filter = OwedFilter.From(key => asked[key]) with { Team = CaseFilters.Team(asked["team"]) };
            var found = await query.For(http.Me(), filter, page, size, http.RequestAborted) ?? throw new ApiFault(Problem.NotEntitled("Your role sees no cases"));
            return Reply.Ok(new Page([.. (found.Page == page ? found.Rows : []).Select(Of)], found.Total, page, size));
        }).Produces<Page>().WithSummary("Papers that others owe us: view (all, toAsk, late, told), team, source, type, page, pageSize").Listing("view", "team", "source", "type", "page", "pageSize");

        casework.MapPost("/papers/chases", async (Body<Chase> body, HttpContext http, ChaseDesk desk) =>
        {
            if (body.Value.Papers is not { Count: >= 1 and <= ChaseDesk.Most } given) return Reply.Refuse(Problem.Malformed($"Give 1 to {ChaseDesk.Most} papers, each with reference and paper"));
            var papers = given.Select(p => new OwedPaper(Reply.Reference(p?.Reference ?? ""), p?.Paper ?? "")).ToList();
            var report = await desk.Chase(http.Me(), papers, http.RequestAborted);
            return Reply.Ok(new Chased([.. report.Letters.Select(l => new Letter(l.Reference.Value, l.Source, l.Papers, l.DocumentId))], [.. report.Left.Select(l => new Left(l.Paper.Reference.Value, l.Paper.Paper, l.Why))]));
        }).Produces<Chased>().WithSummary("Ask for or chase many papers, at most 100: one letter a case and source, each on its case");

        Act<How>(casework, "request", (file, paper, given, on) => file.RequestPaper(paper, given.Text ?? "", on), "Record that a paper was asked for");
        Act<How>(casework, "chase", (file, paper, given, on) => file.ChasePaper(paper, given.Text ?? "", on), "Record that a paper was chased");
        casework.MapPost("/cases/{reference}/papers-from-others/{paper}/receive", async (string reference, string paper, Body<Received> body, HttpContext http, DocumentDesk documents, Occasions occasions) =>
            CaseActsApi.Done(http, await documents.Receive(Reply.Reference(reference), http.Me(), paper, body.Value.On ?? London.Day(occasions.Now), body.Value.DocumentId, http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary("Record that a paper has come");
        Act<Why>(casework, "give-up", (file, paper, given, on) => file.GiveUpPaper(paper, given.Text ?? "", on), "Record that a paper can’t be had");
        Act<Why>(casework, "take-back", (file, paper, given, on) => file.TakeBackPaper(paper, given.Text ?? "", on), "Take back a receipt that was recorded by mistake");
    }

    static void Act<T>(RouteGroupBuilder casework, string act, Func<CaseFile, string, T, Occasion, IReadOnlyList<CaseEvent>> work, string summary) where T : class =>
        casework.MapPost($"/cases/{{reference}}/papers-from-others/{{paper}}/{act}", async (string reference, string paper, Body<T> body, HttpContext http, CaseDesk desk) =>
            CaseActsApi.Done(http, await desk.Work(Reply.Reference(reference), http.Me(), (file, on) => work(file, paper, body.Value, on), http.IfMatch(), http.RequestAborted)))
            .Produces<CaseActsApi.DoneAnswer>().WithSummary(summary);

    static Item Of(OwedRow r) => new(r.Key.Reference.Value, r.Key.Paper, r.Label, r.Source, r.Standing.ToString(), r.Chases, r.WantedAt, r.RequestedAt, r.ChaseOn, r.OverdueAt, r.Patient, r.TypeKey, r.HoldsUpNow);
}
