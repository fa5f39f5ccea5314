using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Deadlines;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Api;

public class MeetingsApiTests(Casework portal) : IClassFixture<Casework>
{
    static DateOnly Day(int ahead) => London.Day(TimeProvider.System.GetUtcNow()).AddDays(ahead);
    static string Ten(int ahead) => London.At(Day(ahead), new(10, 0)).ToUniversalTime().ToString("O");

    [Fact]
    public async Task A_meeting_stands_in_the_diary_of_those_who_are_there_and_of_the_team_and_of_no_other()
    {
        using var client = await portal.SignedIn("caseworker.a");
        using var colleague = await portal.SignedIn("second.caseworker.a");
        using var stranger = await portal.SignedIn("caseworker.b");
        using var head = await portal.SignedIn("headofsection");
        using var made = await client.PostAsJsonAsync("/api/v1/meetings", Meeting("Care plan", 3));
        made.StatusCode.Should().Be(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());

        (await Titles(client, "")).Should().Contain("CPA meeting: Care plan");
        (await Titles(colleague, "")).Should().NotContain("CPA meeting: Care plan");
        (await Titles(colleague, "&whose=team")).Should().Contain("CPA meeting: Care plan");
        (await Titles(colleague, "&whose=caseworker.a")).Should().Contain("CPA meeting: Care plan");
        (await Titles(head, "&whose=caseworker.a")).Should().Contain("CPA meeting: Care plan", "their team is that person’s");
        (await Titles(stranger, "&whose=team")).Should().NotContain("CPA meeting: Care plan");
        using var theirs = await stranger.GetAsync(Days("&whose=caseworker.a"));
        using var team = await stranger.GetAsync(Days("&whose=team&team=A"));
        using var hidden = await stranger.GetAsync(made.Headers.Location);
        new[] { theirs, team, hidden }.Should().OnlyContain(a => a.StatusCode == HttpStatusCode.NotFound);

        async Task<IEnumerable<string?>> Titles(HttpClient who, string whose) => (await who.GetAsync(Days(whose)).Gives())["days"]!.AsArray().SelectMany(d => d!["entries"]!.AsArray()).Select(e => (string?)e!["title"]);
        static string Days(string whose) => $"/api/v1/diary?from={Day(3):yyyy-MM-dd}&to={Day(4):yyyy-MM-dd}{whose}";
    }

    [Fact]
    public async Task A_meeting_moves_and_is_cancelled_with_its_tag_and_stays_in_the_diary()
    {
        using var client = await portal.SignedIn("caseworker.a");
        using var made = await client.PostAsJsonAsync("/api/v1/meetings", Meeting("Ward round", 5));
        var (address, tag) = (made.Headers.Location!.ToString(), made.Headers.ETag!.ToString());

        using var untagged = await client.PutAsJsonAsync(address, Meeting("Ward round", 6));
        var moved = await client.Replace(address, Meeting("Ward round", 6), tag).Gives();
        var late = await client.Replace(address, Meeting("Ward round", 7), tag).Gives(HttpStatusCode.PreconditionFailed);
        var wordless = await client.Change($"{address}/cancel", new { }).Gives(HttpStatusCode.UnprocessableEntity);
        var cancelled = await client.Change($"{address}/cancel", new { why = "The ward is closed" }).Gives();
        await client.Replace(address, Meeting("Ward round", 8)).Gives(HttpStatusCode.Conflict);
        var diary = await client.GetAsync($"/api/v1/diary?from={Day(6):yyyy-MM-dd}&to={Day(6):yyyy-MM-dd}").Gives();

        untagged.StatusCode.Should().Be(HttpStatusCode.PreconditionRequired);
        ((string?)moved["at"])![..10].Should().Be(Day(6).ToString("yyyy-MM-dd"));
        ((string?)late["code"], (int?)late["version"]).Should().Be(("stale", 2));
        Fields(wordless).Should().Equal("why");
        ((string?)cancelled["why"]).Should().Be("The ward is closed");
        diary["days"]![0]!["entries"]!.AsArray().Should().Contain(e => (int?)e!["meeting"] == (int)cancelled["id"]! && (bool)e["cancelled"]!);
    }

    [Fact]
    public async Task A_clash_is_said_and_nothing_is_refused_for_it()
    {
        using var client = await portal.SignedIn("caseworker.a");

        var first = await client.PostAsJsonAsync("/api/v1/meetings", Meeting("Care plan", 12)).Gives(HttpStatusCode.Created);
        var second = await client.PostAsJsonAsync("/api/v1/meetings", Meeting("Ward visit", 12)).Gives(HttpStatusCode.Created);

        first["clashes"]!.AsArray().Should().BeEmpty();
        ((string?)second["clashes"]!.AsArray().Should().ContainSingle().Subject).Should().Contain("is at another meeting then");
    }

    [Fact]
    public async Task What_a_meeting_lacks_is_named_and_a_diary_of_another_team_is_closed()
    {
        using var client = await portal.SignedIn("caseworker.a");
        using var head = await portal.SignedIn("headofsection");

        var empty = await client.PostAsJsonAsync("/api/v1/meetings", new { }).Gives(HttpStatusCode.UnprocessableEntity);
        var strange = await client.PostAsJsonAsync("/api/v1/meetings", Meeting("Care plan", 3, with: "q.nobody")).Gives(HttpStatusCode.UnprocessableEntity);
        var elsewhere = await client.PostAsJsonAsync("/api/v1/meetings", Meeting("Care plan", 3, team: "B", with: "caseworker.b")).Gives(HttpStatusCode.Forbidden);
        var teamless = await head.PostAsJsonAsync("/api/v1/meetings", Meeting("Care plan", 3)).Gives(HttpStatusCode.UnprocessableEntity);

        Fields(empty).Should().Equal("kind", "what", "at", "minutes", "with");
        (Fields(strange).Single(), Fields(teamless).Single()).Should().Be(("with", "team"));
        ((string?)elsewhere["code"]).Should().Be("not-entitled");
    }

    [Fact]
    public async Task A_meeting_about_a_case_is_there_for_whoever_sees_the_case()
    {
        var file = await portal.Case(Relation.Restricted);
        using var head = await portal.SignedIn("headofsection");
        using var client = await portal.SignedIn("caseworker.a");

        var blind = await client.PostAsJsonAsync("/api/v1/meetings", Meeting("Press", 20, about: file)).Gives(HttpStatusCode.UnprocessableEntity);
        using var made = await head.PostAsJsonAsync("/api/v1/meetings", Meeting("Press", 20, team: "A", about: file));
        using var hidden = await client.GetAsync(made.Headers.Location);
        using var untouched = await client.Change($"{made.Headers.Location}/cancel", new { why = "Not needed" });

        Fields(blind).Should().Equal("case");
        made.StatusCode.Should().Be(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        new[] { hidden, untouched }.Should().OnlyContain(a => a.StatusCode == HttpStatusCode.NotFound);
        (await client.GetStringAsync($"/api/v1/diary?whose=team&from={Day(20):yyyy-MM-dd}")).Should().NotContain(file);
    }

    static object Meeting(string what, int ahead, string? team = null, string with = "caseworker.a", string? about = null) =>
        new { team, kind = "CPA meeting", what, at = Ten(ahead), minutes = 60, with = new[] { with }, @case = about };

    static IEnumerable<string?> Fields(JsonObject problem) => problem["reasons"]!.AsArray().Select(r => (string?)r!["field"]);
}
