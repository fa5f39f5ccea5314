using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Guidance;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

public sealed class DirectoryPagesTests(DirectoryPagesTests.App portal, Chromium chromium) : IClassFixture<DirectoryPagesTests.App>
{
    [Fact]
    public async Task Two_entries_of_one_hospital_become_one_and_the_old_name_leads_to_it()
    {
        var administrator = await portal.Who("caseworkadministrator.a");
        var desk = portal.Services.GetRequiredService<DirectoryDesk>();
        var old = (await desk.Add(EntryKind.Hospital, Details("Willowmere Secure Unit"), administrator.Id)).Id!.Value;
        var kept = (await desk.Add(EntryKind.Hospital, Details("Willowmere Hospital"), administrator.Id)).Id!.Value;
        await using var manager = await portal.Visit(chromium, "caseworkmanager.a");
        await using var other = await portal.Visit(chromium, "caseworker.a");
        await other.GoTo($"/directory/{old}");
        await Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Make one with another" })).ToHaveCountAsync(0);

        await manager.GoTo($"/directory/{old}");
        await Press(manager, "Make one with another");
        await manager.ShouldBeAccessible();
        await Press(manager, "Make them one");
        await Expect(manager.Page.Locator(".govuk-error-summary")).ToContainTextAsync("Choose the entry that stays");
        await manager.Page.FillAsync("#merge-into", "willowmere");
        await manager.Page.Locator("#merge-into-list").GetByRole(AriaRole.Option, new() { Name = "Willowmere Hospital" }).ClickAsync();
        await manager.Page.FillAsync("#merge-reason", "Same address, same wards");
        await manager.Page.Locator("#merge-reason").BlurAsync();
        await Press(manager, "Make them one");

        await manager.Page.GetByText("This became part of").WaitForAsync();
        await other.Page.GetByText("This became part of").WaitForAsync();
        await other.GoTo("/directory");
        await other.Page.FillAsync("#entry-words", "secure unit");
        await other.Page.Locator("#entry-words").PressAsync("Enter");
        await Expect(other.Page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(other.Page.Locator("tbody tr")).ToContainTextAsync("once Willowmere Secure Unit");
        other.Page.Url.Should().NotContainEquivalentOf("unit");
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Willowmere Hospital" }).ClickAsync();
        await other.ComesTo($"/directory/{kept}");
        await Expect(other.Page.Locator("#history")).ToContainTextAsync("Taken in");
        manager.ShouldBeQuiet();
        other.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_page_that_must_be_read_closes_the_step_on_an_open_screen_and_reading_it_opens_it_again()
    {
        var recall = await portal.AssignedRecall();
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var head = await portal.Visit(chromium, "headofteam.a");
        await caseworker.GoTo($"/cases/{recall}/steps/assess-the-concern");
        var closed = caseworker.Page.Locator(".app-unmet a", new() { HasText = "Read “Recall of a conditionally discharged patient”" });
        await Expect(closed).ToHaveCountAsync(0);
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);
        var proposed = await portal.Services.GetRequiredService<GuidanceDesk>().Propose("recall", new("Recall of a conditionally discharged patient", "Recall", [Recall.Type.Key], "Check the **bed** twice.", "Check the bed", today.AddYears(1), true, today), (await portal.Who("deputyhead.a")).Id);
        proposed.Reasons.Should().BeEmpty();

        await head.GoTo("/guidance/recall");
        await Press(head, "Approve");
        await closed.WaitForAsync();
        await closed.ClickAsync();
        await caseworker.ComesTo("/guidance/recall");
        await Expect(caseworker.Page.Locator("#text strong")).ToHaveTextAsync("bed");
        await caseworker.ShouldBeAccessible();
        await Press(caseworker, "I have read this");

        await caseworker.Page.GetByText("You confirmed on").WaitForAsync();
        await Expect(head.Page.Locator("#readers tr", new() { HasText = "second.caseworker.a" })).ToContainTextAsync("Not yet");
        await caseworker.GoTo($"/cases/{recall}/steps/assess-the-concern");
        await Expect(closed).ToHaveCountAsync(0);
        await caseworker.GoTo("/my-work");
        await Expect(caseworker.Page.Locator("#my-guidance")).ToHaveCountAsync(0);
        await head.ShouldBeAccessible();
        head.ShouldBeQuiet();
        caseworker.ShouldBeQuiet();
    }

    [Fact]
    public async Task Of_two_people_at_one_page_of_guidance_the_second_is_refused_and_has_both_texts_before_them()
    {
        await using var first = await portal.Visit(chromium, "deputyhead.a");
        await using var second = await portal.Visit(chromium, "headofteam.a");
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);
        foreach (var (visit, text) in new[] { (first, "Ask the ward first."), (second, "Ask the clinician first.") })
        {
            await visit.GoTo("/guidance/remission/edit");
            await Write(visit, "page-text", text);
            await Write(visit, "page-change", "Whom to ask");
            foreach (var (part, value) in new[] { ("", today.Day), ("-month", today.Month), ("-year", today.Year + 1) }) await Write(visit, $"page-review{part}", $"{value}");
        }
        await Press(first, "Put it up for approval");
        await first.ComesTo("/guidance/remission");
        await using var approver = await portal.Visit(chromium, "headofsection");
        await approver.GoTo("/guidance/remission");
        await Press(approver, "Approve");
        await Expect(approver.Page.Locator("#text")).ToContainTextAsync("Ask the ward first.");

        await Press(second, "Put it up for approval");

        await Expect(second.Page.Locator("#theirs")).ToContainTextAsync("Ask the ward first.");
        await Expect(second.Page.Locator("#page-text")).ToHaveValueAsync("Ask the clinician first.");
        await second.ShouldBeAccessible();
        await Press(second, "Put it up for approval");
        await second.ComesTo("/guidance/remission");
        second.ShouldBeQuiet();
    }

    [Fact]
    public async Task What_was_typed_about_a_contact_stands_there_when_the_page_is_opened_again()
    {
        await using var visit = await portal.Visit(chromium, "caseworkmanager.a");
        await visit.GoTo("/engagement/new");
        await Write(visit, "contact-about", "When the report on the ward will come");
        await Expect(visit.Page.GetByText("Draft kept")).ToBeVisibleAsync();

        await visit.GoTo("/engagement/new");

        await Expect(visit.Page.Locator("#contact-about")).ToHaveValueAsync("When the report on the ward will come");
        visit.ShouldBeQuiet();
    }

    static async Task Write(Visit visit, string id, string text)
    {
        await visit.Page.FillAsync($"#{id}", text);
        await visit.Page.Locator($"#{id}").BlurAsync();
    }

    static EntryDetails Details(string name) => new(name, null, "Wales", "Willowmere", "1 Acorn Row", null, null, null, new(2020, 1, 1));

    static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public sealed class App : CaseworkApp, IAsyncLifetime
    {
        // Begun before anybody asks for a service, which would start it without a socket.
        public ValueTask InitializeAsync()
        {
            _ = Address;
            return ValueTask.CompletedTask;
        }
    }
}
