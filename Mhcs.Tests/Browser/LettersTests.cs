using System.IO.Compression;
using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Cases;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

public sealed class LettersTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task A_text_edited_by_one_and_approved_by_another_stands_in_the_letters_that_are_then_issued_together()
    {
        var (first, second) = (await Monitored(), await Monitored());
        await using var head = await portal.Visit(chromium, "headofsection");
        await using var administrator = await portal.Visit(chromium, "systemadministrator");
        await using var clerk = await portal.Visit(chromium, "caseworkadministrator.a");

        await head.GoTo("/admin/templates/monitoring");
        var text = await head.Page.InputValueAsync("#template-text");
        await Type(head, "#template-text", text.Replace("{{reviewOn}}", "{{reviewOn}} {{nobody}}"));
        await head.Page.Locator("#unsound").GetByText("“{{nobody}}” is nothing this paper knows").WaitForAsync();
        await Type(head, "#template-text", text.Replace("watch more closely", "watch far more closely"));
        await head.Page.Locator(".app-paper").GetByText("watch far more closely").WaitForAsync();
        await Type(head, "#template-reason", "Supervisors asked for it");
        await Press(head, "Propose this text");
        await head.Page.Locator("#change ins").GetByText("watch far more closely").WaitForAsync();
        await head.ShouldBeAccessible();
        await Expect(head.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await administrator.GoTo("/admin/templates/monitoring");
        await Press(administrator, "Approve");
        await administrator.Page.Locator("#versions").GetByText("Version 2 is in force").WaitForAsync();
        await administrator.ShouldBeAccessible();

        await clerk.GoTo("/my-work");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Issue stock letters together" }).ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Heading, new() { Name = "Letters", Exact = true }).WaitForAsync();
        await Press(clerk, "Tick all that are ready on this page");
        await clerk.ShouldBeAccessible();
        await Press(clerk, "Issue 2 letters");
        await clerk.Page.GetByText("2 letters are issued.").WaitForAsync();
        await Expect(clerk.Page.GetByText("Nothing waits to be issued")).ToBeVisibleAsync();
        await clerk.ShouldBeAccessible();
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => clerk.Page.GetByRole(AriaRole.Link, new() { Name = "Download them as one ZIP" }).ClickAsync());
        await using (var zip = await ZipFile.OpenReadAsync(await download.PathAsync()))
            zip.Entries.Select(e => e.Name).Should().BeEquivalentTo($"{first} monitoring 1.docx", $"{second} monitoring 1.docx");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = "print them all" }).ClickAsync();
        await Expect(clerk.Page.Locator(".app-paper")).ToHaveCountAsync(2);
        await Expect(clerk.Page.Locator(".app-paper").First).ToContainTextAsync("watch far more closely");
        await clerk.ShouldBeAccessible();

        await clerk.GoTo($"/cases/{first}/papers/1");
        await clerk.Page.GetByText("from version 2 of the text").First.WaitForAsync();
        await clerk.ShouldBeAccessible();
        head.ShouldBeQuiet();
        administrator.ShouldBeQuiet();
        clerk.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_submission_fills_itself_is_edited_by_one_cleared_by_another_and_issued()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await caseworker.GoTo($"/cases/{reference}/briefings");
        await Press(caseworker, "Ministerial submission");
        await caseworker.Page.Locator("#briefing-purpose").WaitForAsync();
        // What may distress is not sent to the browser before somebody asks for it.
        await Expect(caseworker.Page.Locator("#briefing-risk")).ToHaveCountAsync(0);
        await caseworker.Page.GetByRole(AriaRole.Button, new() { Name = "Show Risk" }).ClickAsync();
        await Expect(caseworker.Page.Locator("#briefing-risk")).ToBeVisibleAsync();
        await Type(caseworker, "#briefing-recommendation", "Wait for the supervisors’ views.");
        await Press(caseworker, "Save");
        await caseworker.Page.GetByText("Version 2, facts as of").WaitForAsync();
        await caseworker.ShouldBeAccessible();
        await Press(caseworker, "Clear it");
        await caseworker.Page.GetByText("You wrote this last, so somebody else clears it").First.WaitForAsync();
        var address = new Uri(caseworker.Page.Url).AbsolutePath;
        await deputy.GoTo(address);
        await Press(deputy, "Clear it");
        await Press(deputy, "Issue it");
        await deputy.Page.GetByRole(AriaRole.Link, new() { Name = "Download it" }).WaitForAsync();

        await deputy.ShouldBeAccessible();
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task What_is_not_issued_is_printed_as_a_draft_and_what_is_as_it_went_out()
    {
        var reference = await Monitored();
        await using var clerk = await portal.Visit(chromium, "caseworkadministrator.a");

        await clerk.GoTo($"/letters/print?papers={reference}:1");
        await Expect(clerk.Page.GetByText("DRAFT, NOT ISSUED")).ToHaveCountAsync(2);
        await clerk.ShouldBeAccessible();
        (await portal.Services.GetRequiredService<Mhcs.Portal.Documents.DocumentDesk>().Issue(new(reference), 1, (await portal.Who("caseworkadministrator.a")).Id)).Should().BeOfType<Outcome.Done>();
        await clerk.GoTo($"/cases/{reference}/papers/1/print");

        await clerk.Page.GetByText("as it went out").WaitForAsync();
        await Expect(clerk.Page.Locator(".app-paper").GetByText("we ask you to watch")).ToHaveCountAsync(1);
        await Expect(clerk.Page.GetByText("DRAFT, NOT ISSUED")).ToHaveCountAsync(0);
        clerk.ShouldBeQuiet();
    }

    [Fact]
    public async Task Of_two_people_at_one_briefing_each_keeps_their_section_and_what_both_wrote_is_settled()
    {
        var reference = await portal.AssignedRecall();
        await using var first = await portal.Visit(chromium, "caseworker.a");
        await using var second = await portal.Visit(chromium, "second.caseworker.a");
        await first.GoTo($"/cases/{reference}/briefings");
        await Press(first, "Ministerial submission");
        await first.Page.Locator("#briefing-purpose").WaitForAsync();
        var address = new Uri(first.Page.Url).AbsolutePath;
        await second.GoTo(address);
        await Type(second, "#briefing-recommendation", "Mine, typed first.");
        await Type(second, "#briefing-options", "Mine alone.");
        await second.GoTo("/my-work");

        await Type(first, "#briefing-recommendation", "Theirs, saved first.");
        await Type(first, "#briefing-victims", "Theirs alone.");
        await Press(first, "Save");
        await first.Page.GetByText("Version 2, facts as of").WaitForAsync();
        await second.GoTo(address);

        await second.Page.Locator("#two-answers").GetByText("Theirs, saved first.").WaitForAsync();
        await second.ShouldBeAccessible();
        await Press(second, "Keep theirs Recommendation");
        await Press(second, "Save");
        await second.Page.GetByText("Version 3, facts as of").WaitForAsync();
        foreach (var (section, text) in new[] { ("recommendation", "Theirs, saved first."), ("victims", "Theirs alone."), ("options", "Mine alone.") })
            (await second.Page.InputValueAsync($"#briefing-{section}")).Should().Be(text);
        second.ShouldBeQuiet();
    }

    [Theory]
    [InlineData("headofsection", "/admin/templates")]
    [InlineData("headofsection", "/admin/templates/recall-warrant")]
    [InlineData("caseworker.a", "/help/letters")]
    [InlineData("caseworker.a", "/help/letters/recall-warrant")]
    [InlineData("caseworker.a", "/letters")]
    [InlineData("caseworker.a", "/letters/print")]
    [InlineData("deputyhead.a", "/folder")]
    [InlineData("caseworker.a", "/cases/{case}/pack")]
    [InlineData("caseworker.a", "/cases/{case}/briefings")]
    public async Task On_a_phone_nothing_scrolls_sideways(string who, string path)
    {
        path = path.Contains("{case}") ? path.Replace("{case}", await portal.AssignedRecall()) : path;
        await using var visit = await chromium.Begin(portal.Address, new() { StorageState = await portal.BrowserState(who), ViewportSize = new() { Width = 390, Height = 844 } });

        await visit.GoTo(path);

        await visit.Page.Locator("h1").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        (await visit.Page.EvaluateAsync<bool>("[document.documentElement, ...document.querySelectorAll('.app-scroll')].every(part => part.scrollWidth <= part.clientWidth)")).Should().BeTrue();
        await visit.ShouldBeAccessible();
    }

    /// <summary>A recall under closer monitoring, whose letter waits to be issued.</summary>
    async Task<string> Monitored()
    {
        var reference = await portal.AssignedRecall();
        var caseworker = await portal.Who("caseworker.a");
        foreach (var step in new[] { "assess-the-concern", "monitor-closely" })
            (await portal.Services.GetRequiredService<CaseDesk>().Work(new(reference), caseworker.Id, (file, on) =>
            {
                var move = Recall.Type.Moves.First(m => m.From == file.State && m.Step.Code == step);
                return file.Take(move.Step, Support.Answers.To(move.Asks, on.At), on);
            })).Should().BeOfType<Outcome.Done>();
        return reference;
    }

    static async Task Type(Visit visit, string field, string text)
    {
        await visit.Page.FillAsync(field, text);
        await visit.Page.Locator(field).BlurAsync();
    }

    static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
}
