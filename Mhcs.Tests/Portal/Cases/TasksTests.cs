using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mhcs.Tests.Portal.Cases;

public sealed class TasksTests : IAsyncLifetime
{
    readonly TimedApp _portal = new();
    Section _section = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    T Get<T>() where T : notnull => _portal.Services.GetRequiredService<T>();
    DateOnly Today => London.Day(_portal.Clock.GetUtcNow());

    [Fact]
    public async Task My_tasks_are_those_given_to_me_and_those_on_my_cases_and_nobody_elses()
    {
        var mine = await Held(_section.Ann);
        var other = await Held(_section.Ben, "P-20002");
        await Set(mine, "Ring the ward", null);
        await Set(other, "Draft the letter", _section.Ann);
        await Set(mine, "Check the bed", _section.Ben);

        var tasks = await Get<TasksQuery>().For(_section.Ann.Id, Today.AddDays(7));

        tasks.Select(t => t.What).Should().BeEquivalentTo("Ring the ward", "Draft the letter");
        tasks.Should().OnlyContain(t => t.CoveringFor == null);
        (await Get<TasksQuery>().For(_section.Stranger.Id, Today.AddDays(7))).Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_covers_somebody_sees_their_tasks_among_their_own_and_for_whom()
    {
        var held = await Held(_section.Ann);
        await Set(held, "Ring the ward", null);
        await Cover(_section.Ben, _section.Ann);

        var tasks = await Get<TasksQuery>().For(_section.Ben.Id, Today.AddDays(7));

        tasks.Should().ContainSingle().Which.CoveringFor.Should().Be(_section.Ann.Name);
    }

    [Fact]
    public async Task A_case_put_away_weighs_nothing_in_my_work_and_comes_back_on_its_day_by_the_clock()
    {
        var held = await Held(_section.Ann, type: "remission");
        (await _section.Desk.Work(held, _section.Ann.Id, (file, on) => file.BringForward("The report is awaited", Today.AddDays(2), null, null, null, on))).Sentences.Should().BeEmpty();
        var away = (await Get<MyWorkQuery>().For(_section.Ann.Id))!;
        (away.Load.Points, away.Groups.Single().Title).Should().Be((0, MyWorkQuery.Away));
        (await List(CaseFlag.BroughtForward)).Should().Be(1);

        _portal.Clock.Advance(TimeSpan.FromDays(3));
        await Clock().LetTimePass(CancellationToken.None);

        (await Get<MyWorkQuery>().For(_section.Ann.Id))!.Load.Points.Should().BePositive();
        (await List(CaseFlag.BroughtForward)).Should().Be(0);
    }

    [Fact]
    public async Task A_task_is_found_by_its_words()
    {
        var held = await Held(_section.Ann);
        await Set(held, "Ring about the wheelbarrow", null);

        var found = await Get<CaseListQuery>().For(_section.Ann.Id, new() { Words = "wheelbarrow" }, new());

        found!.Rows.Should().ContainSingle().Which.Reference.Should().Be(held);
    }

    [Fact]
    public async Task A_program_sets_puts_off_and_ticks_off_a_task_and_is_refused_in_the_same_words()
    {
        var file = await _portal.Case();
        using var client = await _portal.SignedIn("caseworker.a");
        using var bad = await client.Change($"/api/v1/cases/{file}/tasks", new { what = "", dueOn = Today.AddDays(-1), @for = "nobody.at.all" });
        bad.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);

        using var made = await client.Change($"/api/v1/cases/{file}/tasks", new { what = "Ring the ward", dueOn = Today.AddDays(2), every = "weekly" });
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        var number = await Number(client, file, "Ring the ward");
        using var moved = await client.Change($"/api/v1/cases/{file}/tasks/{number}/put-off", new { dueOn = Today.AddDays(3), reason = "They are closed" });
        using var done = await client.Change($"/api/v1/cases/{file}/tasks/{number}/done", new { how = "Rang them" });

        (moved.StatusCode, done.StatusCode).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK));
        (await Number(client, file, "Ring the ward")).Should().BeGreaterThan(number, "it recurs");
    }

    [Fact]
    public async Task A_program_puts_a_case_away_and_reads_until_when()
    {
        var file = await Held(_section.Ann, type: "remission");
        using var client = await _portal.SignedIn("caseworker.a");
        using var late = await client.Change($"/api/v1/cases/{file}/bring-forward", new { reason = "Report awaited", until = Today.AddDays(100) });
        (await late.Content.ReadAsStringAsync()).Should().Contain("before that day");

        using var away = await client.Change($"/api/v1/cases/{file}/bring-forward", new { reason = "Report awaited", until = Today.AddDays(2), orWhen = "document" });

        away.StatusCode.Should().Be(HttpStatusCode.Created, await away.Content.ReadAsStringAsync());
        ((string?)(await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{file}"))!["broughtForwardTo"]).Should().NotBeNull();
    }

    static async Task<int> Number(HttpClient client, string file, string name) =>
        (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{file}"))!["deadlines"]!.AsArray().Where(d => (string?)d!["name"] == name && d["metAt"] is null).Select(d => (int)d!["number"]!).Single();

    DeadlineClock Clock() => _portal.Services.GetServices<IHostedService>().OfType<DeadlineClock>().Single();

    async Task<int> List(CaseFlag flag) => (await Get<CaseListQuery>().For(_section.Ann.Id, new() { Flags = [flag] }, new()))!.Total;

    async Task Set(CaseReference reference, string what, Person? whose) =>
        (await _section.Desk.Work(reference, _section.TeamManager.Id, (file, on) => file.SetTask(what, Today.AddDays(3), whose, null, on))).Sentences.Should().BeEmpty();

    async Task Cover(Person by, Person @for)
    {
        (await Get<CoverDesk>().RecordCover(by.Id, @for.Id, Today, Today.AddDays(3), "Annual leave", _section.HeadOfTeam.Id)).Reasons.Should().BeEmpty();
    }

    async Task<CaseReference> Held(Person by, string patient = "P-20001", string type = "recall")
    {
        CaseReference reference;
        if (type == "recall") reference = await _section.OpenRecall(patient);
        else
        {
            await _portal.People();
            var opened = await _section.Desk.Open(Mhcs.Domain.CaseTypes.Remission.Type, "P-30003", Today, Mhcs.Tests.Support.Answers.To(Mhcs.Domain.CaseTypes.Remission.Type.Opening.Asks, _portal.Clock.GetUtcNow()), _section.Administrator.Id);
            reference = opened.Should().BeOfType<Outcome.Done>().Subject.Reference;
        }
        (await _section.Desk.Work(reference, _section.TeamManager.Id, (file, on) => file.AssignTo(by, on))).Should().BeOfType<Outcome.Done>();
        return reference;
    }
}
