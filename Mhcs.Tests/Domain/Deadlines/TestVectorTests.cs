using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using static Mhcs.Tests.Domain.Deadlines.Given;

namespace Mhcs.Tests.Domain.Deadlines;

public sealed class TestVectorTests
{
    [Theory]
    [InlineData("REC-01", "2027-01-31", "2027-02-28", "2027-02-26")]
    [InlineData("REC-01", "2026-09-30", "2026-10-30", "2026-10-30")]
    [InlineData("TRP-01", "2026-12-01", "2026-12-14", "2026-12-14")]
    [InlineData("REM-02", "2026-12-01", "2027-02-28", "2027-02-26")]
    [InlineData("FTT-02", "2026-12-04", "2026-12-29", "2026-12-29")]
    [InlineData("COR-02", "2026-12-23", "2027-01-25", "2027-01-25")]
    [InlineData("CD-09", "2026-02-18", "2027-02-18", "2027-02-18")]
    public void The_worked_examples_of_the_law_come_out(string rule, string from, string last, string due)
    {
        var term = Terms.Find(rule)!;

        var working = term.WorkOut(Day(from), Days);

        working.LastDay.Should().Be(Day(last));
        working.InternalDue.Should().Be(Day(due));
    }

    [Fact]
    public void A_recall_must_reach_the_tribunal_within_a_month_of_return_and_the_month_never_moves_forward()
    {
        var returned = Day("2027-01-31");

        var working = Terms.ReferRecall.WorkOut(returned, Days);

        working.Summary.Should().Be("Refer the recalled patient to the tribunal: the last day is Sunday 28 February 2027, 1 month after Sunday 31 January 2027; do it by Friday 26 February 2027.");
        working.DueAt.Should().BeNull();
        working.Text("Last day").Should().Contain("doesn't move");
    }

    [Fact]
    public void Our_tribunal_statement_moves_past_Christmas_to_5pm_on_the_next_working_day()
    {
        var papers = Day("2026-12-04");

        var working = Terms.TribunalStatement.WorkOut(papers, Days);

        working.DueAt.Should().Be(Moment("2026-12-29", 17));
        working.Text("Last day").Should().Be("Friday 25 December 2026 is a bank holiday (Christmas Day); the tribunal rules move it to the next working day: 5pm on Tuesday 29 December 2026.");
    }

    [Fact]
    public void A_patient_deprived_of_liberty_may_apply_from_six_months_to_twelve()
    {
        var started = Day("2026-02-18");

        var working = Terms.DolApplicationOpens.WorkOut(started, Days);

        working.Window.Should().Be(new Window(Day("2026-08-18"), Day("2027-02-17")));
        working.LastDay.Should().Be(Day("2026-08-18"));
    }

    [Fact]
    public void Written_reasons_for_a_recall_are_due_72_hours_later_weekend_or_not()
    {
        var admitted = Moment("2026-11-20", 18);

        var working = Terms.WrittenRecallReasons.WorkOut(admitted, Days);

        working.DueAt.Should().Be(Moment("2026-11-23", 18));
        working.LastDay.Should().Be(Day("2026-11-23"));
    }

    [Fact]
    public void An_MPs_letter_counts_from_the_first_working_day_after_receipt()
    {
        var received = Day("2026-12-23");

        Days.EnglandAndWales.AddWorkingDays(received, 1).Should().Be(Day("2026-12-24"));
        Days.EnglandAndWales.WorkingDaysBetween(received, Day("2027-01-25")).Should().Be(20);
    }

    [Fact]
    public void The_detained_and_the_discharged_window_are_the_same_seen_from_either_end()
    {
        var order = Day("2026-03-31");

        Terms.DetainedApplicationOpens.WorkOut(order, Days).Window.Should().Be(new Window(Day("2026-09-30"), Day("2027-03-30")));
        Terms.DetainedApplicationCloses.WorkOut(order, Days).Window.Should().Be(new Window(Day("2026-09-30"), Day("2027-03-30")));
        Terms.DetainedApplicationCloses.WorkOut(order, Days).LastDay.Should().Be(Day("2027-03-30"));
        Terms.DischargedApplicationOpens.WorkOut(order, Days).Window.Should().Be(new Window(Day("2027-03-31"), Day("2028-03-30")));
        Terms.DischargedApplicationCloses.WorkOut(order, Days).LastDay.Should().Be(Day("2028-03-30"));
    }

    [Fact]
    public void A_recall_hearing_starts_five_to_eight_weeks_after_the_reference()
    {
        var received = Day("2026-11-28");

        var working = Terms.LatestRecallHearing.WorkOut(received, Days);

        working.Window.Should().Be(new Window(Day("2027-01-02"), Day("2027-01-25")));
        working.LastDay.Should().Be(Day("2027-01-25"));
        Terms.EarliestRecallHearing.WorkOut(received, Days).LastDay.Should().Be(Day("2027-01-02"));
    }
}
