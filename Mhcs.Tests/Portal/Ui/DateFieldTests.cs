using Mhcs.Portal.Ui;
using Mhcs.Tests.Support.Bench;

namespace Mhcs.Tests.Portal.Ui;

public class DateFieldTests
{
    [Theory]
    [InlineData("27", "3", "2026")]
    [InlineData(" 27", "03", "2026 ")]
    [InlineData("27", "March", "2026")]
    [InlineData("27", "mar.", "2026")]
    public void A_date_is_read_as_people_write_it(string day, string month, string year)
    {
        var read = new DateParts(day, month, year).Read("Date of return", out var problem);

        read.Should().Be(new DateOnly(2026, 3, 27));
        problem.Should().BeNull();
    }

    [Theory]
    [InlineData("27", "", "2026", "Date of return must include a month")]
    [InlineData("", "", "2026", "Date of return must include a day and month")]
    [InlineData("27", "3", "26", "Date of return must have a year of 4 numbers, for example 2026")]
    [InlineData("29", "2", "2026", "Date of return must be a real date, for example 27 3 2026")]
    [InlineData("27", "ma", "2026", "Date of return must be a real date, for example 27 3 2026")]
    [InlineData("-1", "3", "2026", "Date of return must be a real date, for example 27 3 2026")]
    [InlineData("1", "1", "0000", "Date of return must be a real date, for example 27 3 2026")]
    public void What_can_not_be_read_names_the_field_and_the_mend(string day, string month, string year, string mend)
    {
        var read = new DateParts(day, month, year).Read("Date of return", out var problem);

        read.Should().BeNull();
        problem.Should().Be(mend);
    }

    [Fact]
    public void Nothing_typed_is_no_date_and_no_mistake()
    {
        new DateParts().Read("Date of return", out var problem).Should().BeNull();

        problem.Should().BeNull();
    }

    [Fact]
    public async Task A_half_typed_date_is_not_scolded_but_its_problem_is_told()
    {
        await using var bench = new ComponentBench();
        string? told = null;
        var field = await bench.Render<DateField>(given => given.Set(f => f.Id, "returned").Set(f => f.Label, "Date of return").On(f => f.ProblemChanged, problem => told = problem));

        await field.Change("#returned", "27");

        told.Should().Be("Date of return must include a month and year");
        field.FindAll(".govuk-error-message").Should().BeEmpty();
    }

    [Fact]
    public async Task A_full_date_that_does_not_exist_is_said_at_the_field_and_what_was_typed_stays()
    {
        await using var bench = new ComponentBench();
        DateOnly? value = new DateOnly(2026, 1, 1);
        var field = await bench.Render<DateField>(given => given.Set(f => f.Id, "returned").Set(f => f.Label, "Date of return").On(f => f.ValueChanged, read => value = read));

        await field.Change("#returned", "31");
        await field.Change("#returned-month", "2");
        await field.Change("#returned-year", "2026");

        value.Should().BeNull();
        field.Find("#returned-error").TextContent.Should().Be("Error: Date of return must be a real date, for example 27 3 2026");
        field.Find("fieldset").GetAttribute("aria-describedby").Should().Be("returned-error");
        field.Find("#returned").GetAttribute("value").Should().Be("31");
    }

    [Fact]
    public async Task The_three_boxes_show_the_date_that_is_kept()
    {
        await using var bench = new ComponentBench();
        DateOnly? value = null;
        var field = await bench.Render<DateField>(given => given.Set(f => f.Id, "returned").Set(f => f.Label, "Date of return").Set(f => f.Value, new DateOnly(2026, 11, 28)).On(f => f.ValueChanged, read => value = read));

        await field.Change("#returned", "29");

        field.FindAll("input").Select(box => box.GetAttribute("value")).Should().Equal("29", "11", "2026");
        value.Should().Be(new DateOnly(2026, 11, 29));
    }
}
