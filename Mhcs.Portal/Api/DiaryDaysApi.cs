using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Diary;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/diary: one's own days, a colleague's or the team's, as the page shows them.</summary>
static class DiaryDaysApi
{
    /// <param name="Kind">Hearing, Meeting, Engagement, Leave, Brought forward, Task, Date, Away.</param>
    /// <param name="At">When it begins; null: some time that day.</param>
    /// <param name="More">Where, the type of case, the last day.</param>
    /// <param name="Meeting">Its number in /meetings, where it is one.</param>
    /// <param name="Href">The page behind it.</param>
    /// <param name="Whose">User names.</param>
    public sealed record Entry(string Key, string Kind, string Title, DateTimeOffset? At, DateTimeOffset? Until, string? Patient, string? More, DateTimeOffset? OverdueAt, bool Cancelled, int? Meeting, string? Href, IReadOnlyList<string> Whose);
    public sealed record Day(DateOnly On, bool WorkingDay, string? Holiday, IReadOnlyList<Entry> Entries);
    public sealed record Answer(string Team, DateOnly From, DateOnly To, IReadOnlyList<Day> Days);

    public static void MapDiaryDays(this RouteGroupBuilder casework) => casework.MapGet("/diary", async (HttpContext http, DiaryQuery query, Staff staff, Occasions occasions) =>
    {
        var asked = http.Request.Query;
        var from = asked["from"].ToString() is { Length: > 0 } first ? Reply.Day(first, "from") : London.Day(occasions.Now);
        var to = asked["to"].ToString() is { Length: > 0 } last ? Reply.Day(last, "to") : from.AddDays(6);
        if (to < from || to > from.AddDays(DiaryQuery.MostDays - 1)) return Reply.Refuse(Problem.Malformed($"to must be from on, or at most {DiaryQuery.MostDays - 1} days after it"));
        if (await Pages(asked["whose"], CaseFilters.Team(asked["team"]), staff) is not { } pages || await query.Between(http.Me(), pages, from, to, http.RequestAborted) is not { } view) return Reply.Refuse(Problem.NotFound);
        var people = await staff.Everyone(http.RequestAborted);
        return Reply.Ok(new Answer(view.Team.Code, view.First, view.Last, [.. view.Days.Select(d => new Day(d.Day, d.IsWorkingDay, d.Holiday,
            [.. d.Items.Select(i => new Entry(i.Key, i.Kind.One, i.Title, i.At, i.Until, i.Patient, i.More, i.OverdueAt, i.IsCancelled, i.Meeting, i.Href, [.. i.Whose.Select(id => people.UserName(id)).OfType<string>()]))]))]));
    }).Produces<Answer>().WithSummary("Hearings, meetings, engagements, leave, tasks and dates: whose (me, team, or a user name), team, from and to (a week from today by default, 42 days at most)").Listing("whose", "team", "from", "to");

    static async Task<DiaryPages?> Pages(string? whose, string? team, Staff staff) => whose switch
    {
        null or "" or "me" => new(Team: team),
        DiaryPages.Everybody => new(Whose: whose, Team: team),
        _ => await staff.Find(whose) is { } person ? new(Whose: $"{person.Id}", Team: team ?? person.Team) : null,
    };
}
