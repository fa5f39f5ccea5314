using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using static Mhcs.Tests.Domain.Deadlines.Given;

namespace Mhcs.Tests.Domain.Deadlines;

public sealed class PauseTests
{
    [Theory]
    [InlineData(Unit.WorkingDays, 5, "2026-11-23", "2026-12-03")]
    [InlineData(Unit.Days, 7, "2026-11-23", "2026-12-03")]
    [InlineData(Unit.Months, 1, "2026-11-23", "2026-12-26")]
    public void A_target_does_not_run_while_it_is_paused(Unit unit, int amount, string from, string last)
    {
        ClockStop[] pause = [Pause("2026-11-25", "2026-11-27")];

        var working = Term(amount, unit, Wording.After).WorkOut(Day(from), Days, pause);

        working.LastDay.Should().Be(Day(last));
        working.Text("Pauses").Should().Be("Not counted from Wednesday 25 November 2026 to Friday 27 November 2026: waiting for a report.");
    }

    [Fact]
    public void Days_paused_twice_are_left_out_once()
    {
        ClockStop[] pauses = [Pause("2026-11-25", "2026-11-27"), Pause("2026-11-26", "2026-11-27")];

        var working = Term(5, Unit.WorkingDays, Wording.After).WorkOut(Day("2026-11-23"), Days, pauses);

        working.LastDay.Should().Be(Day("2026-12-03"));
    }

    [Fact]
    public void A_pause_outside_the_period_changes_nothing()
    {
        ClockStop[] pauses = [Pause("2026-11-02", "2026-11-06"), Pause("2027-01-04", "2027-01-08")];

        var working = Term(5, Unit.WorkingDays, Wording.After).WorkOut(Day("2026-11-23"), Days, pauses);

        working.LastDay.Should().Be(Day("2026-11-30"));
    }

    [Fact]
    public void A_clock_still_stopped_says_so_and_its_date_is_only_the_earliest()
    {
        ClockStop[] pause = [Pause("2026-11-25", null)];

        var working = Term(5, Unit.WorkingDays, Wording.After).WorkOut(Day("2026-11-23"), Days, pause);

        working.StoppedSince.Should().Be(Day("2026-11-25"));
        working.Caution.Should().StartWith("The clock has been stopped since Wednesday 25 November 2026");
    }

    [Theory]
    [InlineData("REC-01", "an Act")]
    [InlineData("FTT-02", "the tribunal rules")]
    [InlineData("VIC-01", "a code of practice")]
    [InlineData("LIT-01", "a court protocol")]
    public void The_time_of_the_law_is_never_paused(string rule, string whose)
    {
        var pausing = () => Terms.Find(rule)!.WorkOut(Day("2026-11-23"), Days, [Pause("2026-11-25", "2026-11-27")]);

        pausing.Should().Throw<CannotCountException>().WithMessage($"*can't be paused: its time is set by {whose} and runs on*");
    }

    [Fact]
    public void A_target_counted_back_or_in_hours_is_not_paused()
    {
        ClockStop[] pause = [Pause("2026-11-25", "2026-11-27")];

        var back = () => Term(14, Unit.Days, Wording.Before).WorkOut(Day("2026-12-23"), Days, pause);
        var hours = () => Term(2, Unit.Hours, Wording.After).WorkOut(Day("2026-11-23"), Days, pause);

        back.Should().Throw<CannotCountException>().WithMessage("*counted back from a fixed day*");
        hours.Should().Throw<CannotCountException>().WithMessage("*counted in hours*");
    }

    [Fact]
    public void A_pause_that_ends_before_it_starts_is_refused()
    {
        var pausing = () => Term(5, Unit.Days, Wording.After).WorkOut(Day("2026-11-23"), Days, [Pause("2026-11-27", "2026-11-25")]);

        pausing.Should().Throw<CannotCountException>().WithMessage("The pause from Friday 27 November 2026 ends before it starts*");
    }

    [Fact]
    public void A_target_without_a_number_can_not_be_counted_until_our_targets_give_one()
    {
        var counting = () => Terms.RecallStatement.WorkOut(Day("2026-11-23"), Days);
        var open = () => Terms.UnescortedLeaveDecision.WorkOut(Day("2026-11-23"), Days);

        counting.Should().NotThrow();
        open.Should().Throw<CannotCountException>().WithMessage("*has no period yet*");
        Terms.UnescortedLeaveDecision.With(Reference.Book.Targets).WorkOut(Day("2026-11-23"), Days).LastDay.Should().Be(Day("2026-12-21"));
    }
}
