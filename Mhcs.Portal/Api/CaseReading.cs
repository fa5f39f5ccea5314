using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Api;

/// <summary>Reads one case whole, if it exists for the person who asks.</summary>
sealed class CaseReading(IDbContextFactory<PortalDb> dbs, Occasions occasions)
{
    public async Task<(CaseFile File, Occasion On)?> Find(CaseReference reference, PersonId me, CancellationToken ct)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var file = await db.Cases.AsNoTracking().SeenBy(on.By).Where(c => c.Reference == reference)
            .Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).AsSplitQuery().FirstOrDefaultAsync(ct);
        return file is null ? null : (file, on);
    }

    public async Task<IReadOnlyList<TrailEntry>?> History(CaseReference reference, PersonId me, CancellationToken ct)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var id = await db.Cases.AsNoTracking().SeenBy(on.By).Where(c => c.Reference == reference).Select(c => (int?)c.Id).FirstOrDefaultAsync(ct);
        return id is null ? null : await db.Trail.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Seq).ToListAsync(ct);
    }
}
