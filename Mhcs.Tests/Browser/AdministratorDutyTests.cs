using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

/// <summary>Duties of a casework administrator (domain notes, section 10), done through the pages by one.</summary>
public class AdministratorDutyTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task An_administrator_raises_the_letters_of_an_ended_restriction_issues_them_tells_everybody_and_closes_the_file()
    {
        var patient = await portal.Held(LegalCategory.S47_49, release: London.Day(portal.Services.GetRequiredService<Occasions>().Now).AddDays(60));
        var ending = await portal.Begun(EndOfRestriction.Type, patient, "record-that-the-restrictions-have-ended");
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        var file = new CaseVisit(administrator, EndOfRestriction.Type, ending);

        await file.Take("raise-the-letters-and-notices");
        foreach (var paper in new[] { Papers.EndOfRestriction, Papers.EndOfRestrictionPatient }) await file.Issue(paper.Label);
        await file.TellEverybody();
        await file.Take("close-the-file");

        await administrator.GoTo($"/patients/{patient}");
        await Expect(administrator.Page.Locator(".app-strip")).ToContainTextAsync("None open");
        administrator.ShouldBeQuiet();
    }

    [Fact]
    public async Task An_administrator_asks_for_an_annual_report_records_it_and_files_it_once_it_is_read()
    {
        var report = await portal.Begun(AnnualReport.Type, await portal.Held());
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        var file = new CaseVisit(administrator, AnnualReport.Type, report);

        foreach (var step in new[] { "ask-for-the-report", "record-the-report" }) await file.Take(step);
        await portal.Take(report, "caseworker.a", "read-no-concern");
        await file.Take("file-the-report");

        await Expect(administrator.Page.Locator("main")).ToContainTextAsync("Filed");
        administrator.ShouldBeQuiet();
    }
}
