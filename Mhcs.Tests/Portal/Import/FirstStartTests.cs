using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Import;

public sealed class FirstStartTests
{
    [Theory]
    [InlineData("2026-12-05T22:10:00Z", "a Saturday evening")]
    [InlineData("2027-01-01T00:05:00Z", "the first minutes of a bank holiday")]
    [InlineData("2027-03-28T01:30:00Z", "the night in which the clocks go forward, at Easter")]
    [InlineData("2027-10-31T00:30:00Z", "the hour that comes twice")]
    [InlineData("2028-02-29T12:00:00Z", "a leap day")]
    public async Task A_section_can_be_invented_at_any_moment(string moment, string which)
    {
        var now = DateTimeOffset.Parse(moment);
        await using var section = new BegunAt(moment);
        _ = section.Address;

        await using var db = await section.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var open = await db.Cases.AsNoTracking().Where(c => c.ClosedAt == null).Select(c => c.NextOverdueAt).ToListAsync();

        open.Should().HaveCountGreaterThan(30, which).And.NotContainNulls();
        ((double)open.Count(at => at <= now) / open.Count).Should().BeLessThan(0.2, which);
        (await db.Cases.CountAsync(c => c.ParkedUntil != null)).Should().BePositive("some cases are put away until nothing of ours is due");
    }

    sealed class BegunAt(string moment) : PortalApp
    {
        // Where the clock may be set.
        protected override string EnvironmentName => "Development";

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Mhcs:Seed", "Demo"), new("Mhcs:SeedPatients", "400"), new("Mhcs:Clock", moment)];
    }
}
