using Mhcs.Portal.Ui;

namespace Mhcs.Tests.Portal.Ui;

public class ClockTimeTests
{
    [Theory]
    [InlineData("6:20pm", 18, 20)]
    [InlineData("6.20 pm", 18, 20)]
    [InlineData("18:20", 18, 20)]
    [InlineData("1820", 18, 20)]
    [InlineData("6pm", 18, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12:05 p.m.", 12, 5)]
    [InlineData("noon", 12, 0)]
    [InlineData("00:00", 0, 0)]
    public void A_time_is_read_as_people_write_it(string typed, int hour, int minute) =>
        ClockTime.Read(typed).Should().Be(new TimeOnly(hour, minute));

    [Theory]
    [InlineData("")]
    [InlineData("6")]
    [InlineData("25:00")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("6:75pm")]
    [InlineData("later")]
    public void What_could_be_two_times_or_none_is_not_guessed(string typed) =>
        ClockTime.Read(typed).Should().BeNull();

    [Fact]
    public void A_time_is_written_as_it_is_read()
    {
        var time = new TimeOnly(18, 20);

        ClockTime.Words(time).Should().Be("6:20pm");
        ClockTime.Words(new(9, 0)).Should().Be("9am");
        ClockTime.Read(ClockTime.Words(time)).Should().Be(time);
    }
}
