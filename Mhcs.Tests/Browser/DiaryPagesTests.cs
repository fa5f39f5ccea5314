using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Tests.Support;
using Microsoft.Playwright;
using static System.Globalization.CultureInfo;

namespace Mhcs.Tests.Browser;

/// <summary>Tasks, the diary, and two people on one case.</summary>
public class DiaryPagesTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    static DateOnly Today => London.Day(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_task_is_set_stands_in_my_work_and_is_ticked_off()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        await caseworker.GoTo($"/cases/{reference}");

        await Press(caseworker, "Set a task, or bring forward");
        await Type(caseworker, "task-what", "Ring the ward");
        await Day(caseworker, "task-dueOn", Today);
        await Press(caseworker, "Set the task");
        await caseworker.Page.Locator("#tasks").GetByText("Ring the ward").First.WaitForAsync();
        await caseworker.ShouldBeAccessible();

        await caseworker.GoTo("/my-work");
        await caseworker.Page.Locator("#tasks li", new() { HasText = reference }).GetByText("Ring the ward").WaitForAsync();
        await caseworker.GoTo($"/cases/{reference}");
        await Press(caseworker, "Done or change Ring the ward");
        await Press(caseworker, "Record");
        await caseworker.Page.Locator("#tasks").GetByText("1 done or dropped").WaitForAsync();
        caseworker.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_case_that_closes_with_a_task_open_is_refused_with_a_way_to_it()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        await caseworker.GoTo($"/cases/{reference}");
        await Press(caseworker, "Set a task, or bring forward");
        await Type(caseworker, "task-what", "Tell the police");
        await Day(caseworker, "task-dueOn", Today.AddDays(2));
        await Press(caseworker, "Set the task");
        await caseworker.Page.Locator("#tasks").GetByText("Tell the police").First.WaitForAsync();

        var visit = new CaseVisit(caseworker, Recall.Type, reference);
        var end = await visit.Begin("end-case");
        await visit.Fill(end.Asks, (Facts.EndingReason, Facts.EndingReason.Options[0]));
        await visit.Press("Continue");

        var way = caseworker.Page.Locator(".app-unmet a", new() { HasText = "Tell the police" });
        await way.WaitForAsync();
        (await way.GetAttributeAsync("href")).Should().Be($"/cases/{reference}#tasks");
    }

    [Fact]
    public async Task A_meeting_is_added_a_clash_is_said_and_a_cancelled_one_stays_struck_through()
    {
        await using var caseworker = await As("caseworker.a");
        var what = $"Care plan {Guid.NewGuid():N}"[..24];
        await Add(caseworker, what);

        await caseworker.GoTo("/diary");
        await Fill(caseworker, "Another");
        await caseworker.Page.GetByText("is at another meeting then").First.WaitForAsync();
        await caseworker.ShouldBeAccessible();
        await caseworker.Page.Keyboard.PressAsync("Escape");

        await Press(caseworker, $"Change CPA meeting: {what}");
        await caseworker.Page.GetByText("It does not take place").ClickAsync();
        await Type(caseworker, "meeting-why", "The ward is closed");
        await Press(caseworker, "Cancel the meeting");
        await caseworker.Page.Locator("#diary s", new() { HasText = what }).WaitForAsync();
        caseworker.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_meeting_shows_on_the_teams_diary_of_somebody_else_by_itself()
    {
        await using var acting = await As("caseworker.a");
        await using var watching = await As("teammanager.a");
        await watching.GoTo("/diary?whose=team");
        var what = $"Ward visit {Guid.NewGuid():N}"[..24];

        await Add(acting, what);

        await watching.Page.Locator("#diary").GetByText(what).First.WaitForAsync();
    }

    [Theory]
    [InlineData("/diary")]
    [InlineData("/diary?view=month&whose=team")]
    [InlineData("/morning")]
    [InlineData("/my-work")]
    public async Task Each_page_is_for_everyone_wide_and_narrow(string path)
    {
        await using var visit = await As("caseworker.a");
        foreach (var (width, theme) in new[] { (1440, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await visit.Page.SetViewportSizeAsync(width, 844);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme });

            await visit.GoTo(path);

            await visit.Page.Locator("h1").First.WaitForAsync();
            await visit.ShouldBeAccessible();
            visit.ShouldBeQuiet();
            (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("{0} does not scroll sideways at {1}", path, width);
        }
    }

    [Fact]
    public async Task Who_looks_and_who_edits_is_seen_by_the_others_on_the_case_and_goes_with_them()
    {
        var reference = await portal.AssignedRecall();
        await using var looking = await As("deputyhead.a");
        await using var editing = await As("caseworker.a");
        await looking.GoTo($"/cases/{reference}");
        var step = Recall.Type.Moves.First(m => m.Step.Code == "assess-the-concern").Step;

        await editing.GoTo($"/cases/{reference}");
        await looking.Page.Locator(".app-presence", new() { HasText = "looking" }).WaitForAsync();
        await editing.Page.Locator(".app-presence", new() { HasText = "looking" }).WaitForAsync();
        await editing.GoTo($"/cases/{reference}/steps/{step.Code}");

        await looking.Page.Locator(".app-presence", new() { HasText = $"editing {step.Label}" }).WaitForAsync();
        await editing.GoTo("/my-work");
        await looking.Page.Locator(".app-presence").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        looking.ShouldBeQuiet();
    }

    [Fact]
    public async Task Of_two_people_at_one_fact_what_was_typed_stands_beside_what_was_recorded_and_one_is_chosen()
    {
        var reference = await portal.AssignedRecall();
        await using var first = await As("caseworker.a");
        await using var second = await As("second.caseworker.a");
        foreach (var visit in new[] { first, second }) await visit.GoTo($"/cases/{reference}/facts/{Facts.Concern.Key}");

        await Type(second, $"fact-{Facts.Concern.Key}", "Mine, typed first.");
        await Type(first, $"fact-{Facts.Concern.Key}", "Theirs, recorded first.");
        await Type(first, "why", "Put right");
        await Press(first, "Record");

        await second.Page.Locator("#two-answers").WaitForAsync();
        (await second.Page.InputValueAsync($"#fact-{Facts.Concern.Key}")).Should().Be("Mine, typed first.");
        await second.ShouldBeAccessible();
        await Press(second, $"Keep yours {Facts.Concern.Label}");
        await Type(second, "why", "They read the wrong page");
        await Press(second, "Record");
        await second.ComesTo($"/cases/{reference}#facts");
    }

    [Fact]
    public async Task Of_two_people_at_one_step_answers_of_one_alone_are_kept_and_those_of_both_are_settled()
    {
        var reference = await portal.AssignedRecall();
        await using var first = await As("caseworker.a");
        await using var second = await As("second.caseworker.a");
        var step = new CaseVisit(second, Recall.Type, reference);
        var move = await step.Begin("assess-the-concern");
        await step.Fill(move.Asks, (Facts.SupervisorsViews, "Mine, typed first."));
        await second.Page.GetByText("Draft kept at").WaitForAsync();

        await portal.RecordFact(reference, Facts.SupervisorsViews, "Theirs, recorded first.");
        await second.Page.Locator("#two-answers").WaitForAsync();
        await Press(second, "I have read this: carry on");
        await Press(second, move.Step.Label);
        await second.Page.Locator(".govuk-error-summary", new() { HasText = "choose which answer stands" }).WaitForAsync();
        await Press(second, $"Keep yours {Facts.SupervisorsViews.Label}");
        await Press(second, move.Step.Label);

        await second.Page.GetByText($"{move.Step.Label} is on the record").WaitForAsync();
        second.ShouldBeQuiet();
    }

    [Fact]
    public async Task What_others_changed_while_somebody_was_away_from_their_form_is_not_written_back()
    {
        var reference = await portal.AssignedRecall();
        await portal.RecordFact(reference, Facts.MedicalEvidenceFrom, "Dr Old");
        await using var caseworker = await As("caseworker.a");
        var step = new CaseVisit(caseworker, Recall.Type, reference);
        await step.Begin("assess-the-concern");
        await Type(caseworker, $"fact-{Facts.SupervisorsViews.Key}", "Mine, typed first.");
        await caseworker.Page.GetByText("Draft kept at").WaitForAsync();
        await caseworker.GoTo("/my-work");

        await portal.RecordFact(reference, Facts.MedicalEvidenceFrom, "Dr New");
        await portal.RecordFact(reference, Facts.SupervisorsViews, "Theirs, recorded meanwhile.");
        await step.Begin("assess-the-concern");

        await caseworker.Page.Locator("#two-answers").GetByText("Keep theirs").WaitForAsync();
        (await caseworker.Page.InputValueAsync($"#fact-{Facts.SupervisorsViews.Key}")).Should().Be("Mine, typed first.");
        (await caseworker.Page.InputValueAsync($"#fact-{Facts.MedicalEvidenceFrom.Key}")).Should().Be("Dr New");
    }

    [Fact]
    public async Task A_fact_corrected_while_somebody_was_away_from_its_form_stands_beside_what_they_typed()
    {
        var reference = await portal.AssignedRecall();
        await using var caseworker = await As("caseworker.a");
        await caseworker.GoTo($"/cases/{reference}/facts/{Facts.Concern.Key}");
        await Type(caseworker, $"fact-{Facts.Concern.Key}", "Mine, typed first.");
        await Press(caseworker, "Record");
        await caseworker.Page.Locator(".govuk-error-summary").WaitForAsync();
        await caseworker.GoTo("/my-work");

        await portal.RecordFact(reference, Facts.Concern, "Theirs, recorded meanwhile.");
        await caseworker.GoTo($"/cases/{reference}/facts/{Facts.Concern.Key}");

        await caseworker.Page.Locator("#two-answers").GetByText("Keep theirs").WaitForAsync();
        (await caseworker.Page.InputValueAsync($"#fact-{Facts.Concern.Key}")).Should().Be("Mine, typed first.");
    }

    async Task Add(Visit visit, string what)
    {
        await visit.GoTo("/diary");
        await Fill(visit, what);
        await Press(visit, "Add the meeting");
        await visit.Page.Locator("#diary").GetByText(what).First.WaitForAsync();
    }

    static async Task Fill(Visit visit, string what)
    {
        await Press(visit, "Add a meeting");
        await visit.Page.SelectOptionAsync("#meeting-kind", "CPA meeting");
        await Type(visit, "meeting-what", what);
        await Day(visit, "meeting-at", Today);
        await Type(visit, "meeting-at-time", "10am");
    }

    static async Task Day(Visit visit, string id, DateOnly day)
    {
        await Type(visit, id, day.Day.ToString(InvariantCulture));
        await Type(visit, $"{id}-month", day.Month.ToString(InvariantCulture));
        await Type(visit, $"{id}-year", day.Year.ToString(InvariantCulture));
    }

    static async Task Type(Visit visit, string id, string value)
    {
        await visit.Page.FillAsync($"#{id}", value);
        await visit.Page.Locator($"#{id}").BlurAsync();
    }

    static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    Task<Visit> As(string userName) => portal.Visit(chromium, userName);
}
