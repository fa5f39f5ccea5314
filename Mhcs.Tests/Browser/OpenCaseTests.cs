using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class OpenCaseTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task A_case_is_opened_for_a_patient_who_is_new_to_us()
    {
        await using var administrator = await NewPatient();
        await Type(administrator, "surname", "Brambleton");
        await administrator.Page.GetByText("Team A to Gile answers for this name").WaitForAsync();
        await Type(administrator, "forenames", "Odo");
        await Day(administrator, "bornOn", "2", "1", "1980");
        await administrator.Page.SelectOptionAsync("#category", nameof(LegalCategory.Cd));
        await Day(administrator, "since", "3", "10", "2022");
        await new CaseVisit(administrator, Recall.Type, "").Fill(Recall.Type.Opening.Asks);
        await administrator.ShouldBeAccessible();

        await Open(administrator);
        await administrator.ComesToLike("/cases/R-");

        await administrator.Page.GetByRole(AriaRole.Heading, new() { Name = "Brambleton, Odo" }).WaitForAsync();
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        (await db.Patients.SingleAsync(p => p.Surname == "Brambleton")).Should().BeEquivalentTo(new { Team = "A", Category = LegalCategory.Cd, CategorySince = new DateOnly(2022, 10, 3) });
        administrator.ShouldBeQuiet();
    }

    [Fact]
    public async Task Of_a_new_patient_everything_missing_is_named_at_its_field()
    {
        await using var administrator = await NewPatient();

        await Open(administrator);

        var faults = administrator.Page.Locator(".govuk-error-summary a");
        await Assertions.Expect(faults.Filter(new() { HasText = "Enter the patient’s surname" })).ToHaveCountAsync(1);
        await Assertions.Expect(faults.Filter(new() { HasText = "Enter the patient’s forenames" })).ToHaveCountAsync(1);
        await Assertions.Expect(faults.Filter(new() { HasText = "Enter the date of birth" })).ToHaveCountAsync(1);
        await administrator.ShouldBeAccessible();
    }

    [Fact]
    public async Task A_detained_patient_is_asked_for_the_hospital_and_anybody_restricted_since_when()
    {
        await using var administrator = await NewPatient();

        await administrator.Page.SelectOptionAsync("#category", nameof(LegalCategory.S37_41));

        await administrator.Page.Locator("#hospital").WaitForAsync();
        await administrator.Page.Locator("#since").WaitForAsync();
        await administrator.Page.SelectOptionAsync("#category", nameof(LegalCategory.NotRestricted));
        await administrator.Page.Locator("#hospital").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>The administrator at the form for a recall of somebody new.</summary>
    async Task<Visit> NewPatient()
    {
        var visit = await portal.Visit(chromium, "caseworkadministrator.a");
        await visit.GoTo("/cases");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Open a case" }).ClickAsync();
        await visit.Page.CheckAsync("input[name='type'][value='recall']");
        await visit.Page.CheckAsync("input[name='who'][value='new']");
        await visit.Page.Locator("#surname").WaitForAsync();
        return visit;
    }

    static Task Open(Visit visit) => visit.Page.GetByRole(AriaRole.Button, new() { Name = "Open the case", Exact = true }).ClickAsync();

    static async Task Day(Visit visit, string id, params string[] parts)
    {
        foreach (var (box, value) in new[] { id, $"{id}-month", $"{id}-year" }.Zip(parts)) await Type(visit, box, value);
    }

    static async Task Type(Visit visit, string id, string value)
    {
        await visit.Page.FillAsync($"#{id}", value);
        await visit.Page.Locator($"#{id}").BlurAsync();
    }
}
