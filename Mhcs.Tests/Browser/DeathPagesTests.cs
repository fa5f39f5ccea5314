using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

public sealed class DeathPagesTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    const string Warrant = "Recall warrant, section 42(3)";

    [Fact]
    public async Task A_death_stops_a_letter_waiting_to_go_on_the_page_of_whoever_was_about_to_issue_it()
    {
        var patient = await portal.Patient();
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        await using var clerk = await portal.Visit(chromium, "caseworkadministrator.a");
        await using var manager = await portal.Visit(chromium, "teammanager.a");
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        var recall = await CaseVisit.Open(administrator, Recall.Type, patient);
        await new CaseVisit(manager, Recall.Type, recall).GiveTo("caseworker.a");
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await new CaseVisit(caseworker, Recall.Type, recall).Take(step);
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await new CaseVisit(deputy, Recall.Type, recall).Take(step);
        await new CaseVisit(clerk, Recall.Type, recall).OpenPaper(Warrant);
        await Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true })).ToBeVisibleAsync();

        var death = await CaseVisit.Open(administrator, Death.Type, patient);
        await new CaseVisit(manager, Death.Type, death).GiveTo("caseworker.a");
        foreach (var step in new[] { "confirm-the-death", "record-the-death" }) await new CaseVisit(administrator, Death.Type, death).Take(step);

        await Expect(clerk.Page.GetByText("Nothing is sent to or about them any more")).ToBeVisibleAsync();
        await Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true })).ToHaveCountAsync(0);
        await clerk.ShouldBeAccessible();
        await new CaseVisit(deputy, Recall.Type, recall).OpenPaper(Warrant);
        await deputy.Page.GetByLabel("Why it has to be issued all the same").FillAsync("The hospital needs it for the coroner");
        await deputy.Page.GetByLabel("Why it has to be issued all the same").BlurAsync();
        await new CaseVisit(deputy, Recall.Type, recall).Press("Issue although the patient has died");
        await deputy.Page.GetByRole(AriaRole.Link, new() { Name = "Download it" }).WaitForAsync();
        await deputy.ShouldBeAccessible();
        foreach (var visit in new[] { administrator, clerk, manager, caseworker, deputy }) visit.ShouldBeQuiet();
    }
}
