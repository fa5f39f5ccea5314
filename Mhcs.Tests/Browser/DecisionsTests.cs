using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Cases;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public class DecisionsTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task The_menu_counts_the_decisions_that_wait_and_hears_of_each_that_comes_or_goes()
    {
        var reference = await portal.AssignedRecall();
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        await deputy.GoTo("/help");
        var count = deputy.Page.Locator(".app-nav__count");
        // Other tests of this portal leave decisions behind.
        var others = await count.CountAsync() == 0 ? 0 : int.Parse((await count.InnerTextAsync()).Split(' ')[0], CultureInfo.InvariantCulture);

        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await Take(reference, "caseworker.a", step);
        await Assertions.Expect(count).ToHaveTextAsync($"{others + 1} waiting");
        await deputy.ShouldBeAccessible();
        await Take(reference, "deputyhead.a", "refuse-recall");

        if (others == 0) await Assertions.Expect(count).ToHaveCountAsync(0);
        else await Assertions.Expect(count).ToHaveTextAsync($"{others} waiting");
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task Whoever_decides_has_the_recommendation_before_their_eyes_until_the_decision_is_taken()
    {
        var reference = await portal.AssignedRecall();
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await Take(reference, "caseworker.a", step);
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        var file = new CaseVisit(deputy, Recall.Type, reference);
        var refusal = await file.Begin("refuse-recall");
        await Assertions.Expect(deputy.Page.Locator("#facts")).ToContainTextAsync(Facts.Recommendation.Label);
        await deputy.ShouldBeAccessible();
        await file.Fill(refusal.Asks);
        await file.Press("Continue");
        await deputy.Page.GetByRole(AriaRole.Heading, new() { Name = "Check the answers" }).WaitForAsync();

        await Assertions.Expect(deputy.Page.Locator("#facts")).ToContainTextAsync(Facts.Recommendation.Label);
        await deputy.ShouldBeAccessible();
        deputy.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_change_of_conditions_is_worded_on_top_of_those_in_force()
    {
        var reference = await portal.ConditionsToDecide("Live at 4 Harrowfield Court");
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");

        await deputy.GoTo($"/cases/{reference}/steps/change-the-conditions");

        await Assertions.Expect(deputy.Page.Locator($"#fact-{Facts.ConditionResidence.Key}")).ToHaveValueAsync("Live at 4 Harrowfield Court");
        await deputy.ShouldBeAccessible();
        deputy.ShouldBeQuiet();
    }

    [Theory]
    [InlineData("/decisions")]
    [InlineData("/cases")]
    [InlineData("/patients")]
    [InlineData("/my-work")]
    public async Task A_list_is_read_on_a_phone_as_cards_without_scrolling_sideways(string path)
    {
        var reference = await portal.AssignedRecall();
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await Take(reference, "caseworker.a", step);
        await using var visit = await chromium.Begin(portal.Address, new() { StorageState = await portal.BrowserState(path == "/my-work" ? "caseworker.a" : "deputyhead.a"), ViewportSize = new() { Width = 390, Height = 844 } });

        await visit.GoTo(path);

        await visit.Page.Locator("tbody tr").First.WaitForAsync();
        (await visit.Page.EvaluateAsync<bool>("[document.documentElement, ...document.querySelectorAll('.app-scroll')].every(part => part.scrollWidth <= part.clientWidth)")).Should().BeTrue();
        await visit.ShouldBeAccessible();
        visit.ShouldBeQuiet();
    }

    async Task Take(string reference, string who, string step)
    {
        var outcome = await portal.Services.GetRequiredService<CaseDesk>().Work(new(reference), (await portal.Who(who)).Id, (file, on) =>
        {
            var move = file.Type.Moves.First(m => m.From == file.State && m.Step.Code == step);
            return file.Take(move.Step, Support.Answers.To(move.Asks, on.At), on);
        });
        outcome.Sentences.Should().BeEmpty("{0} takes the step {1}", who, step);
    }
}
