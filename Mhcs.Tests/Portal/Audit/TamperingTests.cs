using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Audit;

public class TamperingTests
{
    [Theory]
    [InlineData("UPDATE trail SET \"Data\" = '[]' WHERE \"Seq\" = 5", 5)]
    [InlineData("UPDATE trail SET \"By\" = 99 WHERE \"Seq\" = 5", 5)]
    [InlineData("DELETE FROM trail WHERE \"Seq\" = 5", 5)]
    [InlineData("UPDATE trail SET \"Seq\" = 999 WHERE \"Seq\" = 5; UPDATE trail SET \"Seq\" = 5 WHERE \"Seq\" = 6; UPDATE trail SET \"Seq\" = 6 WHERE \"Seq\" = 999", 5)]
    [InlineData("DELETE FROM trail WHERE \"Seq\" > 5", 6)]
    public async Task An_entry_changed_removed_swapped_or_cut_off_is_found(string tampering, long first)
    {
        await using var portal = new SectionApp();
        _ = portal.Address;
        var (dbs, chain) = (portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>(), portal.Services.GetRequiredService<TrailChain>());
        await chain.KeepHead(dbs, default);
        await using var db = await dbs.CreateDbContextAsync();
        var before = await chain.Verify(db, default);

        await db.Database.ExecuteSqlRawAsync(tampering);

        var after = await chain.Verify(db, default);
        before.Ok.Should().BeTrue(before.Why);
        after.Ok.Should().BeFalse();
        after.FirstBad.Should().Be(first);
    }
}
