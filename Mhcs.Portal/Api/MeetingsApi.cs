using Mhcs.Domain.Cases;
using Mhcs.Domain.Meetings;
using Mhcs.Domain.People;
using Mhcs.Portal.Diary;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/meetings: what is put into a team's diary by hand, through its desk.</summary>
static class MeetingsApi
{
    /// <param name="With">User names.</param>
    /// <param name="Clashes">What else these people have then, in sentences; nothing is refused for it.</param>
    public sealed record Answer(int Id, int Version, string Team, string Kind, string What, string? Where, DateTimeOffset At, DateTimeOffset Until, string? Case, IReadOnlyList<string> With, string? RecordedBy, DateTimeOffset? CancelledAt, string? Why, IReadOnlyList<string> Clashes) : IVersioned;
    /// <param name="Team">In whose diary; the caller's own where left out. It never changes.</param>
    /// <param name="What">It goes into calendars: no patient is named here.</param>
    /// <param name="Minutes">How long it lasts.</param>
    /// <param name="With">User names of those of the team who are there.</param>
    /// <param name="Case">Reference of the case it is about; only those who see the case then see the meeting.</param>
    public sealed record Given(string? Team, string? Kind, string? What, string? Where, string? At, int? Minutes, IReadOnlyList<string?>? With, string? Case);
    public sealed record Cancelled(string? Why);

    public static void MapMeetings(this RouteGroupBuilder casework)
    {
        casework.MapGet("/meetings/{id:int}", async (int id, HttpContext http, DiaryQuery query, Staff staff) => Reply.Read(http, await Read(http, query, staff, id))).Produces<Answer>().WithSummary("One meeting");

        casework.MapPost("/meetings", async (Body<Given> body, HttpContext http, MeetingDesk desk, DiaryQuery query, Staff staff) =>
        {
            if ((CaseFilters.Team(body.Value.Team) ?? (await staff.Find(http.Me(), http.RequestAborted))?.Team) is not { } team) return Reply.Refuse(Problem.Refused([new("missing", "Say in which team’s diary: A, B or C", "team")]));
            return await Reply.Made(http, await desk.Record(team, await Details(body.Value, staff), http.Me(), http.RequestAborted), id => Read(http, query, staff, id), id => $"/meetings/{id}");
        }).Produces<Answer>(201).WithSummary("Put a meeting into a team’s diary");

        casework.MapPut("/meetings/{id:int}", async (int id, Body<Given> body, HttpContext http, MeetingDesk desk, DiaryQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.Change(id, http.IfMatch(), await Details(body.Value, staff), http.Me(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Answer>().WithSummary("Change or move a meeting: every field as it is to be");

        casework.MapPost("/meetings/{id:int}/cancel", async (int id, Body<Cancelled> body, HttpContext http, MeetingDesk desk, DiaryQuery query, Staff staff) =>
            await Reply.Changed(http, await desk.Cancel(id, http.IfMatch(), body.Value.Why, http.Me(), http.RequestAborted), () => Read(http, query, staff, id)))
            .Produces<Answer>().WithSummary("Say that a meeting does not take place; it stays in the diary");
    }

    static async Task<MeetingDetails> Details(Given m, Staff staff) =>
        new(m.Kind, m.What, m.Where, m.At is { Length: > 0 } ? Reply.Instant(m.At, "at") : null, m.Minutes, await staff.Named(m.With, "with"), About(m.Case));

    static CaseReference? About(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : CaseReference.TryParse(typed, null, out var reference) ? reference : throw new ApiFault(Problem.Refused([new("invalid", "The reference must be such as R-1042", "case")]));

    static async Task<Answer?> Read(HttpContext http, DiaryQuery query, Staff staff, int id)
    {
        if (await query.Find(http.Me(), id, http.RequestAborted) is not { } m) return null;
        var people = await staff.Everyone(http.RequestAborted);
        List<Person> with = [.. m.With.Select(p => people.GetValueOrDefault(p)).OfType<Person>()];
        var clashes = m.CancelledAt is null ? await query.Clashes(m.Team, with, m.At, m.Until, m.Id, http.RequestAborted) : [];
        return new(m.Id, m.Version, m.Team, m.Kind, m.What, m.Where, m.At, m.Until, m.Case?.Value, [.. with.Select(p => p.UserName)], people.UserName(m.RecordedBy), m.CancelledAt, m.CancelledBecause, clashes);
    }
}
