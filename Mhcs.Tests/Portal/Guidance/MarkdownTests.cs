using Mhcs.Portal.Guidance;
using Mhcs.Tests.Support.Bench;

namespace Mhcs.Tests.Portal.Guidance;

public sealed class MarkdownTests : IAsyncDisposable
{
    readonly ComponentBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Headings_lists_tables_and_emphasis_become_elements_of_the_page()
    {
        var page = await Render("## When\n\n1. **First**\n2. *Second*\n\n| leave | who |\n| --- | --- |\n| day | [deputy](/people) |\n");

        page.Find("h2").TextContent.Should().Be("When");
        page.FindAll("ol li").Should().HaveCount(2);
        page.Find("ol strong").TextContent.Should().Be("First");
        page.Find("th[scope=col]").TextContent.Should().Be("leave");
        page.Find("td a[href='/people']").TextContent.Should().Be("deputy");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("before <img src=x onerror=alert(1)> after")]
    [InlineData("<b>bold</b>")]
    public async Task Markup_of_the_writers_own_is_shown_as_the_text_it_is(string text)
    {
        var page = await Render(text);

        page.FindAll("script, img, b").Should().BeEmpty();
        page.Find(".app-prose").TextContent.Should().Contain(text);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](//elsewhere.example)")]
    [InlineData("[x](/\\elsewhere.example)")]
    [InlineData("[x](http://plain.example)")]
    [InlineData("[x](https://name@elsewhere.example)")]
    [InlineData("[x](data:text/html,hello)")]
    public async Task A_link_leads_to_a_page_of_ours_or_by_https_or_nowhere(string text)
    {
        var page = await Render(text);

        page.FindAll("a").Should().BeEmpty();
        page.Find("p").TextContent.Should().Be("x");
    }

    [Fact]
    public async Task Text_nested_beyond_reason_is_shown_as_it_was_typed()
    {
        var page = await Render(new string('>', 5000) + " deep");

        page.Find(".app-prose").TextContent.Should().Contain("deep");
    }

    Task<Rendered<MarkdownText>> Render(string text) => _bench.Render<MarkdownText>(given => given.Set(t => t.Text, text));
}
