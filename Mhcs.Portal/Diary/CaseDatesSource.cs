using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>Running dates of open cases: deadlines, tasks and brought-forwards, on the day to work to.</summary>
sealed class CaseDatesSource : IDiarySource
{
    const int Most = 2000;

    public async Task<IReadOnlyList<DiaryItem>> Read(DiaryAsk ask, CancellationToken ct = default)
    {
        var everybody = ask.People is null;
        // Liaison with victims stands in the diary of whoever does it, and in no team's.
        var files = everybody ? ask.Db.Cases.AsNoTracking().SeenBy(ask.On.By) : ask.Db.Cases.AsNoTracking().OpenTo(ask.On.By);
        var rows = await (from d in ask.Db.Deadlines.AsNoTracking()
                          where d.MetAt == null && d.EndedAt == null && !d.Watch && d.InternalDue >= ask.From && d.InternalDue <= ask.To
                          join c in files.Where(c => c.ClosedAt == null && c.Team == ask.Team) on EF.Property<int>(d, "CaseId") equals c.Id
                          where everybody || ask.Whose.Contains(d.For) || (d.For == null && ask.Whose.Contains(c.AssigneeId))
                          orderby d.InternalDue, c.Id, d.Number
                          select new { c.Reference, c.TypeKey, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames, c.AssigneeId, d.Number, d.Rule, d.Name, d.For, d.InternalDue, d.LastDay, d.OverdueAt }).Take(Most).ToListAsync(ct);
        return [.. rows.Select(r => new DiaryItem($"{r.Reference}-{r.Number}", Kind(r.Rule), r.InternalDue, $"{r.Reference} {r.Name}", $"/cases/{r.Reference}#{(Kind(r.Rule) == DiaryKind.Date ? "dates" : "tasks")}",
            (r.For ?? r.AssigneeId) is { } whose ? [whose] : [])
        {
            // What a date is called may be somebody's words: a task's are, and so is what a tribunal ordered.
            Outside = $"{(Kind(r.Rule) == DiaryKind.Date ? Terms.Find(r.Rule)?.Name ?? DiaryKind.Date.One : Kind(r.Rule).One)}, {r.Reference}", Patient = r.Patient, OverdueAt = r.OverdueAt,
            More = r.LastDay == r.InternalDue ? AllCaseTypes.Get(r.TypeKey).Label : $"{AllCaseTypes.Get(r.TypeKey).Label}. Last day: {FactWords.Day(r.LastDay)}",
        })];
    }

    static DiaryKind Kind(string rule) => rule == Terms.Task.Rule ? DiaryKind.Task : rule == Terms.BroughtForward.Rule ? DiaryKind.BroughtForward : DiaryKind.Date;
}
