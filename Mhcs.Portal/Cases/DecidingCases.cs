using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>The section's cases that wait for a decision, with a concern that waits beside another one, or with a warrant that is not issued and may have to be signed, read once for everybody's menu. The trail says what has changed since, so a change costs the reading of what changed, however many menus count again. Whose decision each is, is asked of the domain.</summary>
public sealed class DecidingCases
{
    // Past this many entries everything is read again, which is then the shorter way.
    const int Most = 200;
    readonly SharedReading<IReadOnlyList<CaseFile>> _reading;

    public DecidingCases(IDbContextFactory<PortalDb> dbs, TrailEnd trail)
    {
        (long Seq, IReadOnlyList<CaseFile> Files)? before = null;
        _reading = new(async () =>
        {
            var newest = await trail.Now();
            if (before?.Seq == newest) return before.Value.Files;
            await using var db = await dbs.CreateDbContextAsync();
            if (before is not { } known) before = (newest, InOrder(await Deciding(db, db.Cases).ToListAsync()));
            else before = (newest, await Since(db, known.Seq, known.Files));
            return before.Value.Files;
        });
    }

    /// <summary>As they stand after every change committed before the call: soonest date first, those without a date last. The same list, and the same files in it, for as long as they are unchanged.</summary>
    public Task<IReadOnlyList<CaseFile>> Now(CancellationToken ct = default) => _reading.Next().WaitAsync(ct);

    static async Task<IReadOnlyList<CaseFile>> Since(PortalDb db, long seq, IReadOnlyList<CaseFile> before)
    {
        var entries = await db.Trail.AsNoTracking().Where(e => e.Seq > seq && (e.CaseId != null || e.PatientNumber != null) && !SensitiveReads.Kinds.Contains(e.Kind)).Select(e => new { e.CaseId, e.PatientNumber }).Distinct().Take(Most + 1).ToListAsync();
        if (entries.Count > Most) return InOrder(await Deciding(db, db.Cases).ToListAsync());

        // A step of one case may change the patient of another.
        var (cases, patients) = (entries.Select(e => e.CaseId).OfType<int>().ToHashSet(), entries.Select(e => e.PatientNumber).OfType<string>().ToHashSet());
        if (entries.Count == 0) return before;
        var fresh = await Deciding(db, db.Cases.Where(c => cases.Contains(c.Id) || patients.Contains(c.PatientNumber!))).ToListAsync();
        if (fresh.Count == 0 && !before.Any(c => cases.Contains(c.Id) || patients.Contains(c.PatientNumber!))) return before;
        return InOrder([.. before.Where(c => !cases.Contains(c.Id) && !patients.Contains(c.PatientNumber!)), .. fresh]);
    }

    /// <summary>Those of some cases that wait. As one list of numbers: asked with "or", SQLite walks through every case there ever was.</summary>
    static IQueryable<CaseFile> Deciding(PortalDb db, IQueryable<CaseFile> among)
    {
        var waiting = among.Where(c => c.ClosedAt == null && c.StateKind == StateKind.Deciding).Select(c => c.Id)
            .Union(among.SelectMany(c => c.Deadlines.Where(d => d.MetAt == null && d.EndedAt == null && d.Rule == Terms.DecideConcern.Rule), (c, _) => c.Id))
            .Union(among.SelectMany(c => c.Papers.Where(p => p.IssuedAt == null && ToSign.Contains(p.Paper)), (c, _) => c.Id));
        return db.Cases.AsNoTracking().Where(c => waiting.Contains(c.Id))
            .Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).Include(c => c.WantedPapers).AsSplitQuery();
    }

    static readonly IReadOnlyList<string> ToSign = [.. Papers.All.Where(p => p.SignedBy is not null).Select(p => p.Key)];

    static IReadOnlyList<CaseFile> InOrder(IReadOnlyList<CaseFile> files) => [.. files.OrderBy(c => c.NextDueOn is null).ThenBy(c => c.NextDueOn).ThenBy(c => c.Id)];
}
