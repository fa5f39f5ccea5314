using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using static Mhcs.Tests.Domain.Deadlines.Given;

namespace Mhcs.Tests.Domain.Deadlines;

public sealed class LegalParametersTests
{
    static readonly LegalParameters Started = new(AutomaticReferencesFrom: Day("2028-04-01"), PrisonTransferLimitFrom: Day("2027-10-01"));

    [Fact]
    public void Until_regulations_are_made_the_old_law_stands()
    {
        var law = Reference.Book.Law;

        law.Should().Be(LegalParameters.AsEnacted);
        law.DetainedReferenceMonths(Day("2029-01-01")).Should().Be(36);
        law.CdReferenceMonths(Day("2029-01-01")).Should().BeNull();
        law.PrisonTransferStatutoryDays(Day("2029-01-01")).Should().BeNull();
    }

    [Theory]
    [InlineData("2028-03-31", 36, false)]
    [InlineData("2028-04-01", 12, true)]
    public void References_come_each_year_from_the_day_the_law_starts(string day, int months, bool yearly)
    {
        var on = Day(day);

        Started.DetainedReferenceMonths(on).Should().Be(months);
        Terms.ReferDetained.Under(Started).InForceOn(on).Should().Be(!yearly);
        Terms.ReferDetainedYearly.Under(Started).InForceOn(on).Should().Be(yearly);
        Terms.ReferDischarged.Under(Started).InForceOn(on).Should().Be(yearly);
        Started.CdReferenceMonths(on).Should().Be(yearly ? new ReferencePeriods(24, 48) : null);
    }

    [Theory]
    [InlineData("2027-09-30", null)]
    [InlineData("2027-10-01", 28)]
    public void The_28_days_of_a_prison_transfer_start_with_their_regulations(string day, int? days)
    {
        Started.PrisonTransferStatutoryDays(Day(day)).Should().Be(days);
        Terms.PrisonTransferStatutoryLimit.Under(Started).InForceOn(Day(day)).Should().Be(days is not null);
    }

    [Fact]
    public void A_law_that_waits_for_regulations_is_not_in_force_on_any_day_and_says_so()
    {
        var term = Reference.Resolve(Terms.PrisonTransferStatutoryLimit);

        var working = term.WorkOut(Day("2026-12-01"), Days);

        term.InForceOn(Day("2026-12-01")).Should().BeFalse();
        working.LastDay.Should().Be(Day("2026-12-28"));
        working.Caution.Should().StartWith("Not in force: enacted in 2025");
    }

    [Theory]
    [InlineData("2026-02-17", false)]
    [InlineData("2026-02-18", true)]
    public void Deprivation_of_liberty_has_its_rules_since_18_February_2026(string day, bool inForce) =>
        Terms.ReferDol.InForceOn(Day(day)).Should().Be(inForce);
}
