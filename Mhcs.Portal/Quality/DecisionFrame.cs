using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Quality;

/// <summary>The cases that a sample is drawn from, read from the trail. Restricted files are never sampled; a decision is sampled once.</summary>
public sealed class DecisionFrame
{
    public async Task<IReadOnlyList<DecidedCase>> Read(PortalDb db, string team, DateOnly from, DateOnly to, Actor actor, CancellationToken ct)
    {
        var (start, end) = (London.At(from, TimeOnly.MinValue), London.At(to.AddDays(1), TimeOnly.MinValue));
        var taken = db.Trail.AsNoTracking().Where(e => e.Kind == nameof(StepTaken));
        var moved = taken.Where(e => e.At >= start && e.At < end && e.Team == team).Select(e => e.CaseId);
        var files = await db.Cases.AsNoTracking().SeenBy(actor).Where(c => c.Team == team && !c.Restricted && moved.Contains(c.Id)).Select(c => new { c.Id, c.Reference, c.TypeKey, c.AssigneeId }).ToListAsync(ct);
        var ids = files.ConvertAll(c => (int?)c.Id);
        var steps = (await taken.Where(e => ids.Contains(e.CaseId)).OrderBy(e => e.Seq).Select(e => new { e.CaseId, e.Kind, e.Data }).ToListAsync(ct)).ToLookup(e => e.CaseId!.Value, e => (StepTaken)EventJson.Read(e.Kind, e.Data)!);
        var references = files.ConvertAll(c => c.Reference);
        var sampled = (await db.Assessments.AsNoTracking().Where(a => references.Contains(a.Reference)).Select(a => new { a.Reference, a.DecidedAt }).ToListAsync(ct)).Select(a => (a.Reference, a.DecidedAt)).ToHashSet();
        return
        [
            .. files.Select(c => DecidedCase.Of(c.Reference, AllCaseTypes.Get(c.TypeKey), c.AssigneeId, [.. steps[c.Id]], start, end)).OfType<DecidedCase>()
                .Where(c => !sampled.Contains((c.Reference, c.DecidedAt))),
        ];
    }
}
