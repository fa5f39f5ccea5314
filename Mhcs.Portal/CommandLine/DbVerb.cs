using System.CommandLine;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.CommandLine;

/// <summary>db check and db migrate.</summary>
static class DbVerb
{
    public static Command Command
    {
        get
        {
            var check = new Command("check", "Check that the database is sound, of the right shape, and its trail whole");
            check.SetAction((_, ct) => Verb.WithPortal(services => Check(services, ct), ct, migrate: false));
            var migrate = new Command("migrate", "Bring the database to the shape this program needs");
            migrate.SetAction((_, ct) => Verb.WithPortal(_ => Task.FromResult(Verb.Say("The database has the shape this program needs")), ct));
            return new Command("db", "The database") { Subcommands = { check, migrate } };
        }
    }

    static async Task<int> Check(IServiceProvider services, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(ct);
        if (!await db.Database.CanConnectAsync(ct)) return Verb.Refuse("There is no database yet, or it can’t be reached. Start the portal once, or run db migrate");
        if ((await db.Database.GetPendingMigrationsAsync(ct)).ToList() is { Count: > 0 } pending) return Verb.Refuse($"The database is older than this program, by {pending.Count}. Run db migrate");
        if (db.Database.IsSqlite() && await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").FirstAsync(ct) is var sound and not "ok") return Verb.Refuse($"The database is damaged: {sound}");
        var verdict = await services.GetRequiredService<TrailChain>().Verify(db, ct);
        return verdict.Ok ? Verb.Say($"The database is sound; {verdict.Count:N0} entries of the trail verify") : Verb.Refuse($"The trail is broken at entry {verdict.FirstBad}: {verdict.Why}");
    }
}
