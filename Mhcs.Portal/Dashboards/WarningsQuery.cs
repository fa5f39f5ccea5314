using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Dashboards;

/// <summary>What has changed since the last working day and what stands in the way of the next dates: facts of the record only, of each kind the first few and how many there are.</summary>
sealed class WarningsQuery(PortalDb db, IQueryable<CaseFile> files, DueBands bands, WorkCalendar days, IReadOnlyList<Person> team, string code)
{
    const int Most = Warning.Most;
    readonly IQueryable<CaseFile> _open = files.Where(c => c.ClosedAt == null);

    sealed record Row(CaseReference Reference, string Patient, string TypeKey, PersonId? AssigneeId, string? NextName, DateOnly? NextDueOn, DateTimeOffset? NextOverdueAt);

    public async Task<IReadOnlyList<Warning>> Read(TeamFigures figures, IReadOnlyList<DatesOn> ahead)
    {
        var since = London.At(days.AddWorkingDays(bands.Today, -1), TimeOnly.MinValue);
        var (now, soon) = (bands.Now, days.AddWorkingDays(bands.Today, 2));
        var missed = _open.Where(c => c.NextOverdueAt > since && c.NextOverdueAt <= now);
        var empty = _open.Where(c => c.TypeKey == "conditional-discharge" && c.Patient!.EmptyPosts != null);
        var nobody = _open.Where(c => c.NextOverdueAt > now && c.NextDueOn <= soon && c.AssigneeId == null);
        var posts = await empty.OrderBy(c => c.ReceivedOn).ThenBy(c => c.Id).Take(Most).Select(c => new { c.Reference, c.Patient!.Surname, c.Patient!.Forenames, c.Patient!.EmptyPosts, c.AssigneeId }).ToListAsync();
        var people = team.ToDictionary(p => p.Id);
        var all = new CaseFilter { Team = code };
        return
        [
            .. Warning.Cut(posts.Select(e => new Warning($"{e.Reference} {e.Surname}, {e.Forenames}", $"No {e.EmptyPosts!.ToLowerInvariant().Replace(", ", " and no ", StringComparison.Ordinal)} in post. {Holder(e.AssigneeId, people)}", $"/cases/{e.Reference}", Case: e.Reference)),
                posts.Count < Most ? posts.Count : await empty.CountAsync(), "with an empty post", (all with { Types = ["conditional-discharge"] }).Href()),
            .. await Cut(missed, missed.OrderByDescending(c => c.NextOverdueAt), r => $"{Named(r)} was missed at {London.Words(r.NextOverdueAt!.Value)}. {Holder(r.AssigneeId, people)}", "missed since the last working day", all with { Due = [DueBand.Overdue] }),
            .. await OwnersAway(),
            .. await Cut(nobody, nobody.OrderBy(c => c.NextDueOn), r => $"{Due(r)}, and nobody holds it.", "due soon, which nobody holds", all with { Owner = CaseFilter.Nobody }),
            .. await new SignsQuery(db, files, bands, days, code).Read(since),
            .. team.Where(p => p.Grade.HoldsCases).Select(p => (Person: p, Load: new Load(figures.Of(p.Id).Points, p.Capacity))).Where(p => p.Load.Percent > 100)
                .Select(p => new Warning($"{p.Person.Name} is at {p.Load.Percent}%", $"{p.Load.Points} load points against {p.Load.Capacity}. Cases can be moved on the board.", $"/board/{p.Person.Team}", p.Person.Id)),
            .. Peaks(ahead),
        ];
    }

    async Task<IEnumerable<Warning>> Cut(IQueryable<CaseFile> cases, IQueryable<CaseFile> inOrder, Func<Row, string> words, string kind, CaseFilter rest)
    {
        var rows = await Rows(inOrder.Take(Most));
        return Warning.Cut(rows.Select(r => Of(r, words(r))), rows.Count < Most ? rows.Count : await cases.CountAsync(), kind, rest.Href());
    }

    /// <summary>Due in the next days, on which whoever holds the case is away.</summary>
    async Task<IEnumerable<Warning>> OwnersAway()
    {
        var (now, soon) = (bands.Now, days.AddWorkingDays(bands.Today, 5));
        List<(Row Row, string Words)> found = [];
        var inAll = 0;
        foreach (var (owner, absence) in team.SelectMany(p => p.Absences.Where(a => a.Meets(bands.Today, soon)), (p, a) => (p, a)))
        {
            PersonId? id = owner.Id;
            var (first, last) = (absence.From, absence.To < soon ? absence.To : soon);
            var due = _open.Where(c => c.AssigneeId == id && c.NextOverdueAt > now && c.NextDueOn >= first && c.NextDueOn <= last);
            var rows = await Rows(due.OrderBy(c => c.NextDueOn).Take(Most));
            inAll += rows.Count < Most ? rows.Count : await due.CountAsync();
            found.AddRange(rows.Select(r => (r, $"{Due(r)}, but {owner.Name} is away until {absence.To:d MMMM}.")));
        }
        return Warning.Cut(found.OrderBy(f => f.Row.NextDueOn).Select(f => Of(f.Row, f.Words)), inAll, "due soon, with an owner who is away", new CaseFilter { Team = code, Due = [DueBand.Today, DueBand.Week] }.Href());
    }

    /// <summary>Days fuller than usual on which several of those who hold cases are away.</summary>
    IEnumerable<Warning> Peaks(IReadOnlyList<DatesOn> ahead)
    {
        var holders = team.Where(p => p.Grade.HoldsCases).ToList();
        var daily = ahead.GroupBy(d => d.Day).Select(d => (Day: d.Key, Count: d.Sum(x => x.Count))).ToList();
        return from day in daily
               let away = holders.Where(p => p.AwayOn(day.Day) is not null).ToList()
               where day.Count >= 5 && day.Count * DatesAhead.WorkingDays >= 2 * daily.Sum(d => d.Count) && away.Count >= 2
               select new Warning($"{day.Day:d MMMM}: {day.Count} dates", $"{away.Count} of the {holders.Count} who hold cases are away that day.", new CaseFilter { Team = holders[0].Team, Due = [bands.Of(day.Day, DateTimeOffset.MaxValue)] }.Href());
    }

    static Warning Of(Row row, string words) => new($"{row.Reference} {row.Patient}", words, $"/cases/{row.Reference}", Case: row.Reference);

    static string Named(Row row) => row.NextName ?? AllCaseTypes.Get(row.TypeKey).Label;

    static string Due(Row row) => $"{Named(row)} is due {row.NextDueOn:dddd d MMMM}";

    static string Holder(PersonId? holder, Dictionary<PersonId, Person> people) => holder is not { } id ? "Nobody holds it." : people.TryGetValue(id, out var owner) ? $"{owner.Name} holds it." : "Its holder has left the team.";

    static async Task<List<Row>> Rows(IQueryable<CaseFile> files) =>
        await files.Select(c => new Row(c.Reference, c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames, c.TypeKey, c.AssigneeId, c.NextName, c.NextDueOn, c.NextOverdueAt)).ToListAsync();
}
