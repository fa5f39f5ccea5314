using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Meetings;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>Which pages of the diary are open: a week or a month, mine or somebody's or the team's.</summary>
/// <param name="On">Any day of the week or month; null: today.</param>
/// <param name="Whose">Number of a person, "team", or null for one's own.</param>
public sealed record DiaryPages(bool Month = false, DateOnly? On = null, string? Whose = null, string? Team = null)
{
    public const string Everybody = "team";

    public string Href => QueryHelpers.AddQueryString("/diary", new Dictionary<string, string?> { ["view"] = Month ? "month" : null, ["on"] = On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["whose"] = Whose, ["team"] = Team });

    public static DiaryPages From(string? view, string? on, string? whose, string? team) => new(view == "month",
        DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2100 ? day : null,
        whose is Everybody || (whose is { Length: > 0 and < 9 } && whose.All(char.IsAsciiDigit)) ? whose : null, team is { Length: 1 } ? team.ToUpperInvariant() : null);
}

/// <summary>One day of the diary.</summary>
/// <param name="Holiday">Name of the bank holiday.</param>
public sealed record DiaryDay(DateOnly Day, bool IsWorkingDay, string? Holiday, IReadOnlyList<DiaryItem> Items);

/// <summary>The open pages, as one person may see them.</summary>
/// <param name="Covered">Whom the reader covers today: their entries stand among the reader's own.</param>
public sealed record DiaryView(DiaryPages Pages, DateOnly First, DateOnly Last, IReadOnlyList<DiaryDay> Days, Team Team, IReadOnlyList<Team> Teams, IReadOnlyList<Person> People, IReadOnlyDictionary<PersonId, string> Covered, Occasion On)
{
    public DateOnly Day => Pages.On ?? On.Today;
    public string? Who(PersonId id) => People.FirstOrDefault(p => p.Id == id)?.Name;
}

/// <summary>Reads the diary, and what stands in the way of a meeting.</summary>
public sealed class DiaryQuery(DiaryEntries entries, Staff staff, Occasions occasions, IDbContextFactory<PortalDb> dbs)
{
    /// <summary>Most days that are read at a stretch: what the page of a month shows.</summary>
    public const int MostDays = 42;

    /// <returns>Null where the team or the person does not exist for the reader.</returns>
    public Task<DiaryView?> For(PersonId me, DiaryPages pages, CancellationToken ct = default) => Read(me, pages, on => Span(pages.On ?? on.Today, pages.Month), ct);

    /// <summary>Other days than those of a week or month, at most <see cref="MostDays"/>.</summary>
    public Task<DiaryView?> Between(PersonId me, DiaryPages pages, DateOnly first, DateOnly last, CancellationToken ct = default) => Read(me, pages, _ => (first, last), ct);

    async Task<DiaryView?> Read(PersonId me, DiaryPages pages, Func<Occasion, (DateOnly First, DateOnly Last)> span, CancellationToken ct)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        var teams = on.Book.Teams.All.Where(t => on.By.SeesTeam(t.Code)).ToList();
        if (teams.Find(t => t.Code == (pages.Team ?? on.By.Person.Team ?? teams[0].Code)) is not { } team) return null;
        var people = await staff.Of(team.Code, ct);
        var covered = on.By.Covered.ToDictionary(p => p.Holder, p => p.HolderName);
        var asked = Asked(pages, me, people, covered.Keys);
        if (asked is { Count: 0 }) return null;

        var (first, last) = span(on);
        var items = (await entries.Between(first, last, team.Code, asked, on, ct)).ToLookup(i => i.Day);
        var calendar = on.Days.EnglandAndWales;
        return new(pages, first, last, [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Select(day => new DiaryDay(day, calendar.CoversYear(day.Year) ? calendar.IsWorkingDay(day) : !WorkCalendar.IsWeekend(day), calendar.HolidayName(day), [.. items[day]]))],
            team, teams, people, pages.Whose is null ? covered : new Dictionary<PersonId, string>(), on);
    }

    /// <summary>What else these people have at that time: other meetings, and absences. It is said, and nothing is refused for it.</summary>
    /// <param name="except">Number of the meeting that is being changed.</param>
    public async Task<IReadOnlyList<string>> Clashes(string team, IReadOnlyList<Person> people, DateTimeOffset from, DateTimeOffset until, int? except, CancellationToken ct = default)
    {
        var day = London.Day(from);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var others = await db.Meetings.AsNoTracking().Where(m => m.Team == team && m.CancelledAt == null && m.At < until && m.Until > from && m.Id != except).OrderBy(m => m.At).ToListAsync(ct);
        return
        [
            .. from person in people
               from other in others.Where(m => m.With.Contains(person.Id))
               select $"{person.Name} is at another meeting then, {London.Words(TimeOnly.FromDateTime(London.WallClock(other.At).DateTime))} to {London.Words(TimeOnly.FromDateTime(London.WallClock(other.Until).DateTime))}",
            .. people.Where(p => p.AwayOn(day) is not null).Select(p => $"{p.Name} is away until {London.Words(p.AwayOn(day)!.To)}"),
        ];
    }

    /// <summary>A meeting of a team, as it can be changed; null where it does not exist for the reader.</summary>
    public async Task<Meeting?> Find(PersonId me, int id, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Meetings.AsNoTracking().Seen(db, on.By).FirstOrDefaultAsync(m => m.Id == id, ct) is { } meeting && on.By.SeesTeam(meeting.Team) ? meeting : null;
    }

    static IReadOnlyList<PersonId>? Asked(DiaryPages pages, PersonId me, IReadOnlyList<Person> people, IEnumerable<PersonId> covered) =>
        pages.Whose is DiaryPages.Everybody ? null
        : pages.Whose is null ? [me, .. covered]
        : [.. people.Where(p => $"{p.Id}" == pages.Whose).Select(p => p.Id)];

    static (DateOnly First, DateOnly Last) Span(DateOnly on, bool month)
    {
        if (!month) return (Monday(on), Monday(on).AddDays(6));
        var first = new DateOnly(on.Year, on.Month, 1);
        return (Monday(first), Monday(first.AddMonths(1).AddDays(-1)).AddDays(6));
    }

    static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

static class MeetingSight
{
    /// <summary>A meeting about a case is there for whoever sees the case.</summary>
    public static IQueryable<Meeting> Seen(this IQueryable<Meeting> meetings, PortalDb db, Actor actor)
    {
        // Tracked or not is for the asker to say: said in here, it would hold for the meetings too.
        var seen = db.Cases.SeenBy(actor);
        return meetings.Where(m => m.Case == null || seen.Any(c => c.Reference == m.Case));
    }
}
