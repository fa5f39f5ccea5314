using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/cases: lists and search, the same query as the page.</summary>
static class CaseListApi
{
    /// <param name="Due">The next day to work to.</param>
    public sealed record Item(string Reference, int Version, string Type, string State, string StateLabel, string Team, string? PatientNumber, string? Patient, string Title, string? Assignee, string? AssigneeName,
        DateOnly? Due, DateTimeOffset? OverdueAt, string? DueName, string Standing, bool HighProfile, bool VictimScheme, bool Restricted, DateOnly ReceivedOn, DateTimeOffset? ClosedAt);
    public sealed record Page(IReadOnlyList<Item> Items, int Total, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number, int PageSize);
    public sealed record Search(string? Query, int? Page, int? PageSize, string? Shown);

    public static void MapCaseList(this RouteGroupBuilder cases)
    {
        cases.MapGet("/cases", async (HttpContext http, CaseListQuery query, Staff staff) =>
        {
            var read = await CaseFilters.Read(http, staff);
            var (page, size) = http.Paging();
            return Reply.Ok(await List(http, query, staff, read.Filter, read.Order, page, size));
        }).Produces<Page>().WithSummary("Cases that the caller may see: team, type, state, assignee, standing (overdue, dueSoon, onTrack), unassigned, flag, age, shown (open, closed, all), sort, page, pageSize")
            .Listing("team", "type", "state", "assignee", "standing", "unassigned", "flag", "age", "shown", "sort", "page", "pageSize");

        cases.MapPost("/cases/search", async (Body<Search> body, HttpContext http, CaseListQuery query, Staff staff) =>
        {
            var (words, (page, size)) = (QueryParameters.Sought(body.Value.Query), QueryParameters.Paging(body.Value.Page, body.Value.PageSize));
            return Reply.Ok(await List(http, query, staff, new CaseFilter { Words = words, Shown = CasesShown.All }, new(), page, size));
        }).Produces<Page>().WithSummary("Search by reference, patient name or number, PPUD reference, hospital, or text of notes");
    }

    static async Task<Page> List(HttpContext http, CaseListQuery query, Staff staff, CaseFilter filter, CaseOrder order, int page, int size)
    {
        var found = await query.For(http.Me(), filter, order, page, size, http.RequestAborted) ?? throw new ApiFault(Problem.NotEntitled("Your role sees no cases"));
        var people = await staff.Everyone(http.RequestAborted);
        // Past the end there is nothing; a person's page would show the last one instead.
        var rows = found.Page == page ? found.Rows : [];
        return new([.. rows.Select(r => Of(r, r.AssigneeId is { } id ? people.GetValueOrDefault(id)?.UserName : null, found.At))], found.Total, page, size);
    }

    static Item Of(CaseRow r, string? assignee, DateTimeOffset now) => new(r.Reference.Value, r.Version, r.TypeKey, r.StateCode, r.State, r.Team, r.PatientNumber, r.PatientNumber is null ? null : r.Patient, r.Patient, assignee, r.Owner,
        r.NextDueOn, r.NextOverdueAt, r.NextName, StandingOf(r, now), r.HighProfile, r.VictimScheme, r.Restricted, r.ReceivedOn, r.ClosedAt);

    static string StandingOf(CaseRow r, DateTimeOffset now) => r.ClosedAt is not null ? "closed"
        : r.NextDueOn is not { } due || r.NextOverdueAt is not { } overdue ? "onTrack"
        : Deadline.StandingOf(due, overdue, now) switch { Standing.Overdue => "overdue", Standing.DueToday or Standing.DueTomorrow or Standing.DueThisWeek => "dueSoon", _ => "onTrack" };
}
