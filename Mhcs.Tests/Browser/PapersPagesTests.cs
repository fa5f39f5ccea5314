using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class PapersPagesTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task A_paper_is_asked_for_once_from_the_list_and_when_it_has_come_the_step_opens()
    {
        var reference = await portal.TribunalToRecommend();
        await using var visit = await portal.Visit(chromium, "caseworkadministrator.a");
        var page = visit.Page;
        var row = page.Locator("#papers-rows tr", new() { HasText = reference }).Filter(new() { HasText = "Responsible clinician’s report" });

        await visit.GoTo("/papers?source=hospital");
        await visit.ShouldBeAccessible();
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the letters" }).ClickAsync();
        await page.GetByText("1 paper asked for in 1 letter").First.WaitForAsync();
        await row.GetByText("Asked for", new() { Exact = true }).WaitForAsync();
        await row.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the letters" }).ClickAsync();
        await page.GetByText("its next chase is not due yet").WaitForAsync();
        await Assertions.Expect(row.GetByRole(AriaRole.Checkbox)).ToBeCheckedAsync();
        await visit.ShouldBeAccessible();
        await visit.GoTo($"/cases/{reference}");
        await page.Locator("#steps").GetByRole(AriaRole.Link, new() { Name = "Responsible clinician’s report: asked for on" }).ClickAsync();
        await page.CheckAsync("input[name='want-act'][value='Receive']");
        await page.SetInputFilesAsync("#want-file", new FilePayload { Name = "report.txt", MimeType = "text/plain", Buffer = "The report"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Record as received" }).ClickAsync();
        await page.Locator("#wanted tr", new() { HasText = "Responsible clinician’s report" }).GetByRole(AriaRole.Link, new() { Name = "The document" }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "report.txt", Level = 1 }).WaitForAsync();
        await page.FrameLocator("iframe.app-shown").GetByText("The report").WaitForAsync();
        await visit.GoTo($"/cases/{reference}");
        await Assertions.Expect(page.Locator("#steps")).Not.ToContainTextAsync("Responsible clinician’s report");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task What_was_given_up_is_received_after_all_and_a_mistaken_receipt_is_taken_back()
    {
        var reference = await portal.TribunalToRecommend();
        await using var visit = await portal.Visit(chromium, "caseworker.a");
        var page = visit.Page;
        var row = page.Locator("#wanted tr", new() { HasText = "Responsible clinician’s report" });
        await visit.GoTo($"/cases/{reference}");

        await Answer("Not available", "Record as not available", "He has left");
        await row.GetByText("He has left").WaitForAsync();
        await visit.ShouldBeAccessible();
        await Answer("Received", "Record as received", null);
        await Answer("Take back", "Take the receipt back", "It is another patient’s");

        await row.GetByText("To ask for", new() { Exact = true }).WaitForAsync();
        visit.ShouldBeQuiet();

        async Task Answer(string act, string done, string? why)
        {
            await row.GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
            if (why is not null) await page.FillAsync("#want-why", why);
            if (why is not null) await page.Locator("#want-why").BlurAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = done }).ClickAsync();
        }
    }

    [Fact]
    public async Task Disturbing_material_lies_folded_behind_a_plain_description_and_earlier_versions_stay()
    {
        var reference = await portal.AssignedRecall();
        await using var visit = await portal.Visit(chromium, "caseworker.a");
        var page = visit.Page;
        await visit.GoTo($"/cases/{reference}");
        foreach (var text in new[] { "first", "second" })
        {
            await page.SetInputFilesAsync("#document", new FilePayload { Name = "statement.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes($"The {text} statement") });
            await page.Locator("#documents").GetByText(text == "first" ? "statement.txt" : "Version 2", new() { Exact = true }).First.WaitForAsync();
        }

        await page.Locator("#documents").GetByRole(AriaRole.Link, new() { Name = "statement.txt", Exact = true }).First.ClickAsync();
        await page.CheckAsync("#document-disturbing");
        await page.FillAsync("#document-shows", "an account of violence");
        await page.Locator("#document-shows").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await page.GetByText("Folded: an account of violence.").WaitForAsync();
        await Assertions.Expect(page.Locator("iframe")).ToHaveCountAsync(0);
        // Looked at while it is folded: nothing runs in the frame, not even what judges pages.
        await visit.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the document" }).ClickAsync();
        await page.FrameLocator("iframe.app-shown").GetByText("The second statement").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Version 1" }).ClickAsync();
        await page.GetByText("This is version 1, an earlier one.").WaitForAsync();
        visit.ShouldBeQuiet();
    }
}
