using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class LeavePagesTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task New_leave_is_refused_until_the_last_one_is_reported_and_then_stands_on_the_patients_page()
    {
        var (patient, earlier, application) = await portal.LeaveAskedForAgain();
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        var (last, next, decided) = (new CaseVisit(caseworker, Leave.Type, earlier), new CaseVisit(caseworker, Leave.Type, application), new CaseVisit(deputy, Leave.Type, application));

        await caseworker.GoTo($"/cases/{application}/steps/accept-as-complete");
        await caseworker.Page.Locator(".app-unmet").GetByRole(AriaRole.Link, new() { Name = "The earlier leave (escorted day" }).ClickAsync();
        await caseworker.ComesTo($"/cases/{earlier}#steps");
        await last.Take("record-the-report-on-the-leave");
        await next.Take("accept-as-complete");
        await next.Take("recommend");
        await decided.Take("agree-the-overnight-leave");

        await deputy.GoTo($"/patients/{patient}");
        var standing = deputy.Page.Locator("#leave tbody tr").First;
        await Assertions.Expect(standing).ToContainTextAsync("Unescorted overnight");
        await Assertions.Expect(standing).ToContainTextAsync("In force today");
        await Assertions.Expect(standing.GetByRole(AriaRole.Link, new() { Name = application })).ToHaveCountAsync(1);
        await Assertions.Expect(deputy.Page.Locator("#leave tbody tr").Last).ToContainTextAsync("Reported");
        foreach (var visit in new[] { caseworker, deputy }) visit.ShouldBeQuiet();
        await deputy.ShouldBeAccessible();
    }
}
