using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.Quality;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

[Collection(InASeededSection.Name)]
public sealed class QualityPagesTests(SeededSection section, Chromium chromium)
{
    [Fact]
    public async Task An_assessment_is_kept_as_a_draft_until_it_is_saved_and_then_read_by_the_caseworker_who_replies()
    {
        var assessment = await ToAssess();
        await using var head = await SignedIn("All teams", Grade.HeadOfSection);
        await head.GoTo($"/quality/{assessment.Id}");
        foreach (var criterion in await Criteria()) await head.Page.CheckAsync($"input[name='q-{criterion.Key}'][value='2']");
        await head.Page.FillAsync("#q-coaching", "Say who was told, and when.");
        await head.Page.Locator("#q-coaching").BlurAsync();
        await head.Page.GetByText("Draft kept at").WaitForAsync();

        await head.Page.ReloadAsync();
        await head.Interactive();
        await Assertions.Expect(head.Page.Locator("#q-coaching")).ToHaveValueAsync("Say who was told, and when.");
        await head.ShouldBeAccessible();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Save the assessment" }).ClickAsync();
        await head.Page.Locator(".app-strip").GetByText("Meets the standard").WaitForAsync();

        await using var caseworker = await SignedIn("Team A", Grade.Caseworker);
        await caseworker.GoTo($"/quality/{assessment.Id}");
        await caseworker.ShouldBeAccessible();
        await caseworker.Page.FillAsync("#reply", "The list of who was told is among the notices.");
        await caseworker.Page.Locator("#reply").BlurAsync();
        await caseworker.Page.GetByRole(AriaRole.Button, new() { Name = "Send the reply" }).ClickAsync();
        // The head has the page open: the reply is there without anybody asking.
        await head.Page.GetByText("The list of who was told is among the notices.").WaitForAsync();
        await caseworker.Page.Locator("#reply").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        head.ShouldBeQuiet();
        caseworker.ShouldBeQuiet();
    }

    [Fact]
    public async Task An_assessment_saved_too_early_names_each_criterion_that_has_no_score()
    {
        var assessment = await ToAssess();
        await using var head = await SignedIn("All teams", Grade.HeadOfSection);
        await head.GoTo($"/quality/{assessment.Id}");

        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Save the assessment" }).ClickAsync();

        await Assertions.Expect(head.Page.Locator(".govuk-error-summary a")).ToHaveCountAsync((await Criteria()).Count);
        await head.ShouldBeAccessible();
    }

    [Fact]
    public async Task The_section_sees_within_a_moment_that_a_caseworker_took_a_case()
    {
        await using var head = await SignedIn("All teams", Grade.HeadOfSection);
        await using var caseworker = await SignedIn("Team A", Grade.Caseworker);
        await head.GoTo("/section");
        var unassigned = head.Page.Locator(".app-team").First.Locator(".app-tile", new() { HasText = "Unassigned" }).Locator(".app-tile__n");
        var before = int.Parse(await unassigned.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await caseworker.GoTo("/my-work");

        await caseworker.Page.GetByRole(AriaRole.Button, new() { Name = "Take" }).First.ClickAsync();

        await Assertions.Expect(unassigned).ToHaveTextAsync($"{before - 1}");
        head.ShouldBeQuiet();
        caseworker.ShouldBeQuiet();
    }

    DateOnly Today => London.Day(section.Get<Occasions>().Now);

    Task<IReadOnlyList<Criterion>> Criteria() => Task.FromResult(section.Get<ReferenceData>().Criteria.On(Today).All);

    /// <summary>A decided case of team A, to be assessed, on which whoever one click signs in as caseworker did the work.</summary>
    async Task<Assessment> ToAssess()
    {
        var deputy = await section.Someone(Grade.DeputyHead);
        var outcome = await section.Get<QualityDesk>().Draw("A", Today.AddDays(-700), Today, 1, deputy.Id);
        outcome.Reasons.Should().BeEmpty();
        var caseworker = (await section.Get<Mhcs.Portal.SignIn.InventedSection>().Groups(CancellationToken.None)).Single(g => g.Label == "Team A").People.Single(p => p.Grade == Grade.Caseworker);
        await using var db = await section.Db();
        await db.Assessments.Where(a => a.SampleId == outcome.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Caseworker, caseworker.Id));
        return await db.Assessments.AsNoTracking().FirstAsync(a => a.SampleId == outcome.Id);
    }

    Task<Visit> SignedIn(string group, Grade grade) => section.Visit(chromium, group, grade);
}
