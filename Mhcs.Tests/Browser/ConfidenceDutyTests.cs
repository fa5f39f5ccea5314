using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Cases;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

/// <summary>Duties of the leader's caseworker and of everybody (domain notes, section 10): what is kept in confidence, the folder, the archive, done through the pages by the right people.</summary>
public class ConfidenceDutyTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task A_caseworker_flags_a_request_that_would_breach_impartiality_and_the_manager_decides()
    {
        _ = portal.Address;
        var letter = await portal.Begun(Letter.Type, null);
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var manager = await portal.Visit(chromium, "teammanager.a");

        await new CaseVisit(caseworker, Letter.Type, letter).Take("flag-a-breach-of-impartiality");
        await manager.GoTo("/decisions");
        await Expect(manager.Page.GetByRole(AriaRole.Link, new() { Name = letter }).First).ToBeVisibleAsync();
        await new CaseVisit(manager, Letter.Type, letter).Take("answer-as-far-as-impartiality-allows");

        await Expect(manager.Page.Locator("#timeline")).ToContainTextAsync("Answer as far as impartiality allows");
        caseworker.ShouldBeQuiet();
        manager.ShouldBeQuiet();
    }

    [Fact]
    public async Task The_daily_folder_holds_what_is_to_be_decided_and_is_taken_along_as_a_document()
    {
        var recall = await portal.Begun(Recall.Type, await portal.Patient(victims: false), "assess-the-concern", "consider-recall", "recommend-recall");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await deputy.GoTo("/folder");
        await Expect(deputy.Page.Locator("#decisions")).ToContainTextAsync(recall);
        var taken = await deputy.Page.RunAndWaitForDownloadAsync(() => deputy.Page.GetByRole(AriaRole.Link, new() { Name = "As a Word document" }).ClickAsync());

        taken.SuggestedFilename.Should().StartWith("Daily folder").And.EndWith("OFFICIAL-SENSITIVE.docx");
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_caseworker_places_a_hold_on_an_old_record_and_a_deputy_head_reviews_it_and_lifts_the_hold()
    {
        var patient = await portal.Held(LegalCategory.NotRestricted, since: new(1995, 3, 2));
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await caseworker.GoTo("/retention");
        await Press(caseworker, "Place a hold");
        await Write(caseworker, "hold-patient", patient);
        await caseworker.Page.SelectOptionAsync("#hold-ground", "Inquest");
        await Write(caseworker, "hold-why", "The coroner for Willowmere asked for it");
        await Press(caseworker, "Place the hold");
        await Expect(caseworker.Page.Locator("main")).ToContainTextAsync($"The record of {patient} is held.");

        await deputy.GoTo("/retention");
        await Press(deputy, $"Review {patient}");
        await deputy.Page.CheckAsync("input[name='review-decision'][value='OfferToArchives']");
        await Write(deputy, "review-reason", "Thirty years have passed");
        await Press(deputy, "Record the review");
        await Expect(deputy.Page.Locator("dialog[open] .govuk-error-summary")).ToContainTextAsync("The record is held");
        await deputy.GoTo("/retention?show=held");
        await Press(deputy, $"Lift the hold on {patient}");
        await Write(deputy, "hold-because", "The inquest is over");
        await Press(deputy, "Lift the hold");
        await Expect(deputy.Page.Locator("main")).ToContainTextAsync($"The hold on {patient} is lifted.");
        await deputy.GoTo("/retention");
        await Press(deputy, $"Review {patient}");
        await deputy.Page.CheckAsync("input[name='review-decision'][value='OfferToArchives']");
        await Write(deputy, "review-reason", "Thirty years have passed");
        await Press(deputy, "Record the review");

        await Expect(deputy.Page.Locator("main")).ToContainTextAsync($"The review of {patient} is on the record.");
        caseworker.ShouldBeQuiet();
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task Somebody_reports_impropriety_outside_their_line_and_reads_what_was_done()
    {
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var head = await portal.Visit(chromium, "headofsection");

        await caseworker.GoTo("/speak-up");
        await caseworker.Page.CheckAsync("input[name='speak-to'][value='HeadOfSection']");
        await Write(caseworker, "speak-text", "I was asked to leave a report out of the file");
        await Press(caseworker, "Send it");
        await Expect(caseworker.Page.Locator("main")).ToContainTextAsync("Your report has been sent.");
        await head.GoTo("/speak-up");
        await head.Page.Locator(".app-report", new() { HasText = "leave a report out" }).GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Write(head, "speak-answer", "The report is in the file, and the matter was taken up");
        await Press(head, "Record what was done");

        await Expect(caseworker.Page.Locator(".app-report", new() { HasText = "leave a report out" })).ToContainTextAsync("the matter was taken up");
        caseworker.ShouldBeQuiet();
        head.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_deputy_head_opens_a_restricted_file_in_an_emergency_and_the_head_takes_note()
    {
        var recall = await portal.Begun(Recall.Type, await portal.Patient());
        (await portal.Services.GetRequiredService<CaseDesk>().Work(CaseReference.Parse(recall), (await portal.Who("teammanager.a")).Id, (file, on) => file.Restrict(true, [], "Press interest", on))).Should().BeOfType<Outcome.Done>();
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        await using var head = await portal.Visit(chromium, "headofteam.a");

        await deputy.GoTo("/confidentiality");
        await Write(deputy, "glass-reference", recall);
        await Write(deputy, "glass-reason", "The patient is at large and nobody named on the file is in");
        await Press(deputy, "Open the file for 24 hours");
        await deputy.Page.Locator("#opened").GetByRole(AriaRole.Link, new() { Name = recall }).ClickAsync();
        await deputy.ComesTo($"/cases/{recall}");
        await Expect(deputy.Page.Locator("#timeline")).ToContainTextAsync("Case opened");
        await head.GoTo("/confidentiality");
        await Press(head, $"Take note the opening of {recall}");

        await Expect(head.Page.Locator("#opened tr", new() { HasText = recall })).ToContainTextAsync("headofteam.a took note");
        deputy.ShouldBeQuiet();
        head.ShouldBeQuiet();
    }

    [Fact]
    public async Task Who_declares_a_conflict_of_interest_loses_the_patient_and_their_case_goes_back_to_be_given_to_somebody()
    {
        var patient = await portal.Patient();
        var recall = await portal.Begun(Recall.Type, patient);
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var manager = await portal.Visit(chromium, "teammanager.a");

        await caseworker.GoTo($"/patients/{patient}");
        await Press(caseworker, "Declare a conflict of interest");
        await Write(caseworker, "conflict-why", "A former neighbour");
        await Press(caseworker, "Declare it and close the files to me");
        await Expect(caseworker.Page.Locator("#conflicts")).ToContainTextAsync("A former neighbour");
        caseworker.ShouldBeQuiet();
        (await caseworker.Page.GotoAsync($"/patients/{patient}"))!.Status.Should().Be(404);
        await manager.GoTo($"/cases/{recall}");

        await Expect(manager.Page.Locator(".app-strip")).ToContainTextAsync("Nobody yet");
        manager.ShouldBeQuiet();
    }

    static async Task Write(Visit visit, string id, string text)
    {
        await visit.Page.FillAsync($"#{id}", text);
        await visit.Page.Locator($"#{id}").BlurAsync();
    }

    static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
