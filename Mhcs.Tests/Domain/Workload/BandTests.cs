using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workload;

namespace Mhcs.Tests.Domain.Workload;

public sealed class BandTests
{
    static readonly DueBands Tuesday = new(London.At(new(2026, 12, 1), new(10, 42)));

    [Theory]
    [InlineData("2026-11-30", "2026-12-01T00:00Z", DueBand.Overdue)]
    [InlineData("2026-12-01", "2026-12-01T17:00Z", DueBand.Today)]
    [InlineData("2026-11-27", "2026-12-02T00:00Z", DueBand.Today)]
    [InlineData("2026-12-06", "2026-12-07T00:00Z", DueBand.Week)]
    [InlineData("2026-12-07", "2026-12-08T00:00Z", DueBand.Month)]
    [InlineData("2026-12-31", "2027-01-01T00:00Z", DueBand.Month)]
    [InlineData("2027-01-04", "2027-01-05T00:00Z", DueBand.Later)]
    public void A_date_falls_in_the_band_of_its_nearness(string due, string overdueAt, DueBand band) =>
        Tuesday.Of(DateOnly.Parse(due), DateTimeOffset.Parse(overdueAt)).Should().Be(band);

    [Fact]
    public void A_case_without_a_date_has_a_band_of_its_own() => Tuesday.Of(null, null).Should().Be(DueBand.None);

    [Theory]
    [InlineData(0, AgeBand.Under4)]
    [InlineData(27, AgeBand.Under4)]
    [InlineData(28, AgeBand.From4)]
    [InlineData(90, AgeBand.From8)]
    [InlineData(91, AgeBand.From13)]
    [InlineData(182, AgeBand.From26)]
    [InlineData(364, AgeBand.Over52)]
    [InlineData(5000, AgeBand.Over52)]
    public void A_case_grows_into_the_next_band_on_the_day_its_weeks_are_full(int days, AgeBand band) =>
        AgeBands.Of(Tuesday.Today.AddDays(-days), Tuesday.Today).Should().Be(band);
}
