using Mhcs.Portal.Ui;
using Mhcs.Tests.Support.Bench;

namespace Mhcs.Tests.Portal.Ui;

public class SortHeaderTests
{
    [Theory]
    [InlineData("patient", false, null)]
    [InlineData("date", false, "ascending")]
    [InlineData("date", true, "descending")]
    public async Task The_head_says_how_its_column_is_sorted(string column, bool descending, string? order)
    {
        await using var bench = new ComponentBench();

        var head = await bench.Render<SortHeader>(given => given.Set(h => h.Column, "date").Set(h => h.Words, "Next date").Set(h => h.Sorted, new Sort(column, descending)));

        head.Html.Should().StartWith(order is null ? "<th scope=\"col\"><button" : $"<th scope=\"col\" aria-sort=\"{order}\"><button");
        head.Find("svg").GetAttribute("aria-hidden").Should().Be("true");
    }

    [Fact]
    public async Task A_second_press_turns_the_order_round()
    {
        await using var bench = new ComponentBench();
        var sorted = new Sort("patient", Descending: true);
        var head = await bench.Render<SortHeader>(given => given.Set(h => h.Column, "date").Set(h => h.Words, "Next date").Set(h => h.Sorted, sorted).On(h => h.SortedChanged, now => sorted = now));

        await head.Click("button");
        sorted.Should().Be(new Sort("date"));

        await head.Give(given => given.Set(h => h.Sorted, sorted));
        await head.Click("button");
        sorted.Should().Be(new Sort("date", Descending: true));
    }
}
