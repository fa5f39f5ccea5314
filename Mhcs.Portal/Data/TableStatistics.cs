using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>
/// Tells SQLite how much lies in its tables, before anybody is served and once a day. Without that it guesses which index is the short way, and walks through years of closed cases to find the few that are open.
/// PostgreSQL does this by itself.
/// </summary>
public sealed class TableStatistics(WriteLane lane, IDbContextFactory<PortalDb> dbs, Storage storage, TimeProvider clock, ILogger<TableStatistics> log) : BackgroundService
{
    /// <summary>All tables, those alone whose figures are missing or far out, and a sample of each: never more than a moment's work.</summary>
    const string Renewing = "PRAGMA optimize = 0x10012";

    static readonly TimeSpan Often = TimeSpan.FromDays(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Renew(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Renew(stoppingToken);
    }

    async Task Renew(CancellationToken ct)
    {
        if (storage.IsPostgres) return;
        try
        {
            await lane.Write(writing => writing.Db.Database.ExecuteSqlRawAsync(Renewing, ct), ct);
            await using var db = await dbs.CreateDbContextAsync(ct);
            // A connection reads the figures once, when it is opened.
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            log.LogWarning(trouble, "The store could not be told how much lies in its tables; tomorrow it is tried again");
        }
    }
}
