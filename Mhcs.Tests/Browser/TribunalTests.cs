using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class TribunalTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task Two_people_bring_a_tribunal_from_notice_to_outcome_with_an_adjournment_between()
    {
        var patient = await portal.Patient();
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        var reference = await CaseVisit.Open(caseworker, Tribunal.Type, patient, (Facts.TribunalRoute, Facts.DischargedApplies));
        var (ours, theirs) = (new CaseVisit(caseworker, Tribunal.Type, reference), new CaseVisit(deputy, Tribunal.Type, reference));
        await theirs.GiveTo("caseworker.a");
        foreach (var step in new[] { "give-the-tribunal-the-supervisors-names", "ask-for-the-reports", "prepare-the-case-summary", "receive-the-supervisors-reports", "write-the-statement" })
            await ours.Take(step);
        await theirs.Take("endorse-the-statement");
        await ReceiveConvictions(caseworker, ours);
        await ours.Take("send-our-statement");
        await ours.Take("record-the-hearing-date");
        await ours.Take("record-an-adjournment");
        await ours.Take("record-a-direction", (Facts.Direction, "Serve the risk assessment"));
        await deputy.GoTo("/tribunal");
        await deputy.Page.Locator("#reviews").GetByRole(AriaRole.Link, new() { Name = reference }).WaitForAsync();
        await deputy.ShouldBeAccessible();
        await theirs.Take("review-the-adjournment-or-directions");
        await deputy.GoTo("/tribunal");
        await Comply(caseworker, ours);
        await Assertions.Expect(deputy.Page.Locator("#directions").GetByText("Serve the risk assessment")).ToHaveCountAsync(0);
        await ours.Take("record-the-hearing-date");
        await ours.Take("record-that-the-case-was-heard");
        await ours.Take("record-no-discharge");
        await ours.Take("review-the-decision");
        await theirs.Take("accept-the-decision");
        await ours.Take("record-that-the-outcome-is-carried-out");
        await ours.Take("close-the-file");

        await ours.Look();
        await caseworker.Page.Locator(".app-head--case .app-tag", new() { HasText = "Closed" }).WaitForAsync();
        await caseworker.GoTo($"/patients/{patient}");
        await caseworker.Page.GetByText(Facts.DischargedApplies).First.WaitForAsync();
        caseworker.ShouldBeQuiet();
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task An_administrator_asks_after_a_deferred_discharge_and_chases_it_until_a_caseworker_records_that_it_happened()
    {
        var reference = await portal.DeferredDischarge();
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        var (ours, theirs) = (new CaseVisit(administrator, ConditionalDischarge.Type, reference), new CaseVisit(caseworker, ConditionalDischarge.Type, reference));
        await administrator.GoTo("/tribunal");
        var row = administrator.Page.Locator("#deferred").GetByRole(AriaRole.Row, new() { Name = reference });
        await Assertions.Expect(row).ToContainTextAsync("A place in a staffed house");
        await administrator.ShouldBeAccessible();

        await ours.Take("ask-how-the-arrangements-stand", (Facts.ArrangementsAskedOf, "The hospital"));
        await ours.Issue(Papers.ArrangementsAsked.Label);
        await ours.Take("chase-the-arrangements", (Facts.ArrangementsChased, "The ward rang back."), (Facts.ArrangementsOutstanding, "Only the address"));
        await administrator.GoTo("/tribunal");
        await Assertions.Expect(row).ToContainTextAsync("Only the address");
        await theirs.Take("record-the-discharge", (Facts.DeprivesOfLiberty, "No"));

        await Assertions.Expect(row).ToHaveCountAsync(0);
        administrator.ShouldBeQuiet();
        caseworker.ShouldBeQuiet();
    }

    static async Task ReceiveConvictions(Visit visit, CaseVisit file)
    {
        await file.Look();
        await visit.Page.Locator("#steps").GetByRole(AriaRole.Link, new() { Name = "Previous convictions: not asked for yet" }).ClickAsync();
        await visit.Page.CheckAsync("input[name='want-act'][value='Receive']");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record as received" }).ClickAsync();
        await visit.Page.Locator("#wanted tr", new() { HasText = "Previous convictions" }).GetByText("Received", new() { Exact = true }).WaitForAsync();
    }

    static async Task Comply(Visit visit, CaseVisit file)
    {
        await file.Look();
        var row = visit.Page.Locator("#dates li", new() { HasText = "Serve the risk assessment" }).First;
        await row.GetByRole(AriaRole.Button, new() { Name = "How was this worked out?" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Record that it is done" }).ClickAsync();
        await visit.Page.FillAsync("#comply-how", "Served by secure email");
        await visit.Page.Locator("#comply-how").BlurAsync();
        await visit.Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Record that it is done" }).ClickAsync();
        await visit.Page.Locator("#notes").GetByText("Serve the risk assessment: Served by secure email").WaitForAsync();
    }
}
