using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class CorrespondenceTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task A_letter_is_logged_drafted_with_its_findings_mended_and_waits_for_another_to_clear_it()
    {
        _ = portal.Address;
        await using var visit = await portal.Visit(chromium, "caseworker.a");
        var page = visit.Page;

        await visit.GoTo("/correspondence/log");
        await page.GetByLabel("Treat Official").CheckAsync();
        await page.GetByLabel("Who is writing").SelectOptionAsync("Member of the public");
        await page.GetByLabel("Who it is from").FillAsync("Thessaly Marchbank");
        await page.GetByLabel("What it is about").FillAsync("Delay of transfers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Thessaly Marchbank: Delay of transfers" }).WaitForAsync();
        var reference = new Uri(page.Url).Segments[^1];
        await portal.Draftable(reference);

        await visit.GoTo($"/cases/{reference}/steps/write-draft");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Please find attached our reply.");
        await page.GetByLabel("Line", new() { Exact = true }).SelectOptionAsync("The tribunal is independent");
        await Assertions.Expect(page.Locator("#house-style")).ToContainTextAsync("There is no salutation");
        await Assertions.Expect(page.Locator("#house-style")).ToContainTextAsync("please find attached");
        await visit.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it at the end of the text" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Text", new() { Exact = true })).ToHaveValueAsync("Please find attached our reply.\n\nThe tribunal is independent, and I cannot comment on its decisions.");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Dear Ms Marchbank\n\nI enclose our reply.");
        await page.GetByLabel("Line", new() { Exact = true }).FocusAsync();
        await Assertions.Expect(page.Locator("#house-style")).ToContainTextAsync("No findings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the draft" }).ClickAsync();
        await page.GetByText("Write the draft is on the record").WaitForAsync();
        await new CaseVisit(visit, Letter.Type, reference).Take("submit-the-draft-for-clearance");

        await visit.GoTo("/correspondence");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = reference })).ToContainTextAsync("Draft to clear");
        visit.ShouldBeQuiet();
    }
}
