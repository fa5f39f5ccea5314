using System.Globalization;
using System.Text;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Api;

/// <summary>/people/{userName}/diary.ics: a person's dates for their calendar. References only, no names of patients.</summary>
static class DiaryApi
{
    const int Most = 2000;

    public static void MapDiary(this RouteGroupBuilder api) => api.MapGet("/people/{userName}/diary.ics", async (string userName, HttpContext http, Staff staff, Occasions occasions, IDbContextFactory<PortalDb> dbs) =>
    {
        if (await occasions.For(http.Me(), http.RequestAborted) is not { } now) return Reply.Refuse(Problem.NotFound);
        // One's own, or that of somebody whose line one leads; anybody else is not found, as nobody is.
        if (await staff.Find(userName, http.RequestAborted) is not { } person || !(person.Id == now.By.Id || Leads(now.By, person))) return Reply.Refuse(Problem.NotFound);
        await using var db = await dbs.CreateDbContextAsync(http.RequestAborted);
        PersonId? id = person.Id;
        var dates = await (from c in db.Cases.AsNoTracking().SeenBy(now.By)
                           where c.AssigneeId == id && c.ClosedAt == null
                           from d in c.Deadlines
                           where d.MetAt == null && d.EndedAt == null && !d.Watch
                           orderby d.InternalDue, c.Id, d.Number
                           select new Entry(c.Reference.Value, c.TypeKey, d.Number, d.Name, d.InternalDue, d.LastDay)).Take(Most).ToListAsync(http.RequestAborted);
        return Results.Text(Calendar(person, dates, now.At), "text/calendar", Encoding.UTF8);
    }).Produces(200, contentType: "text/calendar").WithSummary("A person's dates as iCalendar");

    public sealed record Entry(string Reference, string TypeKey, int Number, string Name, DateOnly Due, DateOnly LastDay);

    static bool Leads(Actor actor, Person person) => actor.Posts.Any(p => p.Grade == Grade.HeadOfSection || (p.Grade.LeadsPeople && person.Team is not null && p.Team == person.Team));

    static string Calendar(Person person, IReadOnlyList<Entry> dates, DateTimeOffset made) => string.Concat(new[]
    {
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mhcs.Portal//Diary//EN", "METHOD:PUBLISH", $"X-WR-CALNAME:{Text($"Casework dates, {person.Name}")}",
    }.Concat(dates.SelectMany(d => new[]
    {
        "BEGIN:VEVENT", $"UID:{d.Reference}-{d.Number}@mhcs.portal", $"DTSTAMP:{made.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}", $"DTSTART;VALUE=DATE:{d.Due:yyyyMMdd}", $"DTEND;VALUE=DATE:{d.Due.AddDays(1):yyyyMMdd}",
        $"SUMMARY:{Text($"{d.Reference} {d.Name}")}", $"DESCRIPTION:{Text($"{AllCaseTypes.Get(d.TypeKey).Label}. Last day: {d.LastDay.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}")}",
        "CLASS:CONFIDENTIAL", "TRANSP:TRANSPARENT", "END:VEVENT",
    })).Append("END:VCALENDAR").Select(Folded));

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
