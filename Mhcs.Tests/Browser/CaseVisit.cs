using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Tests.Support;
using Microsoft.Playwright;
using static System.Globalization.CultureInfo;

namespace Mhcs.Tests.Browser;

/// <summary>Somebody at the pages of one case: takes steps as a person would, field by field.</summary>
sealed class CaseVisit(Visit visit, CaseType type, string reference)
{
    IPage Page => visit.Page;

    /// <summary>Opens a new case of somebody, field by field.</summary>
    /// <returns>Its reference.</returns>
    public static async Task<string> Open(Visit visit, CaseType type, string patient, params (Fact Fact, string? Value)[] given)
    {
        await visit.GoTo("/cases/new");
        await visit.ShouldBeAccessible();
        await visit.Page.CheckAsync($"input[name='type'][value='{type.Key}']");
        await visit.Page.FillAsync("#patient", patient);
        await visit.Page.Locator("#patient-list").GetByRole(AriaRole.Option).First.ClickAsync();
        var file = new CaseVisit(visit, type, "");
        await file.Fill(type.Opening.Asks, given);
        await file.Press("Open the case");
        await visit.Page.WaitForFunctionAsync($"() => location.pathname.startsWith('/cases/{type.Prefix}-') || document.querySelector('.govuk-error-summary, .app-banner--bad')");
        (await visit.Page.Locator(".govuk-error-summary, .app-banner--bad").AllInnerTextsAsync()).Should().BeEmpty("the case is opened");
        return visit.Page.Url.Split('/')[^1];
    }

    public Task Look() => visit.GoTo($"/cases/{reference}");

    /// <summary>Gives a case that nobody has yet to somebody.</summary>
    public async Task GiveTo(string userName)
    {
        await Look();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Give it to somebody" }).ClickAsync();
        await Page.Locator("dialog").GetByRole(AriaRole.Button, new() { Name = $"Give it to {userName}" }).First.ClickAsync();
        await Page.Locator(".app-strip").GetByText("Nobody yet").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <summary>Goes to a paper of the case, where it is signed and issued.</summary>
    public async Task OpenPaper(string paper)
    {
        await Look();
        await Page.Locator("#papers").GetByRole(AriaRole.Link, new() { Name = paper, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Issue", Exact = true }).WaitForAsync();
    }

    /// <summary>Issues a paper of the case.</summary>
    /// <returns>The document as it comes to the desk.</returns>
    public async Task<IDownload> Issue(string paper)
    {
        await OpenPaper(paper);
        await Press("Issue");
        var download = Page.GetByRole(AriaRole.Link, new() { Name = "Download it" });
        return await Page.RunAndWaitForDownloadAsync(() => download.ClickAsync());
    }

    /// <summary>Opens a step from the page of the case, answers what it asks, and takes it.</summary>
    public async Task Take(string step, params (Fact Fact, string? Value)[] given)
    {
        var move = await Begin(step);
        await Fill(move.Asks, given);
        if (move.Step.ChecksAnswers)
        {
            await Press("Continue");
            await Page.GetByRole(AriaRole.Heading, new() { Name = "Check the answers" }).WaitForAsync();
        }
        await Press(move.Step.Label);
        await Page.GetByText($"{move.Step.Label} is on the record").WaitForAsync();
    }

    /// <summary>Ticks off everybody who has to be told, one after the other.</summary>
    public async Task TellEverybody()
    {
        await Look();
        var waiting = Page.Locator("#notices").GetByRole(AriaRole.Button, new() { Name = "Record as told" });
        for (var left = await waiting.CountAsync(); left > 0; left--)
        {
            await waiting.First.ClickAsync();
            await Page.GetByLabel("By secure email").CheckAsync();
            await Page.Locator("dialog[open]").GetByRole(AriaRole.Button, new() { Name = "Record as told", Exact = true }).ClickAsync();
            await Assertions.Expect(waiting).ToHaveCountAsync(left - 1);
        }
    }

    /// <summary>Opens the form of a step.</summary>
    public async Task<Move> Begin(string step)
    {
        var move = type.Moves.First(m => m.Step.Code == step);
        await Look();
        // Reasons that name the step lead to it as well.
        await Page.Locator($"#steps a[href$='/steps/{step}']").First.ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = move.Step.Label, Exact = true, Level = 1 }).WaitForAsync();
        return move;
    }

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task Fill(IEnumerable<Fact> asked, params (Fact Fact, string? Value)[] given)
    {
        var facts = asked.ToList();
        var now = TimeProvider.System.GetUtcNow();
        var answers = Support.Answers.To(facts, now.AddMinutes(-1), given);
        foreach (var fact in facts)
            if (answers.Text(fact) is { } value) await Give(fact, value, answers);
    }

    async Task Give(Fact fact, string value, FactSheet answers)
    {
        var id = $"fact-{fact.Key}";
        switch (fact.Kind)
        {
            case FactKind.Date:
                await Date(id, answers.Date(fact)!.Value);
                break;
            case FactKind.DateTime:
                var at = London.WallClock(answers.Instant(fact)!.Value);
                await Date(id, DateOnly.FromDateTime(at.DateTime));
                await Type($"{id}-time", at.ToString("HH:mm", InvariantCulture));
                break;
            case FactKind.Confirmation:
                await Page.CheckAsync($"#{id}");
                break;
            case FactKind.YesNo:
            case FactKind.Choice when fact.Options.Count <= 6:
                await Page.CheckAsync($"input[name='{id}'][value='{value}']");
                break;
            case FactKind.Choice:
                await Page.SelectOptionAsync($"#{id}", value);
                break;
            case FactKind.Hospital or FactKind.Prison:
                await Page.FillAsync($"#{id}", value);
                await Page.Locator($"#{id}-list").GetByRole(AriaRole.Option, new() { Name = value }).First.ClickAsync();
                break;
            default:
                await Type(id, value);
                break;
        }
    }

    async Task Date(string id, DateOnly day)
    {
        await Type(id, day.Day.ToString(InvariantCulture));
        await Type($"{id}-month", day.Month.ToString(InvariantCulture));
        await Type($"{id}-year", day.Year.ToString(InvariantCulture));
    }

    async Task Type(string id, string value)
    {
        await Page.FillAsync($"#{id}", value);
        await Page.Locator($"#{id}").BlurAsync();
    }
}
