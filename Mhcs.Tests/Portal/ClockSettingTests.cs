using Mhcs.Portal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Mhcs.Tests.Portal;

public class ClockSettingTests
{
    [Fact]
    public void An_instant_makes_a_clock_that_stands_still_and_an_offset_one_that_goes_on()
    {
        var standing = Read("2026-11-27T09:30:00Z");
        var earlier = Read("-30.00:00:00");
        var later = Read("+00:20:00");

        standing.GetUtcNow().Should().Be(new DateTimeOffset(2026, 11, 27, 9, 30, 0, TimeSpan.Zero));
        standing.GetUtcNow().Should().Be(standing.GetUtcNow());
        (TimeProvider.System.GetUtcNow() - earlier.GetUtcNow()).Should().BeCloseTo(TimeSpan.FromDays(30), TimeSpan.FromMinutes(1));
        (later.GetUtcNow() - TimeProvider.System.GetUtcNow()).Should().BeCloseTo(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("system")]
    public void Nothing_given_is_the_systems_clock_also_in_Production(string? given) => Read(given, "Production").Should().BeSameAs(TimeProvider.System);

    [Fact]
    public void In_Production_the_clock_can_not_be_set() =>
        FluentActions.Invoking(() => Read("-30.00:00:00", "Production")).Should().Throw<InvalidOperationException>().WithMessage("*refused in Production*");

    [Fact]
    public void What_is_no_time_is_told_with_an_example() =>
        FluentActions.Invoking(() => Read("next Tuesday")).Should().Throw<InvalidOperationException>().WithMessage("*2026-11-27T09:30:00Z*");

    static TimeProvider Read(string? given, string environment = "Development") =>
        ClockSetting.Read(new ConfigurationBuilder().AddInMemoryCollection([new("Mhcs:Clock", given)]).Build(), new Host(environment));

    sealed class Host(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "Mhcs.Portal";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
