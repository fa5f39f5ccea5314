using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>The section's cases that wait for a decision, read once for everybody's menu. The trail says what has changed since, so a change costs the reading of what changed, however many menus count again. Whose decision each is, is asked of the domain.</summary>
public sealed class DecidingCases(IDbContextFactory<PortalDb> dbs) : IDisposable
{
    // Past this many entries everything is read again, which is then the shorter way.
    const int Most = 200;
    readonly SemaphoreSlim _turn = new(1, 1);
    (long Seq, IReadOnlyList<CaseFile> Files)? _known;
    // Number of the last reading begun, and of the last one that came to its end.
    long _begun, _done;

    /// <summary>As they stand after every change committed before the call: soonest date first, those without a date last.</summary>
    public async Task<IReadOnlyList<CaseFile>> Now(CancellationToken ct = default)
    {
        var asked = Volatile.Read(ref _begun);
        await _turn.WaitAsync(ct);
        try
        {
            // A reading begun after the call has seen all that this one could.
            if (_known is { } other && _done > asked) return other.Files;
            var reading = Interlocked.Increment(ref _begun);
            await using var db = await dbs.CreateDbContextAsync(ct);
            var newest = await db.Trail.MaxAsync(e => (long?)e.Seq, ct) ?? 0;
            if (_known is not { } known) _known = (newest, InOrder(await Deciding(db).ToListAsync(ct)));
            else if (known.Seq < newest) _known = (newest, await Since(db, known.Seq, known.Files, ct));
            _done = reading;
            return _known.Value.Files;
        }
        finally
        {
            _turn.Release();
        }
    }

    static async Task<IReadOnlyList<CaseFile>> Since(PortalDb db, long seq, IReadOnlyList<CaseFile> before, CancellationToken ct)
    {
        var entries = await db.Trail.AsNoTracking().Where(e => e.Seq > seq && (e.CaseId != null || e.PatientNumber != null)).Select(e => new { e.CaseId, e.PatientNumber }).Distinct().Take(Most + 1).ToListAsync(ct);
        if (entries.Count > Most) return InOrder(await Deciding(db).ToListAsync(ct));

        // A step of one case may change the patient of another.
        var (cases, patients) = (entries.Select(e => e.CaseId).OfType<int>().ToHashSet(), entries.Select(e => e.PatientNumber).OfType<string>().ToHashSet());
        if (entries.Count == 0) return before;
        var fresh = await Deciding(db).Where(c => cases.Contains(c.Id) || patients.Contains(c.PatientNumber)).ToListAsync(ct);
        return InOrder([.. before.Where(c => !cases.Contains(c.Id) && !patients.Contains(c.PatientNumber)), .. fresh]);
    }

    static IQueryable<CaseFile> Deciding(PortalDb db) => db.Cases.AsNoTracking().Where(c => c.ClosedAt == null && c.StateKind == StateKind.Deciding)
        .Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).AsSplitQuery();

    static IReadOnlyList<CaseFile> InOrder(IReadOnlyList<CaseFile> files) => [.. files.OrderBy(c => c.NextDueOn is null).ThenBy(c => c.NextDueOn).ThenBy(c => c.Id)];

    public void Dispose() => _turn.Dispose();
}
