using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class DatesHelpTests(SectionApp portal, Chromium chromium) : IClassFixture<SectionApp>
{
    [Fact]
    public async Task A_date_is_worked_out_before_the_readers_eyes()
    {
        await using var visit = await chromium.Open(portal, "/help/dates?rule=REC-01");

        await Day(visit.Page, "day", "31", "1", "2027");

        await Assertions.Expect(visit.Page.GetByText("the last day is Sunday 28 February 2027, 1 month after Sunday 31 January 2027; do it by Friday 26 February 2027.")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_pause_moves_the_date_of_a_target()
    {
        await using var visit = await chromium.Open(portal, "/help/dates?rule=COR-01");
        await Day(visit.Page, "day", "23", "11", "2026");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a pause" }).ClickAsync();
        await Day(visit.Page, "pause-1-from", "25", "11", "2026");
        await Day(visit.Page, "pause-1-to", "27", "11", "2026");

        await Assertions.Expect(visit.Page.GetByText("the last day is Thursday 24 December 2026")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.GetByText("Not counted from Wednesday 25 November 2026 to Friday 27 November 2026")).ToBeVisibleAsync();
        await visit.ShouldBeAccessible();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_year_without_bank_holidays_is_refused_in_words()
    {
        await using var visit = await chromium.Open(portal, "/help/dates?rule=COR-01");

        await Day(visit.Page, "day", "15", "12", "2028");

        await Assertions.Expect(visit.Page.GetByText("The bank holidays of 2029 aren't loaded for England and Wales.")).ToBeVisibleAsync();
    }

    static async Task Day(IPage page, string id, params string[] parts)
    {
        foreach (var (box, value) in new[] { id, $"{id}-month", $"{id}-year" }.Zip(parts))
            await page.Locator($"#{box}").FillAsync(value);
        await page.Keyboard.PressAsync("Tab");
    }
}
