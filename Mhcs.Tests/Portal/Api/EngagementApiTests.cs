using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Mhcs.Tests.Support.Bench;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Api;

public class EngagementApiTests(Casework portal) : IClassFixture<Casework>
{
    static string Today => London.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd");
    static string Ahead => London.Day(TimeProvider.System.GetUtcNow()).AddDays(9).ToString("yyyy-MM-dd");

    [Fact]
    public async Task A_challenge_that_names_a_case_stands_on_that_case_for_those_who_see_the_log()
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("caseworker.a");
        var clinician = await Entry(client, "clinician", "Dr P. Sorrelby");
        var made = await client.PostAsJsonAsync("/api/v1/contacts", new { kind = "challenge", entry = clinician, about = "The report gives no reason", on = Today, reference = file }).Gives(HttpStatusCode.Created);
        var me = (await portal.Services.GetRequiredService<Staff>().Find("caseworker.a"))!;

        var waiting = (await portal.Services.GetRequiredService<CaseQuery>().Find(file, me.Id))!;
        await client.PostAsJsonAsync($"/api/v1/contacts/{made["id"]}/answer", new { outcome = "A new report came", result = "accepted" }).Gives();
        var answered = (await portal.Services.GetRequiredService<CaseQuery>().Find(file, me.Id))!;

        waiting.Contacts.Should().ContainSingle().Which.IsOpen.Should().BeTrue();
        await using var bench = new ComponentBench();
        var timeline = await bench.Render<CaseTimeline>(given => given.Set(p => p.View, answered));
        timeline.Find("#timeline").TextContent.Should().Contain("Challenge with Dr P. Sorrelby recorded").And.Contain("Challenge with Dr P. Sorrelby: accepted").And.Contain("A new report came");
    }

    [Fact]
    public async Task A_challenge_waits_for_its_outcome_and_is_answered_once()
    {
        using var client = await portal.SignedIn("caseworker.a");
        var clinician = await Entry(client, "clinician", "Dr F. Honeywick");
        var made = await client.PostAsJsonAsync("/api/v1/contacts", new { kind = "challenge", entry = clinician, about = "The report gives no reason", on = Today }).Gives(HttpStatusCode.Created);

        var waiting = await client.GetAsync($"/api/v1/contacts?view=toFollowUp&entry={clinician}").Gives();
        var half = await client.PostAsJsonAsync($"/api/v1/contacts/{made["id"]}/answer", new { outcome = "A new report came" }).Gives(HttpStatusCode.UnprocessableEntity);
        var whole = await client.PostAsJsonAsync($"/api/v1/contacts/{made["id"]}/answer", new { outcome = "A new report came", result = "partlyAccepted" }).Gives();
        await client.PostAsJsonAsync($"/api/v1/contacts/{made["id"]}/answer", new { outcome = "Again", result = "accepted" }).Gives(HttpStatusCode.Conflict);

        waiting["items"]!.AsArray().Should().ContainSingle().Which!["mayAnswer"]!.ToJsonString().Should().Be("true");
        Fields(half).Should().Equal("result");
        ((string?)whole["result"], (string?)whole["answeredBy"], (bool)whole["open"]!).Should().Be(("partlyAccepted", "caseworker.a", false));
    }

    [Fact]
    public async Task What_was_said_about_a_case_is_there_for_those_who_see_the_case()
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("caseworker.a");
        using var stranger = await portal.SignedIn("caseworker.b");
        var said = new { kind = "contact", with = "The ward manager", about = "When the report will come", reference = file.ToLowerInvariant(), on = Today, followUp = "2020-01-01" };

        var refused = await client.PostAsJsonAsync("/api/v1/contacts", said).Gives(HttpStatusCode.UnprocessableEntity);
        using var made = await client.PostAsJsonAsync("/api/v1/contacts", new { said.kind, said.with, said.about, said.reference, said.on });
        var elsewhere = await stranger.PostAsJsonAsync("/api/v1/contacts", new { said.kind, said.with, said.about, said.reference, said.on }).Gives(HttpStatusCode.UnprocessableEntity);
        using var hidden = await stranger.GetAsync(made.Headers.Location);
        using var unheard = await stranger.PostAsJsonAsync($"{made.Headers.Location}/answer", new { outcome = "Nothing" });

        Fields(refused).Should().Equal("followUp");
        ((string?)(await client.GetAsync(made.Headers.Location).Gives())["reference"]).Should().Be(file);
        Fields(elsewhere).Should().Equal("reference");
        (hidden.StatusCode, unheard.StatusCode).Should().Be((HttpStatusCode.NotFound, HttpStatusCode.NotFound));
        (await stranger.GetStringAsync("/api/v1/contacts?pageSize=200")).Should().NotContain(file);
    }

    [Fact]
    public async Task A_training_is_planned_held_with_its_tag_and_spoken_of_afterwards()
    {
        using var client = await portal.SignedIn("deputyhead.a");
        using var made = await client.PostAsJsonAsync("/api/v1/events", new { kind = "internalTraining", title = "Dates", where = "Our office", on = Today, staff = new[] { "caseworker.a", "caseworkmanager.a" }, others = new[] { "A ward manager" } });
        var (address, tag) = (made.Headers.Location!.ToString(), made.Headers.ETag!.ToString());

        await client.Change($"{address}/feedback", new { from = "A nurse", mark = 4 }).Gives(HttpStatusCode.Conflict);
        using var untagged = await client.PostAsJsonAsync($"{address}/attendance", new { came = new[] { 0, 2 } });
        var nobody = await client.Change($"{address}/attendance", new { came = new[] { 3 } }).Gives(HttpStatusCode.UnprocessableEntity);
        var held = await client.Change($"{address}/attendance", new { came = new[] { 0, 2 }, report = "Went well" }, tag).Gives();
        var late = await client.Change($"{address}/attendance", new { came = new[] { 1 } }, tag).Gives(HttpStatusCode.PreconditionFailed);
        var said = await client.Change($"{address}/feedback", new { from = "A nurse", mark = 4, words = "Clear" }).Gives();

        untagged.StatusCode.Should().Be(HttpStatusCode.PreconditionRequired);
        Fields(nobody).Should().Equal("came");
        held["attendees"]!.AsArray().Select(a => (bool?)a!["came"]).Should().Equal(true, false, true);
        ((string?)late["code"], (int?)late["version"]).Should().Be(("stale", 2));
        ((int?)said["feedback"]![0]!["mark"], (string?)said["feedback"]![0]!["recordedBy"]).Should().Be((4, "deputyhead.a"));
        (await client.GetAsync("/api/v1/events").Gives())["items"]!.AsArray().Should().Contain(e => (string?)e!["title"] == "Dates" && (int?)e["came"] == 2);
    }

    [Fact]
    public async Task A_visit_is_cancelled_by_whoever_organises_it_or_leads_their_team()
    {
        using var client = await portal.SignedIn("caseworker.a");
        using var colleague = await portal.SignedIn("second.caseworker.a");
        using var manager = await portal.SignedIn("teammanager.a");
        var hospital = await Entry(client, "hospital", "Larkfield Hospital");
        var made = await client.PostAsJsonAsync("/api/v1/events", new { kind = "hospitalVisit", title = "New wards", entry = hospital, on = Ahead }).Gives(HttpStatusCode.Created);

        await colleague.Change($"/api/v1/events/{made["id"]}/cancel", new { }).Gives(HttpStatusCode.Forbidden);
        var cancelled = await manager.Change($"/api/v1/events/{made["id"]}/cancel", new { }).Gives();

        cancelled["cancelledAt"].Should().NotBeNull();
        (await client.GetAsync($"/api/v1/events?when=past&entry={hospital}").Gives())["total"]!.ToJsonString().Should().Be("0");
    }

    [Fact]
    public async Task Nobody_of_another_team_is_put_down_for_an_event_and_nobody_who_does_not_exist()
    {
        using var client = await portal.SignedIn("caseworker.a");
        object Event(string who) => new { kind = "openDay", title = "Our work", where = "Our office", on = Ahead, staff = new[] { who } };

        foreach (var who in new[] { "caseworker.b", "auditor", "q.nobody" })
            Fields(await client.PostAsJsonAsync("/api/v1/events", Event(who)).Gives(HttpStatusCode.UnprocessableEntity)).Should().Equal("staff");
    }

    static async Task<int> Entry(HttpClient client, string kind, string name) =>
        (int)(await client.PostAsJsonAsync("/api/v1/directory", new { kind, name, organisation = "Willowmere Hospital", region = "Wales", from = "2020-01-01" }).Gives(HttpStatusCode.Created))["id"]!;

    static IEnumerable<string?> Fields(JsonObject problem) => problem["reasons"]!.AsArray().Select(r => (string?)r!["field"]);
}
