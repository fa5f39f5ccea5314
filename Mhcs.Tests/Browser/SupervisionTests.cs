using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class SupervisionTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task A_report_with_a_red_answer_becomes_a_recall_between_two_people()
    {
        var (patient, discharge) = await portal.ReportToRead();
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await new CaseVisit(caseworker, ConditionalDischarge.Type, discharge).Take("read-the-report", (Facts.SignSubstances, "Yes"), (Facts.ReportReading, "A positive sample last week."));
        await deputy.GoTo("/decisions");
        await deputy.Page.GetByRole(AriaRole.Link, new() { Name = discharge }).First.WaitForAsync();
        await new CaseVisit(deputy, ConditionalDischarge.Type, discharge).Take("open-a-recall");

        // What followed is one click away, on the line that says so.
        await deputy.Page.Locator("#timeline").GetByRole(AriaRole.Link, new() { Name = await Recall(patient) }).ClickAsync();
        await deputy.Page.GetByText("Concern raised").First.WaitForAsync();
        await deputy.Page.GetByText("Supervisors’ report").First.WaitForAsync();
        await deputy.ShouldBeAccessible();
        foreach (var visit in new[] { caseworker, deputy }) visit.ShouldBeQuiet();
    }

    async Task<string> Recall(string patient)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<Mhcs.Portal.Data.PortalDb>>().CreateDbContextAsync();
        return (await db.Cases.SingleAsync(c => c.PatientNumber == patient && c.TypeKey == "recall")).Reference.Value;
    }
}
