using Mhcs.Portal.Admin;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Guidance;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>Brings the store to the shape this program needs, before anybody is served.</summary>
public sealed class DataSetup(IDbContextFactory<PortalDb> dbs, Storage storage, Amendments amendments, DirectoryFill directory, GuidanceFill guidance)
{
    public async Task Migrate(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
        if (!storage.IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", ct);
        foreach (var sentence in SearchIndex.Setup(storage.IsPostgres)) await db.Database.ExecuteSqlRawAsync(sentence, ct);
        amendments.Read();
        await directory.Run(ct);
        await guidance.Run(ct);
    }
}
