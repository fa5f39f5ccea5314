using System.CommandLine;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.CommandLine;

/// <summary>audit verify: reads the whole trail.</summary>
static class AuditVerb
{
    public static Command Command
    {
        get
        {
            var verify = new Command("verify", "Read the whole trail and say whether every entry is what was written");
            verify.SetAction((_, ct) => Verb.WithPortal(async services =>
            {
                await using var db = await services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync(ct);
                var verdict = await services.GetRequiredService<TrailChain>().Verify(db, ct);
                return verdict.Ok ? Verb.Say($"The trail is whole: {verdict.Count:N0} entries") : Verb.Refuse($"The trail is broken at entry {verdict.FirstBad}: {verdict.Why}");
            }, ct, migrate: false));
            return new Command("audit", "The trail") { Subcommands = { verify } };
        }
    }
}
