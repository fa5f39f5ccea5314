using System.Globalization;
using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Diary;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/people/{userName}/diary.ics: a person's dates for their calendar. References only, no names of patients. Whoever covers somebody today has theirs too, for the days of the cover.</summary>
static class DiaryApi
{
    const int Most = 2000;
    /// <summary>A calendar outside shows neither our pages nor their marking, so each entry carries its own.</summary>
    const string Marking = Documents.DocxParts.Marking;
    /// <summary>Days back and ahead that a calendar is given.</summary>
    const int Back = 366, Ahead = 731;

    public static void MapDiary(this RouteGroupBuilder api) => api.MapGet("/people/{userName}/diary.ics", async (string userName, HttpContext http, Staff staff, Occasions occasions, DiaryEntries entries) =>
    {
        if (await occasions.For(http.Me(), http.RequestAborted) is not { } now) return Reply.Refuse(Problem.NotFound);
        // One's own, or that of somebody whose line one leads; anybody else is not found, as nobody is.
        if (await staff.Find(userName, http.RequestAborted) is not { } person || !(person.Id == now.By.Id || Leads(now.By, person))) return Reply.Refuse(Problem.NotFound);
        // A person above the teams has none of their own: theirs are the entries of each.
        var today = now.Today;
        List<DiaryItem> items = [];
        foreach (var team in now.Book.Teams.All.Where(t => now.By.SeesTeam(t.Code) && (person.Team is null || person.Team == t.Code)))
            items.AddRange(await entries.Between(today.AddDays(-Back), today.AddDays(Ahead), team.Code, [person.Id], now, http.RequestAborted));
        foreach (var cover in await staff.CoversBy(person.Id, http.RequestAborted)) items.AddRange(await Covered(cover, now, staff, entries, http.RequestAborted));
        return Results.Text(Calendar(person, [.. items.DistinctBy(i => i.Key).Take(Most)], now.At), "text/calendar", Encoding.UTF8);
    }).Produces(200, contentType: "text/calendar").WithSummary("A person's dates as iCalendar");

    /// <summary>What those have on the days of a cover whom this person covers, and for whom it is.</summary>
    static async Task<IEnumerable<DiaryItem>> Covered(Cover cover, Occasion now, Staff staff, DiaryEntries entries, CancellationToken ct)
    {
        if (await staff.Find(cover.For, ct) is not { } away) return [];
        List<DiaryItem> items = [];
        foreach (var team in now.Book.Teams.All.Where(t => now.By.SeesTeam(t.Code) && (away.Team is null || away.Team == t.Code)))
            items.AddRange(await entries.Between(cover.From, cover.To, team.Code, [away.Id], now, ct));
        return items.Where(i => i.Kind != DiaryKind.Absence).Select(i => i with { Title = $"{i.Title} (for {away.Name})", Outside = i.Outside is { } outside ? $"{outside} (for {away.Name})" : null });
    }

    static bool Leads(Actor actor, Person person) => actor.Posts.Any(p => p.Grade == Grade.HeadOfSection || (p.Grade.LeadsPeople && person.Team is not null && p.Team == person.Team));

    static string Calendar(Person person, IReadOnlyList<DiaryItem> items, DateTimeOffset made) => string.Concat(new[]
    {
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mhcs.Portal//Diary//EN", "METHOD:PUBLISH", $"X-WR-CALNAME:{Text($"{Marking}: casework dates, {person.Name}")}",
    }.Concat(items.SelectMany(i => new[] { "BEGIN:VEVENT", $"UID:{i.Key}@mhcs.portal", $"DTSTAMP:{Utc(made)}" }.Concat(When(i)).Concat(new[]
    {
        $"SUMMARY:{Text(i.Outside ?? i.Title)}", $"DESCRIPTION:{Text($"{Marking}. {(i.Outside is null ? i.More ?? i.Kind.One : i.Kind.One)}")}", i.IsCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED", "CLASS:CONFIDENTIAL", i.At is null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE", "END:VEVENT",
    }))).Append("END:VCALENDAR").Select(Folded));

    static IEnumerable<string> When(DiaryItem item) => item is { At: { } from, Until: { } until }
        ? [$"DTSTART:{Utc(from)}", $"DTEND:{Utc(until)}"]
        : [$"DTSTART;VALUE=DATE:{item.Day:yyyyMMdd}", $"DTEND;VALUE=DATE:{item.Day.AddDays(1):yyyyMMdd}"];

    static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    static string Text(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // RFC 5545: at most 75 octets a line, and a character is never cut in two.
    static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75) { folded.Append("\r\n "); octets = 1; }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }
}
