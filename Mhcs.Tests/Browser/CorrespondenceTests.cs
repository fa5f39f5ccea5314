using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class CorrespondenceTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    [Fact]
    public async Task A_letter_is_logged_drafted_with_its_findings_mended_and_waits_for_another_to_clear_it()
    {
        _ = portal.Address;
        await using var visit = await portal.Visit(chromium, "caseworker.a");
        var page = visit.Page;

        await visit.GoTo("/correspondence/log");
        await page.GetByLabel("Treat Official").CheckAsync();
        await page.GetByLabel("Who is writing").SelectOptionAsync("Member of the public");
        await page.GetByLabel("Who it is from").FillAsync("Thessaly Marchbank");
        await page.GetByLabel("What it is about").FillAsync("Delay of transfers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Thessaly Marchbank: Delay of transfers" }).WaitForAsync();
        var reference = new Uri(page.Url).Segments[^1];
        await portal.Draftable(reference);

        await new CaseVisit(visit, Letter.Type, reference).Begin("write-the-draft");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Please find attached our reply.");
        await page.GetByLabel("Line", new() { Exact = true }).SelectOptionAsync("The tribunal is independent");
        await Assertions.Expect(page.Locator("#house-style")).ToContainTextAsync("There is no salutation");
        await Assertions.Expect(page.Locator("#house-style")).ToContainTextAsync("please find attached");
        await visit.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it at the end of the text" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Text", new() { Exact = true })).ToHaveValueAsync("Please find attached our reply.\n\nThe tribunal is independent, and I cannot comment on its decisions.");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Dear Ms Marchbank\n\nI enclose our reply.");
        await page.GetByLabel("Line", new() { Exact = true }).FocusAsync();
        await Assertions.Expect(page.Locator("#house-style")).ToContainTextAsync("No findings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the draft" }).ClickAsync();
        await page.GetByText("Write the draft is on the record").WaitForAsync();
        await new CaseVisit(visit, Letter.Type, reference).Take("submit-the-draft-for-clearance");

        await visit.GoTo("/correspondence");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = reference })).ToContainTextAsync("Draft to clear");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_draft_shared_in_a_campaign_leaves_what_colleagues_wrote_and_says_which_letters_did_not_take_it()
    {
        _ = portal.Address;
        var first = await Logged("Thessaly Marchbank", null);
        var (second, third) = (await Logged("Odo Finch", first), await Logged("Ulla Teasel", first));
        await Written(second);
        await using var visit = await portal.Visit(chromium, "caseworker.a");

        await new CaseVisit(visit, Letter.Type, first).Begin("write-the-draft");
        await visit.Page.GetByText($"has a draft by somebody else, which stays: {second}").WaitForAsync();
        await visit.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("Dear Thessaly Marchbank\n\nThank you for your letter. We have looked into what you say.");
        await visit.Page.GetByLabel("Line", new() { Exact = true }).FocusAsync();
        await Written(third);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Record it, and give it to the other letter of the campaign" }).ClickAsync();

        await visit.Page.GetByText("It was not given to").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = third }).WaitForAsync();
        await visit.ShouldBeAccessible();
        foreach (var letter in new[] { second, third })
            (await portal.Services.GetRequiredService<CaseQuery>().Find(letter, (await portal.Who("caseworker.a")).Id, 1))!.File.Facts.Text(Facts.ReplyText).Should().Be("Dear writer\n\nA colleague’s own text.");

        async Task<string> Logged(string from, string? campaign)
        {
            var facts = Section.Answers([(Facts.LetterKind, Facts.TreatOfficial), (Facts.LetterFrom, "Member of the public"), (Facts.Correspondent, from), (Facts.Topic, "Noise at night"), .. campaign is null ? Array.Empty<(Mhcs.Domain.Workflow.Fact, string)>() : [(Facts.Campaign, campaign)]]);
            var opened = await portal.Services.GetRequiredService<CaseDesk>().OpenWithoutPatient(Letter.Type, null, London.Day(portal.Services.GetRequiredService<Occasions>().Now), facts, (await portal.Who("caseworkadministrator.a")).Id);
            var reference = opened.Should().BeOfType<Outcome.Done>().Subject.Reference.Value;
            await portal.Draftable(reference);
            return reference;
        }

        async Task Written(string letter) => (await portal.Services.GetRequiredService<CaseDesk>().Work(new(letter), (await portal.Who("second.caseworker.a")).Id,
            (file, on) => file.Take(Letter.Type.Moves.First(m => m.Asks.Contains(Facts.ReplyText)).Step, Section.Answers((Facts.ReplyText, "Dear writer\n\nA colleague’s own text.")), on))).Sentences.Should().BeEmpty();
    }

    [Fact]
    public async Task An_MPs_letter_is_logged_drafted_cleared_signed_and_sent_on_day_19_with_its_clock_explained()
    {
        _ = portal.Address;
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);
        var days = portal.Services.GetRequiredService<ReferenceData>().Days.EnglandAndWales;
        var received = days.AddWorkingDays(today, -19);
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        await using var manager = await portal.Visit(chromium, "teammanager.a");
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        var reference = await Log(administrator, received);
        CaseVisit At(Visit visit) => new(visit, Letter.Type, reference);
        await At(manager).GiveTo("caseworker.a");
        await At(manager).Take("allocate-the-letter", (Facts.TriagedFor, Facts.TriagedFor.Options[1]));
        await At(caseworker).Begin("write-the-draft");
        await caseworker.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("Dear Ms Marchbank\n\nThank you for your letter. I cannot comment on any person.\n\nYours sincerely");
        await At(caseworker).Press("Record the draft");
        await caseworker.Page.GetByText("Write the draft is on the record").WaitForAsync();
        await At(caseworker).Take("submit-the-draft-for-clearance");
        await deputy.GoTo("/decisions");
        await deputy.Page.GetByRole(AriaRole.Link, new() { Name = reference }).WaitForAsync();
        await At(deputy).Take("clear-the-draft-for-the-minister");
        await At(administrator).Take("record-the-ministers-signature");
        await At(administrator).Issue("Reply signed by the minister");
        await At(administrator).Take("send-the-reply");

        await At(administrator).Look();
        var clock = administrator.Page.Locator("#dates li", new() { HasText = "Reply to the MP's letter" });
        await Assertions.Expect(clock.Locator(".app-date__when")).ToContainTextAsync($"Done {FactWords.Day(today)}");
        await clock.GetByRole(AriaRole.Button, new() { Name = "How was this worked out?" }).ClickAsync();
        await Assertions.Expect(clock).ToContainTextAsync($"{received.ToString("dddd d MMMM yyyy", British)}: the letter is received.");
        await Assertions.Expect(clock).ToContainTextAsync($"{days.AddWorkingDays(received, 20).ToString("dddd d MMMM yyyy", British)}.");
        await administrator.ShouldBeAccessible();
        await At(administrator).Take("file-the-letter");
        foreach (var visit in new[] { administrator, manager, caseworker, deputy }) visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_submission_is_asked_for_begun_from_the_record_cleared_by_the_head_sent_back_once_decided_and_filed()
    {
        _ = portal.Address;
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        await using var head = await portal.Visit(chromium, "headofteam.a");
        var page = administrator.Page;

        await administrator.GoTo("/correspondence/log");
        await page.GetByLabel("Ministerial submission").CheckAsync();
        await page.Locator("#fact-commissionedFor").WaitForAsync();
        await new CaseVisit(administrator, Submission.Type, "").Fill(Submission.Type.Opening.Asks, (Facts.Correspondent, "Private office"), (Facts.Topic, "Beds in secure hospitals"), (Facts.CommissionedFor, $"{today.AddDays(9):yyyy-MM-dd}"), (Facts.CommissionAsks, "What is known, and what can be said."));
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Private office: Beds in secure hospitals" }).WaitForAsync();
        var reference = new Uri(page.Url).Segments[^1];
        CaseVisit At(Visit visit) => new(visit, Submission.Type, reference);
        await At(deputy).GiveTo("caseworker.a");
        await At(deputy).Take("take-the-commission-on");
        await At(deputy).Begin("write-the-draft");
        await Assertions.Expect(deputy.Page.Locator("#house-style")).ToContainTextAsync("[One of the options, and why.]");
        await Clear("To note what is known.");
        await At(administrator).Issue("Submission to the minister");
        await At(administrator).Take("record-that-the-ministers-office-sent-it-back");
        await At(deputy).Begin("write-the-draft");
        await Clear("To decide on the second option.");
        await At(administrator).Look();
        await administrator.Page.Locator("#papers tr", new() { HasText = "To issue" }).GetByRole(AriaRole.Link).ClickAsync();
        await administrator.Page.FillAsync("#paper-again", "The minister’s office sent the first one back.");
        await administrator.Page.Locator("#paper-again").BlurAsync();
        await At(administrator).Press("Issue");
        await administrator.Page.GetByText("Issue 1 is on the record").WaitForAsync();
        await At(deputy).Take("record-the-ministers-decision");
        await At(administrator).Take("file-the-submission");

        await administrator.Page.Locator(".app-head--case .app-tag", new() { HasText = "Closed" }).WaitForAsync();
        foreach (var visit in new[] { administrator, deputy, head }) visit.ShouldBeQuiet();

        async Task Clear(string text)
        {
            await deputy.Page.GetByLabel("Text", new() { Exact = true }).FillAsync($"Purpose\n{text}");
            await deputy.Page.GetByLabel("Line", new() { Exact = true }).FocusAsync();
            await Assertions.Expect(deputy.Page.Locator("#house-style")).ToContainTextAsync("No findings");
            await At(deputy).Press("Record the draft");
            await deputy.Page.GetByText("Write the draft is on the record").WaitForAsync();
            await At(deputy).Take("submit-the-draft-for-clearance", (Facts.DisclosureBasis, Facts.ToTheMinister));
            await At(head).Take("clear-the-submission");
        }
    }

    [Fact]
    public async Task A_letter_before_claim_is_answered_for_now_with_reason_and_date_then_drafted_cleared_by_another_and_sent()
    {
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);
        var opened = await portal.Services.GetRequiredService<CaseDesk>().OpenWithoutPatient(Litigation.Type, null, today,
            Support.Answers.To(Litigation.Type.Opening.Asks, TimeProvider.System.GetUtcNow(), (Facts.Correspondent, "Moss and Hartley, solicitors"), (Facts.Topic, "Delay in deciding on leave"), (Facts.ClaimantAsksBy, $"{today.AddDays(7):yyyy-MM-dd}")), (await portal.Who("caseworkadministrator.a")).Id);
        var reference = opened.Should().BeOfType<Outcome.Done>().Subject.Reference.Value;
        await using var administrator = await portal.Visit(chromium, "caseworkadministrator.a");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        await using var head = await portal.Visit(chromium, "headofteam.a");
        CaseVisit At(Visit visit) => new(visit, Litigation.Type, reference);

        await At(deputy).GiveTo("caseworker.a");
        await At(deputy).Take("instruct-the-lawyers");
        await At(deputy).Take("send-an-interim-reply", (Facts.HoldingReason, "We wait for the hospital’s report."), (Facts.HoldingUntil, $"{today.AddDays(21):yyyy-MM-dd}"));
        await At(administrator).Issue(Papers.InterimClaimReply.Label);
        await At(administrator).Look();
        await Assertions.Expect(administrator.Page.Locator("#dates li", new() { HasText = "Reply by the date our interim reply gave" })).ToContainTextAsync("Due");
        await At(deputy).Begin("write-the-draft");
        await deputy.Page.GetByLabel("Text", new() { Exact = true }).FillAsync("Dear Moss and Hartley\n\nThe decision was taken in time, and its reasons were sent.");
        await deputy.Page.GetByLabel("Line", new() { Exact = true }).FocusAsync();
        await At(deputy).Press("Record the draft");
        await deputy.Page.GetByText("Write the draft is on the record").WaitForAsync();
        await At(deputy).Take("submit-the-draft-for-clearance");
        await deputy.Page.GetByText("You drafted this yourself, so somebody else has to clear it").First.WaitForAsync();
        await At(head).Take("clear-the-reply");
        await At(administrator).Issue(Papers.ClaimReply.Label);
        await At(administrator).Take("send-the-reply");

        await At(deputy).Look();
        await deputy.Page.Locator(".app-head--case .app-tag", new() { HasText = "Reply sent" }).WaitForAsync();
        foreach (var visit in new[] { administrator, deputy, head }) visit.ShouldBeQuiet();
    }

    static async Task<string> Log(Visit visit, DateOnly received)
    {
        var page = visit.Page;
        await visit.GoTo("/correspondence/log");
        await page.GetByLabel(Facts.MpLetter).CheckAsync();
        foreach (var (part, value) in new[] { ("", received.Day), ("-month", received.Month), ("-year", received.Year) })
        {
            await page.FillAsync($"#receivedOn{part}", value.ToString(British));
            await page.Locator($"#receivedOn{part}").BlurAsync();
        }
        await page.GetByLabel("Who is writing").SelectOptionAsync(Facts.FromMp);
        await page.GetByLabel("Who it is from").FillAsync("Thessaly Marchbank MP");
        await page.GetByLabel("What it is about").FillAsync("Leave in the community");
        await page.GetByRole(AriaRole.Button, new() { Name = "Log it", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Thessaly Marchbank MP: Leave in the community" }).WaitForAsync();
        return new Uri(page.Url).Segments[^1];
    }
}
