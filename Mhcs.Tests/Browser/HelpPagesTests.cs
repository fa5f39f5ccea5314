using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class HelpPagesTests(SectionApp portal, Chromium chromium) : IClassFixture<SectionApp>
{
    [Fact]
    public async Task Help_leads_to_the_printed_table_of_every_kind_of_case()
    {
        await using var visit = await chromium.Open(portal, "/help");
        await visit.ShouldBeAccessible();

        foreach (var type in AllCaseTypes.All)
        {
            await visit.GoTo("/help");
            await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = type.Label, Exact = true }).ClickAsync();
            await visit.Page.GetByRole(AriaRole.Heading, new() { Name = type.Label, Level = 1 }).WaitForAsync();
            await visit.Page.Locator("main").GetByText(type.Moves[0].Step.Label).First.WaitForAsync();
            await visit.ShouldBeAccessible();
        }
        visit.ShouldBeQuiet();
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/help/dates")]
    [InlineData("/help/targets")]
    [InlineData("/help/case-types/conditional-discharge")]
    public async Task Help_is_read_on_a_phone_without_scrolling_sideways(string path)
    {
        await using var visit = await chromium.Open(portal, path, new() { ViewportSize = new() { Width = 390, Height = 844 }, ColorScheme = ColorScheme.Dark });

        await visit.Page.Locator("h1").WaitForAsync();

        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue();
        await visit.ShouldBeAccessible();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task Whoever_sees_no_case_finds_help_and_is_offered_no_search()
    {
        await using var visit = await chromium.Open(portal, "/", who: "systemadministrator");

        await visit.Page.GetByRole(AriaRole.Navigation, new() { Name = "Sections" }).GetByRole(AriaRole.Link, new() { Name = "Help" }).WaitForAsync();

        (await visit.Page.Locator("#find").CountAsync()).Should().Be(0);
        await visit.ShouldBeAccessible();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_and_leads_back()
    {
        await using var visit = await chromium.Open(portal, "/no-such-page");

        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Page not found" }).WaitForAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the start" }).ClickAsync();

        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "My work" }).WaitForAsync();
    }
}
