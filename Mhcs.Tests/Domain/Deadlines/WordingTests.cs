using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using static Mhcs.Tests.Domain.Deadlines.Given;

namespace Mhcs.Tests.Domain.Deadlines;

public sealed class WordingTests
{
    [Theory]
    [InlineData(Unit.Days, Wording.After, 14, "2026-12-01", "2026-12-15")]
    [InlineData(Unit.Days, Wording.BeginningWith, 14, "2026-12-01", "2026-12-14")]
    [InlineData(Unit.Days, Wording.OnExpiry, 14, "2026-12-01", "2026-12-15")]
    [InlineData(Unit.Days, Wording.Before, 14, "2026-12-15", "2026-12-01")]
    [InlineData(Unit.Months, Wording.After, 1, "2026-12-01", "2027-01-01")]
    [InlineData(Unit.Months, Wording.BeginningWith, 1, "2026-12-01", "2026-12-31")]
    [InlineData(Unit.Months, Wording.OnExpiry, 1, "2026-12-01", "2027-01-01")]
    [InlineData(Unit.Months, Wording.Before, 3, "2027-05-31", "2027-02-28")]
    [InlineData(Unit.WorkingDays, Wording.After, 3, "2026-12-24", "2026-12-31")]
    [InlineData(Unit.WorkingDays, Wording.BeginningWith, 3, "2026-12-24", "2026-12-30")]
    [InlineData(Unit.WorkingDays, Wording.OnExpiry, 3, "2026-12-24", "2026-12-31")]
    [InlineData(Unit.WorkingDays, Wording.Before, 3, "2026-12-30", "2026-12-23")]
    public void Each_wording_ends_on_its_own_day(Unit unit, Wording wording, int amount, string from, string last)
    {
        var term = Term(amount, unit, wording);

        var working = term.WorkOut(Day(from), Days);

        working.LastDay.Should().Be(Day(last));
    }

    [Theory]
    [InlineData(Wording.After, 12, "2028-02-29", "2029-02-28")]
    [InlineData(Wording.After, 48, "2024-02-29", "2028-02-29")]
    [InlineData(Wording.After, 1, "2028-01-31", "2028-02-29")]
    [InlineData(Wording.After, 1, "2027-01-29", "2027-02-28")]
    [InlineData(Wording.After, 1, "2028-02-29", "2028-03-29")]
    [InlineData(Wording.BeginningWith, 12, "2027-03-01", "2028-02-29")]
    [InlineData(Wording.BeginningWith, 12, "2028-02-29", "2029-02-27")]
    public void A_month_without_the_date_ends_on_its_last_day_also_around_29_February(Wording wording, int amount, string from, string last)
    {
        var term = Term(amount, Unit.Months, wording, Binding.Statute);

        var working = term.WorkOut(Day(from), Days);

        working.LastDay.Should().Be(Day(last));
    }

    [Theory]
    [InlineData(Binding.Statute, "2027-01-02", "2026-12-31")]
    [InlineData(Binding.Code, "2027-01-02", "2026-12-31")]
    [InlineData(Binding.CourtProtocol, "2027-01-02", "2026-12-31")]
    [InlineData(Binding.Target, "2027-01-02", "2026-12-31")]
    [InlineData(Binding.TribunalRule, "2027-01-04", "2027-01-04")]
    public void Only_the_tribunal_rules_move_a_last_day_forward_all_else_is_done_the_working_day_before(Binding binding, string last, string due)
    {
        var term = Term(7, Unit.Days, Wording.After, binding);

        var working = term.WorkOut(Day("2026-12-26"), Days);

        working.LastDay.Should().Be(Day(last));
        working.InternalDue.Should().Be(Day(due));
    }

    [Fact]
    public void The_day_to_do_it_by_is_never_before_the_clock_has_started()
    {
        var saturday = Day("2026-11-21");

        var working = Term(1, Unit.Days, Wording.After).WorkOut(saturday, Days);

        working.InternalDue.Should().Be(Day("2026-11-22"));
        working.Text("Do by").Should().Be("Sunday 22 November 2026 itself: no working day lies between.");
    }

    [Fact]
    public void Nought_means_the_same_day()
    {
        var saturday = Day("2026-11-21");

        var working = Terms.MedicalLeaveDecision.WorkOut(saturday, Days);

        working.LastDay.Should().Be(saturday);
        working.InternalDue.Should().Be(saturday);
        working.Summary.Should().Be("Decide the urgent medical leave: on the same day, Saturday 21 November 2026.");
    }

    [Theory]
    [InlineData("2026-11-20", 9, "2026-11-20")]
    [InlineData("2026-11-20", 18, "2026-11-23")]
    [InlineData("2026-11-21", 9, "2026-11-23")]
    public void Immediately_to_the_tribunal_means_by_5pm_of_the_working_day(string day, int hour, string due)
    {
        var told = Moment(day, hour);

        var working = Terms.NameSupervisors.WorkOut(told, Days);

        working.DueAt.Should().Be(Moment(due, 17));
        working.LastDay.Should().Be(Day(due));
    }

    [Fact]
    public void A_pre_hearing_examination_is_counted_back_and_never_moved_nearer_the_hearing()
    {
        var hearing = Day("2027-01-09");

        var working = Terms.PreHearingExamination.WorkOut(hearing, Days);

        working.LastDay.Should().Be(Day("2026-12-26"));
        working.InternalDue.Should().Be(Day("2026-12-24"));
    }
}
