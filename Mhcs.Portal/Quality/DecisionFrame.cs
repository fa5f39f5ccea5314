using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Quality;

/// <summary>The cases that a sample is drawn from, read from the trail: each with its last decision in the period. Restricted files are never sampled; a decision is sampled once.</summary>
public sealed class DecisionFrame
{
    public async Task<IReadOnlyList<DecidedCase>> Read(PortalDb db, string team, DateOnly from, DateOnly to, Actor actor, CancellationToken ct)
    {
        var (start, end) = (London.At(from, TimeOnly.MinValue), London.At(to.AddDays(1), TimeOnly.MinValue));
        var files = db.Cases.AsNoTracking().SeenBy(actor).Where(c => c.Team == team && !c.Restricted);
        var taken = await (from e in db.Trail.AsNoTracking()
                           where e.Kind == nameof(StepTaken) && e.At >= start && e.At < end && e.Team == team
                           join c in files on e.CaseId equals c.Id
                           orderby e.Seq
                           select new { c.Id, c.Reference, c.TypeKey, c.AssigneeId, e.Kind, e.Data }).ToListAsync(ct);
        var decided = taken.Select(t => (Case: t, Event: EventJson.Read(t.Kind, t.Data) as StepTaken)).Where(t => t.Event is not null && IsDecision(t.Case.TypeKey, t.Event))
            .GroupBy(t => t.Case.Id).Select(g => g.Last()).ToList();
        var ids = decided.ConvertAll(d => d.Case.Id);
        var workers = (await db.Trail.AsNoTracking().Where(e => e.Kind == nameof(StepTaken) && ids.Contains(e.CaseId!.Value)).Select(e => new { e.CaseId, e.By, e.ActingFor }).ToListAsync(ct))
            .ToLookup(e => e.CaseId!.Value);
        var references = decided.ConvertAll(d => d.Case.Reference);
        var sampled = (await db.Assessments.AsNoTracking().Where(a => references.Contains(a.Reference)).Select(a => new { a.Reference, a.DecidedAt }).ToListAsync(ct)).Select(a => (a.Reference, a.DecidedAt)).ToHashSet();
        return
        [
            .. from d in decided
               let e = d.Event
               where !sampled.Contains((d.Case.Reference, e.At))
               select new DecidedCase(d.Case.Reference, d.Case.TypeKey, e.Label, e.By, e.At, d.Case.AssigneeId ?? e.By,
                   [.. workers[d.Case.Id].SelectMany(w => new PersonId?[] { w.By, w.ActingFor }).OfType<PersonId>().Where(p => p != PersonId.Clock).Distinct()]),
        ];
    }

    static bool IsDecision(string type, StepTaken taken) =>
        AllCaseTypes.Get(type).Moves.FirstOrDefault(m => m.From.Code == taken.From && m.Step.Code == taken.Step && m.To.Code == taken.To) is { By: { IsDecision: true } by } && by != Authority.Clock;
}
