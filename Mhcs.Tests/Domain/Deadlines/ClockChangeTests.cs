using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using static Mhcs.Tests.Domain.Deadlines.Given;

namespace Mhcs.Tests.Domain.Deadlines;

public sealed class ClockChangeTests
{
    [Theory]
    [InlineData("2027-03-26", "2027-03-29", 19)]
    [InlineData("2026-10-23", "2026-10-26", 17)]
    public void Seventy_two_hours_are_hours_that_pass_when_the_clocks_change(string admitted, string due, int hour)
    {
        var at = Moment(admitted, 18);

        var working = Terms.WrittenRecallReasons.WorkOut(at, Days);

        working.DueAt.Should().Be(Moment(due, hour));
        (working.DueAt - at).Should().Be(TimeSpan.FromHours(72));
    }

    [Fact]
    public void Hours_are_told_as_a_London_clock_shows_them()
    {
        var utc = new DateTimeOffset(2026, 7, 1, 17, 20, 0, TimeSpan.Zero);

        London.Words(utc).Should().Be("6:20pm on Wednesday 1 July 2026");
        London.Day(new(2026, 7, 1, 23, 30, 0, TimeSpan.Zero)).Should().Be(Day("2026-07-02"));
        London.Day(new(2026, 12, 1, 23, 30, 0, TimeSpan.Zero)).Should().Be(Day("2026-12-01"));
    }

    [Theory]
    [InlineData(0, 0, "midnight")]
    [InlineData(12, 0, "midday")]
    [InlineData(9, 0, "9am")]
    [InlineData(17, 0, "5pm")]
    [InlineData(18, 20, "6:20pm")]
    public void Times_read_as_people_say_them(int hour, int minute, string words) =>
        London.Words(new TimeOnly(hour, minute)).Should().Be(words);

    [Fact]
    public void An_hour_the_clocks_skip_is_the_next_one_and_one_they_repeat_is_the_first()
    {
        London.At(Day("2027-03-28"), new(1, 30)).Should().Be(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero));
        London.At(Day("2026-10-25"), new(1, 30)).Should().Be(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Without_a_time_the_hours_are_counted_from_the_start_of_the_day()
    {
        var friday = Day("2026-11-20");

        var working = Terms.WrittenRecallReasons.WorkOut(friday, Days);

        working.DueAt.Should().Be(Moment("2026-11-23", 0));
        working.LastDay.Should().Be(Day("2026-11-22"));
        working.Text("Starts").Should().StartWith("The start of Friday 20 November 2026, because no time was given");
    }

    [Fact]
    public void A_period_of_days_starts_on_the_London_day_of_its_moment()
    {
        var justAfterMidnight = new DateTimeOffset(2026, 9, 29, 23, 30, 0, TimeSpan.Zero);

        var working = Terms.ReferRecall.WorkOut(justAfterMidnight, Days);

        working.From.Should().Be(Day("2026-09-30"));
        working.LastDay.Should().Be(Day("2026-10-30"));
    }
}
