using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using static Mhcs.Tests.Domain.Deadlines.Given;

namespace Mhcs.Tests.Domain.Deadlines;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2020-05-08", "Early May (moved to Friday for VE Day 75)")]
    [InlineData("2022-06-03", "Platinum Jubilee")]
    [InlineData("2022-09-19", "State Funeral of Queen Elizabeth II")]
    [InlineData("2026-12-28", "Boxing Day (substitute)")]
    public void Bank_holidays_are_known_by_name(string day, string name) =>
        Days.EnglandAndWales.HolidayName(Day(day)).Should().Be(name);

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-03-17")]
    [InlineData("2026-06-15")]
    [InlineData("2026-07-13")]
    [InlineData("2026-08-03")]
    [InlineData("2026-11-30")]
    [InlineData("2027-01-04")]
    public void A_holiday_in_Scotland_or_Northern_Ireland_stops_the_clock_of_the_whole_kingdom_only(string day)
    {
        Days.Uk.IsWorkingDay(Day(day)).Should().BeFalse();
        Days.EnglandAndWales.IsWorkingDay(Day(day)).Should().BeTrue();
    }

    [Fact]
    public void Freedom_of_information_counts_the_days_of_the_whole_kingdom()
    {
        var received = Day("2026-11-27");

        var working = Terms.FreedomOfInformation.WorkOut(received, Days);

        working.LastDay.Should().Be(Day("2026-12-30"));
        Days.EnglandAndWales.AddWorkingDays(received, 20).Should().Be(Day("2026-12-29"));
    }

    [Fact]
    public void The_next_and_the_last_working_day_are_found_around_Christmas()
    {
        var christmas = Day("2026-12-25");

        Days.EnglandAndWales.OnOrAfter(christmas).Should().Be(Day("2026-12-29"));
        Days.EnglandAndWales.OnOrBefore(christmas).Should().Be(Day("2026-12-24"));
        Days.EnglandAndWales.AddWorkingDays(christmas, -2).Should().Be(Day("2026-12-23"));
    }

    [Theory]
    [InlineData("2019-12-31")]
    [InlineData("2029-01-02")]
    public void A_year_without_bank_holidays_is_an_error_never_a_guess(string day)
    {
        var asked = () => Days.EnglandAndWales.IsWorkingDay(Day(day));

        asked.Should().Throw<CannotCountException>().WithMessage($"The bank holidays of {day[..4]} aren't loaded for England and Wales*");
    }

    [Fact]
    public void Working_days_are_not_counted_into_a_year_without_bank_holidays()
    {
        var counting = () => Terms.MpLetterReply.WorkOut(Day("2028-12-15"), Days);

        counting.Should().Throw<CannotCountException>();
    }

    [Fact]
    public void A_date_of_statute_beyond_the_bank_holidays_is_given_with_a_caution()
    {
        var considered = Day("2026-11-24");

        var working = Terms.ReferDetained.WorkOut(considered, Days);

        working.LastDay.Should().Be(Day("2029-11-24"));
        working.InternalDue.Should().Be(Day("2029-11-23"));
        working.Caution.Should().StartWith("The bank holidays of 2029 aren't loaded");
    }

    [Fact]
    public void The_kingdom_covers_only_years_for_which_every_part_of_it_is_known()
    {
        var days = WorkCalendars.From([new(Day("2026-01-01"), "england-and-wales", "New Year's Day"), new(Day("2026-01-02"), "scotland", "2 January")]);

        days.EnglandAndWales.CoversYear(2026).Should().BeTrue();
        days.Uk.CoversYear(2026).Should().BeFalse();
    }

    [Fact]
    public void A_division_nobody_knows_is_refused()
    {
        var loading = () => WorkCalendars.From([new(Day("2026-01-01"), "wales", "New Year's Day")]);

        loading.Should().Throw<CannotCountException>().WithMessage("\"wales\" on Thursday 1 January 2026 is no division*");
    }

    [Fact]
    public void Every_bank_holiday_says_where_it_is_from() =>
        Days.Uk.Holidays.Values.Should().OnlyContain(day => day.Provenance != "" && day.Name != "");
}
