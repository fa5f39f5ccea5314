using System.IO.Compression;
using Mhcs.Domain.CaseTypes;
using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class CasePagesTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task A_recall_goes_from_concern_to_tribunal_reference_through_the_pages_by_four_roles()
    {
        var patient = await portal.Patient();
        await using var administrator = await As("caseworkadministrator.a");
        await using var manager = await As("teammanager.a");
        await using var caseworker = await As("caseworker.a");
        await using var deputy = await As("deputyhead.a");

        var reference = await CaseVisit.Open(administrator, Recall.Type, patient);
        await new CaseVisit(manager, Recall.Type, reference).GiveTo("caseworker.a");
        var (ours, theirs, papers) = (new CaseVisit(caseworker, Recall.Type, reference), new CaseVisit(deputy, Recall.Type, reference), new CaseVisit(administrator, Recall.Type, reference));
        await ours.Take("assess-the-concern");
        await ours.Take("consider-recall");
        await ours.Take("recommend-recall");
        await deputy.GoTo("/decisions");
        await deputy.Page.GetByRole(AriaRole.Link, new() { Name = reference }).WaitForAsync();
        await theirs.Take("approve-recall");
        await theirs.Take("sign-the-recall-warrant");
        var warrant = await papers.Issue("Recall warrant, section 42(3)");
        warrant.SuggestedFilename.Should().EndWith("recall-warrant 1.docx");
        await using (var zip = await ZipFile.OpenReadAsync(await warrant.PathAsync())) zip.GetEntry("word/document.xml").Should().NotBeNull();
        await administrator.ShouldBeAccessible();
        await papers.Take("record-the-patient-at-large");
        await papers.Take("confirm-the-return");
        await ours.Take("record-the-informing-of-the-patient");
        await ours.Take("refer-to-tribunal");

        await papers.Look();
        (await administrator.Page.Locator(".app-head--case .app-tag--info").TextContentAsync()).Should().Be("Referred to the tribunal");
        foreach (var visit in new[] { administrator, manager, caseworker, deputy }) visit.ShouldBeQuiet();
        await administrator.ShouldBeAccessible();
    }

    [Fact]
    public async Task A_warrant_with_a_corrected_fact_is_signed_again_from_the_decisions_then_issued_and_not_twice()
    {
        var reference = await portal.AssignedRecall();
        await using var administrator = await As("caseworkadministrator.a");
        await using var caseworker = await As("caseworker.a");
        await using var deputy = await As("deputyhead.a");
        var (ours, theirs, papers) = (new CaseVisit(caseworker, Recall.Type, reference), new CaseVisit(deputy, Recall.Type, reference), new CaseVisit(administrator, Recall.Type, reference));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await ours.Take(step);
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await theirs.Take(step);
        await papers.OpenPaper(Papers.RecallWarrant.Label);
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Issue", Exact = true })).ToBeVisibleAsync();

        await portal.RecordFact(reference, Facts.BriefReason, "Your mental health has become much worse.", by: "deputyhead.a");
        await administrator.Page.GetByText("It waits among the decisions of whoever may sign it").WaitForAsync();
        await deputy.GoTo("/decisions");
        await deputy.Page.GetByRole(AriaRole.Row, new() { Name = reference }).GetByRole(AriaRole.Link, new() { Name = $"Sign: {Papers.RecallWarrant.Label}" }).ClickAsync();
        await theirs.Press("Sign");
        await papers.Press("Issue");
        await administrator.Page.GetByText("Issue 1 is on the record").WaitForAsync();
        await papers.Press("Issue version 2");

        await administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Say why it goes out again" }).WaitForAsync();
        await administrator.ShouldBeAccessible();
        administrator.ShouldBeQuiet();
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_closed_step_says_why_and_leads_to_where_it_is_mended()
    {
        var reference = await portal.OpenedRecall();
        await using var manager = await As("teammanager.a");
        await manager.GoTo($"/cases/{reference}");

        await manager.Page.Locator("#steps").GetByRole(AriaRole.Link, new() { Name = "Give the case to a caseworker first" }).First.ClickAsync();
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Give it to caseworker.a", Exact = false }).First.ClickAsync();

        await manager.Page.Locator("#steps a[href$='/steps/assess-the-concern']").WaitForAsync();
        manager.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_step_sent_without_its_answers_names_each_question_and_keeps_the_others()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        var visit = new CaseVisit(caseworker, Recall.Type, reference);
        var move = await visit.Begin("assess-the-concern");

        await visit.Fill([Facts.SupervisorsViews], (Facts.SupervisorsViews, "Both are worried."));
        await visit.Press(move.Step.Label);

        await caseworker.Page.Locator(".govuk-error-summary a").First.WaitForAsync();
        (await caseworker.Page.InputValueAsync("#fact-supervisorsViews")).Should().Be("Both are worried.");
        await caseworker.ShouldBeAccessible();
    }

    [Fact]
    public async Task A_draft_survives_the_page_being_loaded_again()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        var visit = new CaseVisit(caseworker, Recall.Type, reference);
        await visit.Begin("assess-the-concern");
        await visit.Fill([Facts.SupervisorsViews], (Facts.SupervisorsViews, "Typed before the storm."));
        await caseworker.Page.GetByText("Draft kept at").WaitForAsync();

        await caseworker.Page.ReloadAsync();
        await caseworker.Interactive();

        await Assertions.Expect(caseworker.Page.Locator("#fact-supervisorsViews")).ToHaveValueAsync("Typed before the storm.");
    }

    [Fact]
    public async Task Of_two_people_on_one_step_the_second_is_told_what_changed_and_keeps_what_they_typed()
    {
        var reference = await portal.AssignedRecall();
        await using var first = await As("caseworker.a");
        await using var second = await As("second.caseworker.a");
        var visit = new CaseVisit(second, Recall.Type, reference);
        var move = await visit.Begin("assess-the-concern");
        await visit.Fill(move.Asks, (Facts.SupervisorsViews, "Kept through it all."));

        await new CaseVisit(first, Recall.Type, reference).Take("assess-the-concern");
        await visit.Press(move.Step.Label);

        await second.Page.GetByText("This case has changed since you opened this page").First.WaitForAsync();
        (await second.Page.InputValueAsync("#fact-supervisorsViews")).Should().Be("Kept through it all.");
        second.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_date_that_passes_while_somebody_answers_a_step_stops_nobody()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        var visit = new CaseVisit(caseworker, Recall.Type, reference);
        var move = await visit.Begin("assess-the-concern");
        await visit.Fill(move.Asks);

        await portal.LetDatesPass(reference);
        await visit.Press(move.Step.Label);

        await caseworker.Page.GetByText($"{move.Step.Label} is on the record").WaitForAsync();
        caseworker.ShouldBeQuiet();
    }

    [Fact]
    public async Task The_timeline_says_of_each_fact_what_it_was_before_and_what_it_is()
    {
        var reference = await portal.OpenedRecall();
        await using var administrator = await As("caseworkadministrator.a");
        await administrator.GoTo($"/cases/{reference}");

        await administrator.Page.Locator("#timeline").GetByText("What was recorded").First.ClickAsync();

        var row = administrator.Page.Locator("#timeline tbody tr", new() { HasText = Facts.ConcernSource.Label });
        await Assertions.Expect(row.Locator("td").First).ToHaveTextAsync("Not recorded");
        await Assertions.Expect(row.Locator("td").Last).ToHaveTextAsync(Facts.ConcernSource.Options[0]);
        await administrator.ShouldBeAccessible();
    }

    [Fact]
    public async Task What_one_person_does_shows_on_the_other_screen_by_itself()
    {
        var reference = await portal.AssignedRecall();
        await using var watching = await As("deputyhead.a");
        await using var acting = await As("caseworker.a");
        await watching.GoTo($"/cases/{reference}");
        await acting.GoTo($"/cases/{reference}");

        await acting.Page.FillAsync("#note", "The ward telephoned.");
        await acting.Page.Locator("#note").BlurAsync();
        await acting.Page.GetByRole(AriaRole.Button, new() { Name = "Add note" }).ClickAsync();

        await watching.Page.Locator("#notes").GetByText("The ward telephoned.").WaitForAsync();
    }

    [Fact]
    public async Task On_a_phone_the_path_runs_down_the_page_with_where_the_case_is_in_sight()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        await new CaseVisit(caseworker, Recall.Type, reference).Take("assess-the-concern");
        await caseworker.Page.SetViewportSizeAsync(390, 844);

        await caseworker.GoTo($"/cases/{reference}");

        var path = caseworker.Page.Locator("#path");
        await Assertions.Expect(path.Locator("#path-picture")).ToBeHiddenAsync();
        await Assertions.Expect(path.Locator("[aria-current=step]")).ToBeInViewportAsync();
        await Assertions.Expect(path.Locator("[aria-current=step]")).ToContainTextAsync("Triage");
        (await caseworker.Page.EvaluateAsync<bool>("[...document.querySelectorAll('#path *')].every(e => e.scrollWidth <= e.clientWidth + 1 || getComputedStyle(e).overflowX === 'visible')")).Should().BeTrue("nothing in it rolls");
        await caseworker.ShouldBeAccessible();
    }

    [Fact]
    public async Task A_path_wider_than_its_panel_opens_where_the_case_is_and_rolls_by_the_keyboard()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        await caseworker.Page.SetViewportSizeAsync(700, 900);
        await caseworker.GoTo($"/cases/{reference}");
        var picture = caseworker.Page.Locator("#path-picture");
        await Assertions.Expect(caseworker.Page.Locator("#path-picture-now")).ToBeInViewportAsync();
        var before = await picture.EvaluateAsync<int>("e => e.scrollLeft");

        await picture.FocusAsync();
        await caseworker.Page.Keyboard.PressAsync("ArrowRight");

        await caseworker.Page.WaitForFunctionAsync("before => document.getElementById('path-picture').scrollLeft > before", before);
    }

    Task<Visit> As(string userName) => portal.Visit(chromium, userName);
}
