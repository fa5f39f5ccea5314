using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Dashboards;

/// <summary>What has changed since the last working day and what stands in the way of the next dates: facts of the record only.</summary>
sealed class WarningsQuery(IQueryable<CaseFile> open, DueBands bands, WorkCalendar days, IReadOnlyList<Person> team)
{
    const int Most = 3;

    sealed record Row(CaseReference Reference, string Patient, string TypeKey, PersonId? AssigneeId, string? NextName, DateOnly? NextDueOn, DateTimeOffset? NextOverdueAt);

    public async Task<IReadOnlyList<Warning>> Read(TeamFigures figures, IReadOnlyList<DatesOn> ahead)
    {
        var since = London.At(days.AddWorkingDays(bands.Today, -1), TimeOnly.MinValue);
        var soon = days.AddWorkingDays(bands.Today, 5);
        var now = bands.Now;
        var missed = await Rows(open.Where(c => c.NextOverdueAt > since && c.NextOverdueAt <= now).OrderByDescending(c => c.NextOverdueAt).Take(Most));
        var near = await Rows(open.Where(c => c.NextOverdueAt > now && c.NextDueOn <= soon).OrderBy(c => c.NextDueOn).Take(200));
        var people = team.ToDictionary(p => p.Id);
        return
        [
            .. missed.Select(r => Of(r, $"{Named(r)} was missed at {London.Words(r.NextOverdueAt!.Value)}. {Holder(r, people)}")),
            .. near.Where(r => r.AssigneeId is { } id && people.TryGetValue(id, out var owner) && owner.AwayOn(r.NextDueOn!.Value) is not null)
                .Take(Most).Select(r => Of(r, $"{Due(r)}, but {people[r.AssigneeId!.Value].Name} is away until {people[r.AssigneeId!.Value].AwayOn(r.NextDueOn!.Value)!.To:d MMMM}.")),
            .. near.Where(r => r.AssigneeId is null && r.NextDueOn <= days.AddWorkingDays(bands.Today, 2)).Take(Most).Select(r => Of(r, $"{Due(r)}, and nobody holds it.")),
            .. team.Where(p => p.Grade.HoldsCases).Select(p => (Person: p, Load: new Load(figures.Of(p.Id).Points, p.Capacity))).Where(p => p.Load.Percent > 100)
                .Select(p => new Warning($"{p.Person.Name} is at {p.Load.Percent}%", $"{p.Load.Points} load points against {p.Load.Capacity}. Cases can be moved on the board.", $"/board/{p.Person.Team}", p.Person.Id)),
            .. Peaks(ahead),
        ];
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

    static string Holder(Row row, Dictionary<PersonId, Person> people) => row.AssigneeId is not { } id ? "Nobody holds it." : people.TryGetValue(id, out var owner) ? $"{owner.Name} holds it." : "Its holder has left the team.";

    static async Task<List<Row>> Rows(IQueryable<CaseFile> files) =>
        await files.Select(c => new Row(c.Reference, c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames, c.TypeKey, c.AssigneeId, c.NextName, c.NextDueOn, c.NextOverdueAt)).ToListAsync();
}
