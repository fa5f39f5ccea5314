using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Audit;

/// <summary>How far the trail has come. Every change is in it, so while its end stays where it was, whatever was read before still holds.</summary>
public sealed class TrailEnd(IDbContextFactory<PortalDb> dbs)
{
    // Compiled once for the database in use: asked with every page and after every change.
    readonly Func<PortalDb, CancellationToken, Task<long?>> _newest = EF.CompileAsyncQuery((PortalDb db, CancellationToken ct) => db.Trail.Max(e => (long?)e.Seq));

    /// <summary>Number of the newest entry after every change committed before the call. Asked before a reading: that may so be newer than it says, never older.</summary>
    public async Task<long> Now(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await _newest(db, ct) ?? 0;
    }
}
