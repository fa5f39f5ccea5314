using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Api;

public class HostileInputTests(HostileInputTests.AtTheDesk portal) : IClassFixture<HostileInputTests.AtTheDesk>
{
    [Theory]
    [InlineData("application/json", "", 400)]
    [InlineData("application/json", "null", 400)]
    [InlineData("application/json", "[]", 400)]
    [InlineData("application/json", "{", 400)]
    [InlineData("application/json", "{\"text\":1}", 400)]
    [InlineData("application/json", "{\"text\":\"a\",\"text\":\"b\"}", 400)]
    [InlineData("application/json; charset=utf-7", "{\"text\":\"a\"}", 415)]
    [InlineData("application/json; charset=nonsense", "{\"text\":\"a\"}", 415)]
    [InlineData("text/plain", "{\"text\":\"a\"}", 415)]
    [InlineData("application/json", "{\"text\":\"\"}", 422)]
    [InlineData("application/json", "{}", 422)]
    public async Task A_broken_body_is_answered_as_what_it_is(string type, string body, int expected)
    {
        var file = await portal.Case();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{file}/notes") { Content = content };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        using var answer = await (await portal.Head).SendAsync(request);

        ((int)answer.StatusCode).Should().Be(expected, await answer.Content.ReadAsStringAsync());
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    static readonly string[] Bodies =
    [
        "{\"type\":\"recall\",\"patient\":{}}", "{\"type\":\"recall\",\"patient\":[1]}", "{\"type\":\"recall\",\"patient\":\"\\u0000\"}", "{\"type\":\"recall\",\"patient\":\"P-30001\",\"facts\":{\"x\":{}}}",
        "{\"type\":\"recall\",\"patient\":{\"surname\":\"\\u202Eabc\",\"forenames\":\"x\",\"bornOn\":\"1980-01-01\"}}", "{\"type\":\"recall\",\"patient\":{\"surname\":7}}", "{\"step\":\"x\",\"facts\":null}", "{\"step\":\"\\uD800\"}",
        "{\"references\":[null,\"\",\"R-1\"],\"assignee\":\"\"}", "{\"rule\":\"REC-01\",\"from\":\"9999-12-31\"}", "{\"rule\":\"REC-01\",\"from\":\"0001-01-01\"}", "{\"rule\":\"REC-01\",\"from\":\"2199-12-31\"}",
        "{\"rule\":\"REC-03\",\"from\":\"2026-01-01T99:00\",\"facts\":{\"stops\":[null]}}", "{\"query\":\"%_'\\\"*--\"}", "{\"query\":\"\\u0000\\u0000\"}", "{\"query\":\"\\\"\\\" OR NEAR(\",\"page\":1000000}", "{\"query\":\"((((((\"}",
        "{\"kind\":99,\"name\":\"x\",\"with\":[\"caseworker.a\"]}", "{\"kind\":\"challenge, judge\",\"about\":\"x\",\"with\":\"y\",\"on\":\"2026-01-01\"}", "{\"kind\":\"hospital\",\"name\":\"x\\ny\",\"region\":\"Wales\",\"from\":\"0001-01-01\",\"units\":[null,{\"name\":null},{\"security\":\"\\n\"}]}",
        "{\"kind\":\"court\",\"name\":\"x\",\"region\":\"Wales\",\"from\":\"0001-01-01\",\"lastDay\":\"9999-12-31\"}", "{\"lastDay\":\"0001-01-01\",\"into\":-1,\"reason\":\"\\u202E\",\"why\":\"\\u202E\"}", "{\"kind\":\"contact\",\"with\":\"x\",\"about\":\"y\",\"on\":\"0001-01-01\",\"followUp\":\"9999-12-31\",\"reference\":\"--\",\"entry\":-1}",
        "{\"kind\":\"contact\",\"with\":\"x\",\"about\":\"y\",\"on\":\"0001-01-01\",\"followUp\":\"0001-01-01\"}", "{\"kind\":\"openDay\",\"title\":\"x\",\"where\":\"y\",\"on\":\"9999-12-31\",\"staff\":[null],\"others\":[null,\"\\n\"]}", "{\"came\":[-1,2147483647],\"mark\":-2147483648,\"from\":\"x\"}", "{\"came\":[null]}",
        "{\"kind\":\"Training\",\"what\":\"x\",\"at\":\"2199-12-31T23:59:59.9999999Z\",\"minutes\":2147483647,\"with\":[\"headofsection\"],\"team\":\"A\",\"case\":\"-\"}", "{\"kind\":\"Training\",\"what\":\"x\",\"at\":\"9999-12-31T23:59:59-23:59\",\"with\":[\"\"],\"team\":\"\"}", "{\"at\":7,\"with\":{}}",
        "{\"title\":\"…\",\"area\":\"x\",\"text\":\"[x](javascript:y)\",\"change\":\"x\",\"review\":\"9999-12-31\",\"governs\":[null],\"mustRead\":true,\"readBy\":\"0001-01-01\"}", "{\"number\":-1,\"owner\":\"\",\"review\":\"0001-01-01\"}", "{\"number\":0,\"outcome\":\"x\",\"result\":\"7\"}", "{\"query\":\"xy\",\"page\":1000000,\"pageSize\":200,\"kind\":[0],\"region\":[null]}", "{\"query\":\"xy\",\"kind\":[null]}",
        new string('[', 500), "{\"userName\":[],\"password\":{}}", "{\"userName\":\"\\u0000\",\"password\":\"x\"}",
    ];

    public static TheoryData<string> Paths => ["/cases", "/cases/search", "/cases/assignments", "/cases/R-1001/steps", "/cases/%00/steps", "/cases/R-1001/assignment", "/deadlines/work-out", "/imports/patients", "/imports/cases?dryRun=x", "/session", "/nowhere",
        "/directory", "/directory/search", "/cover", "/cover/1/end", "/cover/99999999999/end", "PUT /victims/1", "PUT /victims/99999999999", "/directory/1/close", "/directory/1/reopen", "/directory/1/merge", "/directory/0/merge", "/directory/99999999999/close", "PUT /directory/1", "/contacts", "/contacts/1/answer", "/events", "/events/1/attendance", "/events/1/feedback", "/events/1/cancel",
        "/guidance", "/guidance/search", "/guidance/recall/reading", "/guidance/%00/reading", "/guidance/recall/versions", "/guidance/recall/versions/2/approve", "/guidance/recall/review", "/guidance/%EF%BF%BD/owner", "/guidance/recall/owner", "/meetings", "/meetings/1/cancel", "PUT /meetings/1"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nothing_that_anybody_sends_gets_a_fault_of_ours(string path)
    {
        await portal.People();
        var (method, address) = path.Split(' ') is [var verb, var rest] ? (verb, rest) : ("POST", path);

        foreach (var body in Bodies)
        {
            using var request = new HttpRequestMessage(new(method), "/api/v1" + address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            using var answer = await (await portal.Head).SendAsync(request);

            ((int)answer.StatusCode).Should().BeLessThan(500, "{0} to {1}: {2}", body, path, await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("/cases?team=Q")]
    [InlineData("/cases?page=0")]
    [InlineData("/cases?page=-1")]
    [InlineData("/cases?page=99999999999999999999")]
    [InlineData("/cases?pageSize=201")]
    [InlineData("/cases?standing=late")]
    [InlineData("/cases?sort=%00")]
    [InlineData("/cases?type=recall'--")]
    [InlineData("/calendar/working-days?from=2026-01-01&to=2025-01-01")]
    [InlineData("/calendar/working-days?from=x&to=y")]
    [InlineData("/audit?after=x")]
    [InlineData("/directory?kind=castle")]
    [InlineData("/directory?kind=0")]
    [InlineData("/directory?region=Mars")]
    [InlineData("/directory?closed=maybe")]
    [InlineData("/directory?pageSize=201")]
    [InlineData("/directory/1?page=0")]
    [InlineData("/contacts?view=mine")]
    [InlineData("/contacts?entry=x")]
    [InlineData("/contacts?page=0")]
    [InlineData("/events?when=never")]
    [InlineData("/events?entry=-1")]
    [InlineData("/diary?from=x")]
    [InlineData("/diary?from=2026-11-27&to=2026-11-26")]
    [InlineData("/diary?from=2026-11-27&to=2027-01-08")]
    [InlineData("/diary?from=0001-01-01")]
    [InlineData("/diary?team=Q")]
    public async Task A_query_that_says_nothing_is_refused_and_not_widened(string path)
    {
        using var answer = await (await portal.Head).GetAsync("/api/v1" + path);

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_change_without_the_sessions_token_or_from_another_site_is_refused()
    {
        using var client = await portal.SignedIn("caseworker.a");
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/v1/cases/search") { Content = JsonContent.Create(new { query = "Applecross" }), Headers = { { "Origin", "https://elsewhere.example" } } };

        using var elsewhere = await client.SendAsync(foreign);
        client.DefaultRequestHeaders.Remove("X-CSRF-TOKEN");
        using var without = await client.PostAsJsonAsync("/api/v1/cases/search", new { query = "Applecross" });

        elsewhere.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        without.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        ((string?)(await without.Content.ReadFromJsonAsync<JsonObject>())!["code"]).Should().Be("csrf");
    }

    /// <summary>The head of section, signed in once for many tries.</summary>
    public sealed class AtTheDesk : Casework
    {
        Task<HttpClient>? _head;

        public Task<HttpClient> Head => _head ??= SignedIn("headofsection");
    }
}
