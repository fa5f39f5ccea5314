using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Deadlines;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Api;

public class GuidanceApiTests(Casework portal) : IClassFixture<Casework>
{
    static string InDays(int days) => London.Day(TimeProvider.System.GetUtcNow()).AddDays(days).ToString("yyyy-MM-dd");

    [Fact]
    public async Task A_version_that_must_be_read_stands_before_everybody_until_they_confirm_it()
    {
        using var writer = await portal.SignedIn("deputyhead.a");
        using var second = await portal.SignedIn("headofteam.a");
        using var reader = await portal.SignedIn("caseworker.a");
        await writer.Change("/api/v1/guidance/leave/versions", Draft("Leave", mustRead: true)).Gives();

        var alone = await writer.PostAsync("/api/v1/guidance/leave/versions/2/approve", null).Gives(HttpStatusCode.UnprocessableEntity);
        using var unseen = await reader.PostAsync("/api/v1/guidance/leave/versions/2/approve", null);
        var approved = await second.PostAsync("/api/v1/guidance/leave/versions/2/approve", null).Gives();
        var toRead = await reader.GetAsync("/api/v1/guidance/leave").Gives();
        var listed = await reader.GetAsync("/api/v1/guidance").Gives();
        await reader.PostAsJsonAsync("/api/v1/guidance/leave/reading", new { number = 1 }).Gives(HttpStatusCode.Conflict);
        var read = await reader.PostAsJsonAsync("/api/v1/guidance/leave/reading", new { number = 2 }).Gives();

        ((string?)alone["code"], unseen.StatusCode).Should().Be(("refused", HttpStatusCode.NotFound));
        ((int?)approved["number"], (string?)approved["writtenBy"], (string?)approved["approvedBy"]).Should().Be((2, "deputyhead.a", "headofteam.a"));
        ((bool)toRead["toRead"]!, (string?)toRead["readBy"]).Should().Be((true, InDays(14)));
        listed["toRead"]!.AsArray().Should().ContainSingle().Which!["key"]!.ToJsonString().Should().Be("\"leave\"");
        ((bool)read["toRead"]!, read["confirmedAt"] is not null).Should().Be((false, true));
        (await second.GetAsync("/api/v1/guidance/leave").Gives())["readers"]!.AsArray().Should().Contain(r => (string?)r!["userName"] == "caseworker.a" && r["confirmedAt"] != null);
    }

    [Fact]
    public async Task A_page_that_nobody_has_approved_is_there_for_those_who_write_and_for_nobody_else()
    {
        using var writer = await portal.SignedIn("deputyhead.a");
        using var reader = await portal.SignedIn("teammanager.a");
        using var made = await writer.PostAsJsonAsync("/api/v1/guidance", Draft("Travel by night"));

        using var hidden = await reader.GetAsync("/api/v1/guidance/travel-by-night");
        using var unread = await reader.PostAsJsonAsync("/api/v1/guidance/travel-by-night/reading", new { number = 0 });
        using var unreviewed = await reader.Change("/api/v1/guidance/travel-by-night/review", new { review = InDays(90) });
        var again = await writer.PostAsJsonAsync("/api/v1/guidance", Draft("Travel by night")).Gives(HttpStatusCode.UnprocessableEntity);
        await writer.PostAsync("/api/v1/guidance/travel-by-night/versions/1/withdraw", null).Gives();

        (made.StatusCode, made.Headers.Location?.ToString()).Should().Be((HttpStatusCode.Created, "/api/v1/guidance/travel-by-night"));
        new[] { hidden, unread, unreviewed }.Should().OnlyContain(a => a.StatusCode == HttpStatusCode.NotFound);
        Fields(again).Should().Equal("title");
    }

    [Fact]
    public async Task Guidance_is_written_reviewed_and_given_away_with_the_tag_of_the_page_as_it_stands()
    {
        using var writer = await portal.SignedIn("deputyhead.a");
        using var read = await writer.GetAsync("/api/v1/guidance/remission");
        var tag = read.Headers.ETag!.ToString();

        using var untagged = await writer.PostAsJsonAsync("/api/v1/guidance/remission/review", new { review = InDays(90) });
        var dayless = await writer.Change("/api/v1/guidance/remission/review", new { }, tag).Gives(HttpStatusCode.UnprocessableEntity);
        var reviewed = await writer.Change("/api/v1/guidance/remission/review", new { review = InDays(90) }, tag).Gives();
        var late = await writer.Change("/api/v1/guidance/remission/versions", Draft("Remission"), tag).Gives(HttpStatusCode.PreconditionFailed);
        var lower = await writer.Change("/api/v1/guidance/remission/owner", new { owner = "caseworker.a" }).Gives(HttpStatusCode.UnprocessableEntity);
        var owned = await writer.Change("/api/v1/guidance/remission/owner", new { owner = "headofteam.a" }).Gives();

        untagged.StatusCode.Should().Be(HttpStatusCode.PreconditionRequired);
        (Fields(dayless).Single(), Fields(lower).Single()).Should().Be(("review", "owner"));
        ((string?)reviewed["review"], (string?)owned["owner"]).Should().Be((InDays(90), "headofteam.a"));
        ((string?)late["code"], (int?)late["version"]).Should().Be(("stale", (int)reviewed["version"]!));
    }

    [Fact]
    public async Task What_a_draft_lacks_is_named_and_nobody_below_a_deputy_head_writes()
    {
        using var writer = await portal.SignedIn("deputyhead.a");
        using var reader = await portal.SignedIn("teammanager.a");

        var empty = await writer.PostAsJsonAsync("/api/v1/guidance", new { governs = new string?[] { null }, mustRead = true }).Gives(HttpStatusCode.UnprocessableEntity);
        await reader.PostAsJsonAsync("/api/v1/guidance", Draft("Travel by day")).Gives(HttpStatusCode.Forbidden);

        Fields(empty).Should().BeEquivalentTo("title", "area", "governs", "text", "change", "review", "readBy");
    }

    [Fact]
    public async Task The_guidance_is_searched_by_all_the_words_of_a_body()
    {
        using var client = await portal.SignedIn("caseworker.a");

        var found = await client.PostAsJsonAsync("/api/v1/guidance/search", new { query = "BED emergency warrant" }).Gives();

        found["pages"]!.AsArray().Should().ContainSingle(p => (string?)p!["key"] == "recall").Which!["passage"].Should().NotBeNull();
    }

    static object Draft(string title, bool mustRead = false) => new { title, area = "Leave", governs = new[] { "leave" }, text = "Check the **bed** twice.", change = "Twice", review = InDays(180), mustRead, readBy = mustRead ? InDays(14) : null };

    static IEnumerable<string?> Fields(JsonObject problem) => problem["reasons"]!.AsArray().Select(r => (string?)r!["field"]);
}
