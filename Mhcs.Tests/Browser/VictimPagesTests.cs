using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Cases;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class VictimPagesTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task Conditions_are_not_decided_while_a_victim_may_still_be_heard_until_the_head_says_so()
    {
        var decision = await portal.ConditionsToDecide("Live in the old house");
        var patient = await PatientOf(decision);
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        await using var head = await portal.Visit(chromium, "headofteam.a");

        await deputy.GoTo("/victims");
        await deputy.Page.GetByRole(AriaRole.Link, new() { Name = "Add a victim" }).ClickAsync();
        // A new page takes the focus to its heading, and what is typed before that is left again.
        await Assertions.Expect(deputy.Page.GetByRole(AriaRole.Heading, new() { Name = "Open a case" })).ToBeFocusedAsync();
        await deputy.Page.FillAsync("#patient", patient);
        await deputy.Page.Locator("#patient-list").GetByRole(AriaRole.Option).First.ClickAsync();
        await new CaseVisit(deputy, VictimLiaison.Type, "").Fill(VictimLiaison.Type.Opening.Asks);
        await deputy.Page.GetByRole(AriaRole.Button, new() { Name = "Open the case", Exact = true }).ClickAsync();
        await deputy.Page.WaitForFunctionAsync("() => location.pathname.startsWith('/cases/V-')");
        var liaison = new CaseVisit(deputy, VictimLiaison.Type, deputy.Page.Url.Split('/')[^1]);
        await deputy.Page.GetByRole(AriaRole.Link, new() { Name = "The record" }).ClickAsync();
        await deputy.Page.FillAsync("#victim-name", "O. Quincemarsh");
        await deputy.Page.Locator("#victim-name").BlurAsync();
        await deputy.Page.GetByRole(AriaRole.Button, new() { Name = "Keep the record" }).ClickAsync();
        await deputy.Page.GetByRole(AriaRole.Heading, new() { Name = "O. Quincemarsh" }).WaitForAsync();
        await deputy.ShouldBeAccessible();
        foreach (var step in new[] { "refer-to-the-scheme", "record-the-liaison-officer", "record-the-first-contact", "opt-in", "record-what-they-ask-for", "invite-representations" })
            await liaison.Take(step);

        var (theirs, heads) = (new CaseVisit(deputy, ConditionalDischarge.Type, decision), new CaseVisit(head, ConditionalDischarge.Type, decision));
        await theirs.Look();
        await Assertions.Expect(deputy.Page.Locator("#steps")).ToContainTextAsync("A victim’s time for representations runs until");
        await Assertions.Expect(deputy.Page.Locator("#steps a[href$='/steps/change-the-conditions']")).ToHaveCountAsync(0);
        await Assertions.Expect(deputy.Page.Locator("body")).Not.ToContainTextAsync("Quincemarsh");
        await heads.Take("decide-early", (Facts.DecideEarlyBecause, "The placement is lost tomorrow."));
        await theirs.Look();
        await Assertions.Expect(deputy.Page.Locator("#steps")).Not.ToContainTextAsync("A victim’s time for representations runs until");
        await Assertions.Expect(deputy.Page.Locator("#timeline")).ToContainTextAsync("decided before a victim’s time for representations has passed");

        await deputy.GoTo("/victims?list=windows");
        await Assertions.Expect(deputy.Page.Locator("#list tbody tr")).ToHaveCountAsync(1);
        await deputy.ShouldBeAccessible();
        foreach (var visit in new[] { deputy, head }) visit.ShouldBeQuiet();
    }

    async Task<string> PatientOf(string reference) =>
        (await portal.Services.GetRequiredService<CaseQuery>().Find(reference, (await portal.Who("deputyhead.a")).Id))!.File.PatientNumber!;
}
