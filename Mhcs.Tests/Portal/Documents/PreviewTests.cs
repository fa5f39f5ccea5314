using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Documents;

/// <summary>What the browser may show of a document, and how it is fenced in.</summary>
public sealed class PreviewTests(Casework portal) : IClassFixture<Casework>
{
    static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("photo.png", "image/png", true)]
    [InlineData("note.txt", "text/plain", true)]
    [InlineData("report.pdf", "application/pdf", false)]
    public async Task What_a_browser_can_show_is_shown_in_our_own_page_and_allowed_nothing(string name, string type, bool sandboxed)
    {
        using var client = await portal.SignedIn("caseworker.a");
        var id = await Kept(client, await portal.Case(), name);

        using var answer = await client.GetAsync($"/documents/{id}/shown");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(type);
        answer.Content.Headers.ContentDisposition!.DispositionType.Should().Be("inline");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Subject;
        policy.Should().StartWith("default-src 'none'; frame-ancestors 'self'").And.NotContain("script-src");
        policy.Contains("sandbox", StringComparison.Ordinal).Should().Be(sandboxed);
        answer.Headers.GetValues("X-Frame-Options").Should().Equal("SAMEORIGIN");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
    }

    [Fact]
    public async Task What_somebody_may_not_see_is_not_shown_and_each_look_is_on_the_trail()
    {
        using var client = await portal.SignedIn("caseworker.a");
        using var stranger = await portal.SignedIn("caseworker.b");
        using var auditor = await portal.SignedIn("auditor");
        var id = await Kept(client, await portal.Case(), "note.txt");

        using var theirs = await stranger.GetAsync($"/documents/{id}/shown");
        using var ours = await client.GetAsync($"/documents/{id}/shown");

        theirs.StatusCode.Should().Be(HttpStatusCode.NotFound);
        ours.EnsureSuccessStatusCode();
        (await auditor.GetStringAsync("/api/v1/audit?after=0")).Should().Contain(id);
    }

    [Fact]
    public async Task A_document_says_what_it_is_once_somebody_has_said_so()
    {
        using var client = await portal.SignedIn("caseworker.a");
        var file = await portal.Case();
        var id = await Kept(client, file, "note.txt");

        using var wrong = await client.Change($"/api/v1/cases/{file}/documents/{id}/description", new { category = "Gossip", datedOn = "2099-01-01", disturbing = "" });
        using var right = await client.Change($"/api/v1/cases/{file}/documents/{id}/description", new { category = "Photograph", datedOn = "2026-01-05", disturbing = "photographs of injuries" });

        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await wrong.Content.ReadAsStringAsync()).Should().Contain("category").And.Contain("datedOn").And.Contain("disturbing");
        right.StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.GetStringAsync($"/api/v1/cases/{file}/history")).Should().Contain("DocumentDescribed").And.Contain("photographs of injuries");
    }

    static async Task<string> Kept(HttpClient client, string file, string name)
    {
        var bytes = new ByteArrayContent(Path.GetExtension(name) switch { ".png" => Png, ".pdf" => "%PDF-1.7\nreport"u8.ToArray(), _ => "Seen on the ward"u8.ToArray() });
        bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{file}/documents") { Content = new MultipartFormDataContent { { bytes, "file", name } } };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
    }
}
