using Mhcs.Domain.Engagement;
using Mhcs.Domain.People;
using Mhcs.Portal.Engagement;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/events: visits, open days and training, through their desk.</summary>
static class EventsApi
{
    /// <summary>Which events a list holds.</summary>
    public enum When { Ahead, Past }

    /// <param name="Came">How many came; null until the event was held.</param>
    /// <param name="Mark">Mean of the marks, from 1 to 5.</param>
    public sealed record Item(int Id, int Version, TeamEventKind Kind, string Title, string? Team, int? Entry, string Where, DateOnly On, string? Organiser, int Expected, int? Came, double? Mark, DateTimeOffset? HeldAt, DateTimeOffset? CancelledAt);
    public sealed record Page(IReadOnlyList<Item> Items, int Total, [property: System.Text.Json.Serialization.JsonPropertyName("page")] int Number, int PageSize);
    /// <param name="Number">By which the attendance names them.</param>
    /// <param name="UserName">Null for people outside.</param>
    public sealed record Attending(int Number, string Name, string? UserName, bool? Came);
    public sealed record Said(string From, int Mark, string? Words, string? RecordedBy, DateTimeOffset At);
    public sealed record Event(int Id, int Version, TeamEventKind Kind, string Title, string? Team, int? Entry, string Where, DateOnly On, string? Organiser, IReadOnlyList<Attending> Attendees, string? Report, IReadOnlyList<Said> Feedback,
        DateTimeOffset? HeldAt, DateTimeOffset? CancelledAt, bool MayRun) : IVersioned;
    /// <param name="Entry">The place, by its number in the directory.</param>
    /// <param name="Staff">User names of those of us who are expected.</param>
    /// <param name="Others">People from outside, by name.</param>
    public sealed record NewEvent(TeamEventKind? Kind, string? Title, int? Entry, string? Where, DateOnly? On, IReadOnlyList<string?>? Staff, IReadOnlyList<string?>? Others);
    /// <param name="Came">Numbers of attendees.</param>
    public sealed record Attendance(IReadOnlyList<int>? Came, string? Report);
    public sealed record NewFeedback(string? From, int? Mark, string? Words);

    public static void MapEvents(this RouteGroupBuilder casework)
    {
        casework.MapGet("/events", async (HttpContext http, EngagementQuery query, Staff staff) =>
        {
            var (asked, (page, size)) = (http.Request.Query, http.Paging());
            var found = await query.Events(http.Me(), QueryParameters.Word(asked["when"], When.Ahead, "when") == When.Past, page, size, QueryParameters.Entry(asked["entry"]), http.RequestAborted)
                ?? throw new ApiFault(Problem.NotEntitled("Visits and training are planned by those who do casework"));
            var people = await staff.Everyone(http.RequestAborted);
            return Reply.Ok(new Page([.. (found.Page == page ? found.Rows : []).Select(r => Of(r.Event, people))], found.Total, page, size));
        }).Produces<Page>().WithSummary("Visits, open days and training: when (ahead, past), entry (number in the directory), page, pageSize").Listing("when", "entry", "page", "pageSize");

        casework.MapGet("/events/{id:int}", async (int id, HttpContext http, EngagementQuery query, Staff staff) => Reply.Read(http, await Read(http, query, staff, id))).Produces<Event>().WithSummary("One event with who is expected or came, and what they said of it");

        casework.MapPost("/events", async (Body<NewEvent> body, HttpContext http, EngagementDesk desk, EngagementQuery query, Staff staff) =>
        {
            var (e, expected) = (body.Value, await staff.Named(body.Value.Staff, "staff"));
            return await Reply.Made(http, await desk.Plan(new(e.Kind, e.Title, e.Where, e.On, [], string.Join('\n', e.Others ?? [])), e.Entry, [.. expected.Select(p => p.Id)], http.Me(), http.RequestAborted), id => Read(http, query, staff, id), id => $"/events/{id}");
        }).Produces<Event>(201).WithSummary("Plan a visit, an open day or a training");

        casework.MapPost("/events/{id:int}/attendance", async (int id, Body<Attendance> body, HttpContext http, EngagementDesk desk, EngagementQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.Hold(id, (body.Value.Came ?? []).ToHashSet(), body.Value.Report, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Event>().WithSummary("Record who came and what came of it, from the day of the event on");

        casework.MapPost("/events/{id:int}/feedback", async (int id, Body<NewFeedback> body, HttpContext http, EngagementDesk desk, EngagementQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.AddFeedback(id, body.Value.From, body.Value.Mark, body.Value.Words, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Event>().WithSummary("Add what somebody said of an event that was held, with a mark from 1 to 5");

        casework.MapPost("/events/{id:int}/cancel", async (int id, HttpContext http, EngagementDesk desk, EngagementQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.Cancel(id, http.Me(), http.IfMatch(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Event>().WithSummary("Cancel an event that was not held");
    }

    static Item Of(TeamEvent e, IReadOnlyDictionary<PersonId, Person> people) => new(e.Id, e.Version, e.Kind, e.Title, e.Team, e.EntryId, e.Where, e.On, people.UserName(e.OrganisedBy), e.Attendees.Count,
        e.HeldAt is null ? null : e.Attendees.Count(a => a.Came == true), e.Feedback.Count == 0 ? null : Math.Round(e.Feedback.Average(f => f.Mark), 1), e.HeldAt, e.CancelledAt);

    static async Task<Event?> Read(HttpContext http, EngagementQuery query, Staff staff, int id)
    {
        if (await query.Event(http.Me(), id, http.RequestAborted) is not { Event: var e } view) return null;
        var people = await staff.Everyone(http.RequestAborted);
        return new(e.Id, e.Version, e.Kind, e.Title, e.Team, e.EntryId, e.Where, e.On, people.UserName(e.OrganisedBy), [.. e.Attendees.Select((a, n) => new Attending(n, a.Name, people.UserName(a.Person), a.Came))], e.Report,
            [.. e.Feedback.Select(f => new Said(f.From, f.Mark, f.Words, people.UserName(f.RecordedBy), f.At))], e.HeldAt, e.CancelledAt, view.MayRun);
    }
}
