using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Api;

/// <summary>Reads one case whole, if it exists for the person who asks.</summary>
sealed class CaseReading(IDbContextFactory<PortalDb> dbs, Occasions occasions, SensitiveReads reads)
{
    public async Task<(CaseFile File, Occasion On)?> Find(CaseReference reference, PersonId me, CancellationToken ct)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var file = await db.Cases.AsNoTracking().OpenTo(on.By).Where(c => c.Reference == reference)
            .Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).Include(c => c.WantedPapers).AsSplitQuery().FirstOrDefaultAsync(ct);
        if (file is null) return null;
        await reads.Of(file, me, ct);
        return (file, on);
    }

    public async Task<IReadOnlyList<TrailEntry>?> History(CaseReference reference, PersonId me, CancellationToken ct)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Cases.AsNoTracking().OpenTo(on.By).FirstOrDefaultAsync(c => c.Reference == reference, ct) is not { } file) return null;
        await reads.Of(file, me, ct);
        return await db.Trail.AsNoTracking().Where(e => e.CaseId == file.Id).OrderBy(e => e.Seq).ToListAsync(ct);
    }
}
