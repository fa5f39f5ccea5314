using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Api;

public class DirectoryApiTests(Casework portal) : IClassFixture<Casework>
{
    [Fact]
    public async Task The_directory_is_listed_twenty_five_at_a_time_and_narrowed_as_on_its_page()
    {
        using var client = await portal.SignedIn("caseworker.a");

        var all = await client.GetAsync("/api/v1/directory").Gives();
        var hospitals = await client.GetAsync("/api/v1/directory?kind=hospital&region=north-west,Wales&pageSize=200").Gives();
        var past = await client.GetAsync("/api/v1/directory?page=1000").Gives();

        Items(all).Should().HaveCount(25).And.BeInAscendingOrder(i => (string?)i["name"], StringComparer.Ordinal);
        Items(hospitals).Should().NotBeEmpty().And.OnlyContain(i => (string?)i["kind"] == "hospital" && ((string?)i["region"] == "North West" || (string?)i["region"] == "Wales")).And.HaveCount((int)hospitals["total"]!);
        Items(past).Should().BeEmpty("past the end there is nothing");
    }

    [Fact]
    public async Task An_entry_is_added_read_changed_with_its_tag_and_found_by_the_name_it_had()
    {
        using var client = await portal.SignedIn("caseworker.a");
        using var made = await client.PostAsJsonAsync("/api/v1/directory", Hospital("Willowmere Hospital"));
        var (address, tag) = (made.Headers.Location!.ToString(), made.Headers.ETag!.ToString());

        using var untagged = await client.PutAsJsonAsync(address, Hospital("Willowmere Park Hospital"));
        var changed = await client.Replace(address, Hospital("Willowmere Park Hospital"), tag).Gives();
        var late = await client.Replace(address, Hospital("Willowmere Green Hospital"), tag).Gives(HttpStatusCode.PreconditionFailed);
        var found = await client.PostAsJsonAsync("/api/v1/directory/search", new { query = "willowmere hospital" }).Gives();

        made.StatusCode.Should().Be(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        untagged.StatusCode.Should().Be(HttpStatusCode.PreconditionRequired);
        ((string?)changed["units"]![0]!["security"]).Should().Be("Medium");
        changed["history"]!.AsArray()[^1]!.ToJsonString().Should().Contain("Willowmere Hospital").And.Contain("caseworker.a");
        ((string?)late["code"], (int?)late["version"]).Should().Be(("stale", 2));
        Items(found).Should().ContainSingle().Which["formerNames"]!.ToJsonString().Should().Contain("Willowmere Hospital");
    }

    [Fact]
    public async Task What_the_form_refuses_is_refused_field_by_field_with_the_same_sentences()
    {
        using var client = await portal.SignedIn("caseworker.a");

        var refused = await client.PostAsJsonAsync("/api/v1/directory", new { kind = "hospital", email = "not an address", telephone = "ring me", units = new object?[] { null } }).Gives(HttpStatusCode.UnprocessableEntity);

        Fields(refused).Should().BeEquivalentTo("name", "region", "email", "telephone", "from", "units");
        refused.ToJsonString().Should().Contain("Enter the name");
    }

    [Fact]
    public async Task A_casework_manager_or_above_closes_opens_again_and_makes_two_entries_one()
    {
        using var caseworker = await portal.SignedIn("caseworker.a");
        using var manager = await portal.SignedIn("caseworkmanager.a");
        var (old, kept) = (await Court(caseworker, "Alderholt Crown Court"), await Court(caseworker, "Alderholt Court"));

        await caseworker.Change($"/api/v1/directory/{old}/close", new { lastDay = "2026-01-31" }).Gives(HttpStatusCode.Forbidden);
        var dayless = await manager.Change($"/api/v1/directory/{old}/close", new { }).Gives(HttpStatusCode.UnprocessableEntity);
        var closed = await manager.Change($"/api/v1/directory/{old}/close", new { lastDay = "2026-01-31" }).Gives();
        var hidden = await caseworker.PostAsJsonAsync("/api/v1/directory/search", new { query = "Alderholt Crown" }).Gives();
        var shown = await caseworker.PostAsJsonAsync("/api/v1/directory/search", new { query = "Alderholt Crown", closed = true }).Gives();
        var open = await manager.Change($"/api/v1/directory/{old}/reopen", new { }).Gives();
        await manager.Change($"/api/v1/directory/{old}/reopen", new { }).Gives(HttpStatusCode.Conflict);
        var wrong = await manager.Change($"/api/v1/directory/{old}/merge", new { into = 0, reason = "The same" }).Gives(HttpStatusCode.UnprocessableEntity);
        var merged = await manager.Change($"/api/v1/directory/{old}/merge", new { into = kept, reason = "One address" }).Gives();

        Fields(dayless).Should().Equal("lastDay");
        ((string?)closed["lastDay"], (string?)open["lastDay"]).Should().Be(("2026-01-31", null));
        (Items(hidden).Count, Items(shown).Count).Should().Be((0, 1));
        Fields(wrong).Should().Equal("into");
        ((int?)merged["partOf"]).Should().Be(kept);
        (await caseworker.GetAsync($"/api/v1/directory/{kept}").Gives())["parts"]!.ToJsonString().Should().Be($"[{old}]");
    }

    [Fact]
    public async Task An_entry_sent_twice_with_one_key_stands_in_the_directory_once()
    {
        using var client = await portal.SignedIn("caseworker.a");
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());

        var first = await client.PostAsJsonAsync("/api/v1/directory", Place("court", "Thornlea Court")).Gives(HttpStatusCode.Created);
        using var again = await client.PostAsJsonAsync("/api/v1/directory", Place("court", "Thornlea Court"));

        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
        ((int?)(await again.Content.ReadFromJsonAsync<JsonObject>())!["id"]).Should().Be((int)first["id"]!);
    }

    static object Place(string kind, string name) => new { kind, name, region = "Wales", town = "Willowmere", from = "2020-01-01" };

    static object Hospital(string name) => new { kind = "hospital", name, region = "Wales", town = "Willowmere", address = "1 Acorn Row", units = new[] { new { name = "Alder ward", security = "medium" } }, from = "2020-01-01" };

    static async Task<int> Court(HttpClient client, string name) => (int)(await client.PostAsJsonAsync("/api/v1/directory", Place("court", name)).Gives(HttpStatusCode.Created))["id"]!;

    static List<JsonNode> Items(JsonObject page) => [.. page["items"]!.AsArray().Select(i => i!)];

    static IEnumerable<string?> Fields(JsonObject problem) => problem["reasons"]!.AsArray().Select(r => (string?)r!["field"]);
}
