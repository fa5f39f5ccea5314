using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>A case that waits for a decision which is somebody's today.</summary>
/// <param name="Decisions">The steps that are theirs to decide.</param>
/// <param name="As">"You decide as deputy head", or for whom they act.</param>
public sealed record DecisionRow(CaseFile File, IReadOnlyList<Step> Decisions, string As);

/// <summary>Cases that wait for a decision by this person, under their own post or one they cover.</summary>
public sealed class DecisionsQuery(IDbContextFactory<PortalDb> dbs, Occasions occasions)
{
    /// <summary>Soonest date first; those without a date last, the longest waiting first.</summary>
    public async Task<(IReadOnlyList<DecisionRow> Rows, DateTimeOffset At)?> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var waiting = await db.Cases.AsNoTracking().SeenBy(on.By).Where(c => c.ClosedAt == null && c.StateKind == StateKind.Deciding).Include(c => c.Patient)
            .OrderBy(c => c.NextDueOn == null).ThenBy(c => c.NextDueOn).ThenBy(c => c.Id).ToListAsync(ct);
        return ([.. waiting.Select(file => Row(file, on)).OfType<DecisionRow>()], on.At);
    }

    public async Task<int> Count(PersonId me, CancellationToken ct = default) => (await For(me, ct))?.Rows.Count ?? 0;

    static DecisionRow? Row(CaseFile file, Occasion on)
    {
        // Whoever recommended does not decide: the file refuses it, so it is not theirs to do.
        if (file.Facts.Entry(Facts.Recommendation)?.By == on.By.Id && file.State.Kind == StateKind.Deciding && NeedsSomebodyElse(file)) return null;
        var mine = file.Offers(on).Where(o => o.Move.By.IsDecision && o.Entitlement.Granted).DistinctBy(o => o.Step.Code).ToList();
        return mine.Count == 0 ? null : new(file, [.. mine.Select(o => o.Step)], mine[0].Entitlement.Reason);
    }

    static bool NeedsSomebodyElse(CaseFile file) =>
        CaseMachine.Permitted(file.Type, file.State).Any(m => m.By.IsDecision && m.Needs.Any(r => r.Because == "Somebody else recommended"));
}
