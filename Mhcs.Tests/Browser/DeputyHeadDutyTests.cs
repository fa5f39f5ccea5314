using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static System.Globalization.CultureInfo;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

/// <summary>Duties of a deputy head (domain notes, section 10), done through the pages by a deputy head.</summary>
public class DeputyHeadDutyTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    DateOnly Today => London.Day(portal.Services.GetRequiredService<Occasions>().Now);

    [Fact]
    public async Task A_deputy_head_approves_a_remission_and_signs_its_warrant_and_the_arrival_changes_the_patients_status()
    {
        var patient = await portal.Held(LegalCategory.S47_49);
        var remission = await portal.Begun(Remission.Type, patient, "check-the-form", "accept-for-assessment", "recommend");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");

        await deputy.GoTo("/decisions");
        await Expect(deputy.Page.GetByRole(AriaRole.Link, new() { Name = remission }).First).ToBeVisibleAsync();
        foreach (var step in new[] { "approve-the-remission", "sign-the-remission-warrant" }) await new CaseVisit(deputy, Remission.Type, remission).Take(step);
        await new CaseVisit(administrator, Remission.Type, remission).Take("confirm-the-arrival-in-prison");

        await deputy.GoTo($"/patients/{patient}");
        await Expect(deputy.Page.Locator(".app-strip")).ToContainTextAsync(LegalCategory.NotRestricted.Label);
        deputy.ShouldBeQuiet();
        administrator.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_deputy_head_assesses_a_flagged_patient_as_high_profile_and_the_flag_stands_on_the_patients_page()
    {
        var patient = await portal.Held();
        var assessment = await portal.Begun(HighProfileAssessment.Type, patient, "record-the-evidence", "put-it-to-the-deputy-head");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await new CaseVisit(deputy, HighProfileAssessment.Type, assessment).Take("assess-as-high-profile");

        await deputy.GoTo($"/patients/{patient}");
        await Expect(deputy.Page.GetByText("High profile", new() { Exact = true }).First).ToBeVisibleAsync();
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_deputy_head_agrees_a_voluntary_admission_and_reviews_it_with_its_three_questions()
    {
        var patient = await portal.Patient(victims: false);
        var recall = await portal.Begun(Recall.Type, patient, "assess-the-concern");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        var file = new CaseVisit(deputy, Recall.Type, recall);

        await file.Take("agree-a-voluntary-admission");
        await portal.Take(recall, "caseworker.a", "record-the-clinicians-update");
        await file.Take("review-the-voluntary-admission");

        await Expect(deputy.Page.Locator("#timeline")).ToContainTextAsync("Review the voluntary admission");
        await deputy.GoTo($"/patients/{patient}");
        await Expect(deputy.Page.Locator(".app-strip")).ToContainTextAsync(A.Reference.Book.Places.Hospitals.Order().First());
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_deputy_head_challenges_a_clinician_and_records_how_it_ended()
    {
        var added = await portal.Services.GetRequiredService<DirectoryDesk>().Add(EntryKind.Clinician, new("Dr F. Honeywick", "Willowmere Hospital", "Wales", "Willowmere", null, null, null, null, new(2020, 1, 1)), (await portal.Who("caseworkadministrator.a")).Id);
        added.Reasons.Should().BeEmpty();
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await deputy.GoTo("/engagement/new");
        await deputy.Page.CheckAsync("input[name='contact-kind'][value='Challenge']");
        await deputy.Page.FillAsync("#contact-entry", "Honeywick");
        await deputy.Page.Locator("#contact-entry-list").GetByRole(AriaRole.Option).First.ClickAsync();
        await Write(deputy, "contact-about", "The report gives no reason for its view of the risk");
        await Press(deputy, "Record it");
        await deputy.ComesTo("/engagement");
        var row = deputy.Page.Locator("tbody tr", new() { HasText = "The report gives no reason" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Record what came of it" }).ClickAsync();
        await deputy.Page.CheckAsync("input[name='answer-result'][value='Accepted']");
        await Write(deputy, "answer-outcome", "A new report with its reasons came");
        await deputy.Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Record it" }).ClickAsync();

        await Expect(row).ToContainTextAsync("Accepted. A new report with its reasons came");
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_deputy_head_takes_a_concern_up_with_a_judge_and_it_stands_in_the_log_of_liaison()
    {
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await deputy.GoTo("/engagement/new");
        await deputy.Page.CheckAsync("input[name='contact-kind'][value='Judge']");
        await Write(deputy, "contact-with", "Judge Larkwhistle");
        await Write(deputy, "contact-about", "A third adjournment for the same report");
        await Press(deputy, "Record it");
        await deputy.ComesTo("/engagement");
        await deputy.GoTo("/engagement?view=judges");

        await Expect(deputy.Page.Locator("tbody tr", new() { HasText = "Judge Larkwhistle" })).ToContainTextAsync("A third adjournment");
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_deputy_head_plans_a_training_and_records_who_came_and_what_they_said()
    {
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await deputy.GoTo("/engagement/events/new");
        await deputy.Page.CheckAsync("input[name='event-kind'][value='ExternalTraining']");
        await Write(deputy, "event-title", "Writing applications for leave");
        await Write(deputy, "event-where", "Our office");
        await Date(deputy, "event-on", Today);
        await Write(deputy, "event-others", "A ward manager\nA nurse");
        await Press(deputy, "Plan it");
        await deputy.ComesToLike("/engagement/events/[0-9]+$");
        await Write(deputy, "event-report", "They had not known what we need to be told");
        await Press(deputy, "Record who came");
        await Write(deputy, "event-from", "The ward manager");
        await deputy.Page.SelectOptionAsync("#event-mark", "5");
        await Press(deputy, "Add the feedback");

        await Expect(deputy.Page.Locator("#attendance")).ToContainTextAsync("2 of 2");
        await Expect(deputy.Page.Locator("#feedback")).ToContainTextAsync("5 of 5");
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_deputy_head_who_covers_the_head_decides_what_is_the_heads()
    {
        var decision = await portal.ConditionsToDecide("Live at 4 Harrowfield Court");
        var reference = CaseReference.Parse(decision);
        await portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
            (await writing.Db.Cases.Where(c => c.Reference == reference).Select(c => c.Patient!).SingleAsync()).Apply(new VictimWindowOpened("V-9001", Today.AddDays(20), Today)));
        await using var section = await portal.Visit(chromium, "headofsection");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await section.GoTo("/people/A");
        await section.Page.GetByRole(AriaRole.Button, new() { Name = "Record cover" }).First.ClickAsync();
        await section.Page.SelectOptionAsync("#cover-for", new SelectOptionValue { Value = (await portal.Who("headofteam.a")).Id.ToString() });
        await section.Page.SelectOptionAsync("#cover-by", new SelectOptionValue { Value = (await portal.Who("deputyhead.a")).Id.ToString() });
        await Date(section, "cover-to", Today);
        await Write(section, "cover-reason", "Annual leave");
        await section.Page.GetByRole(AriaRole.Button, new() { Name = "Record the cover" }).First.ClickAsync();
        await Expect(section.Page.Locator("main")).ToContainTextAsync("Annual leave");
        await new CaseVisit(deputy, ConditionalDischarge.Type, decision).Take("decide-early", (Facts.DecideEarlyBecause, "The placement is lost tomorrow."));

        await Expect(deputy.Page.Locator("#timeline")).ToContainTextAsync("deputyhead.a, acting for headofteam.a");
        section.ShouldBeQuiet();
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_decision_is_ticked_off_as_recorded_in_PPUD_and_the_reference_is_put_right_with_a_reason()
    {
        var patient = await portal.Patient(victims: false);
        var recall = await portal.Begun(Recall.Type, patient, "assess-the-concern", "consider-recall", "recommend-recall");
        await portal.Take(recall, "deputyhead.a", "refuse-recall");
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        var page = administrator.Page;

        await administrator.GoTo("/my-work");
        await Expect(page.Locator("li", new() { HasText = recall })).ToContainTextAsync("Update PPUD");
        await new CaseVisit(administrator, Recall.Type, recall).Look();
        await page.Locator("#notices").GetByRole(AriaRole.Button, new() { Name = "PPUD updated" }).ClickAsync();
        await administrator.ShouldBeAccessible();
        await Press(administrator, "PPUD is up to date");
        await Expect(page.Locator("#notices tr", new() { HasText = "PPUD" })).ToContainTextAsync("Updated");
        await Expect(page.Locator("#timeline")).ToContainTextAsync("PPUD updated");

        await administrator.GoTo($"/patients/{patient}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct the PPUD reference" }).ClickAsync();
        await Write(administrator, "ppud-reference", "AP4471");
        await Press(administrator, "Record it");
        await Expect(page.Locator("dialog[open] .govuk-error-summary")).ToContainTextAsync("Say why");
        await administrator.ShouldBeAccessible();
        await Write(administrator, "ppud-why", "Two figures were exchanged");
        await Press(administrator, "Record it");

        await Expect(page.Locator(".app-strip")).ToContainTextAsync("AP4471");
        administrator.ShouldBeQuiet();
    }

    static async Task Write(Visit visit, string id, string text)
    {
        await visit.Page.FillAsync($"#{id}", text);
        await visit.Page.Locator($"#{id}").BlurAsync();
    }

    static async Task Date(Visit visit, string id, DateOnly day)
    {
        foreach (var (part, number) in new[] { ("", day.Day), ("-month", day.Month), ("-year", day.Year) }) await Write(visit, $"{id}{part}", number.ToString(InvariantCulture));
    }

    static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
