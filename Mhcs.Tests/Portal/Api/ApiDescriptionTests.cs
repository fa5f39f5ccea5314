using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Api;

public class ApiDescriptionTests(SectionApp portal) : IClassFixture<SectionApp>
{
    [Fact]
    public void Every_endpoint_needs_a_person_unless_it_is_named_here()
    {
        _ = portal.Address;
        string[] forAnybody = ["/api/v1/session", "/sign-in", "/wall/sign-in", "/seen", "/error", "/not-found", "/health/live", "/health/ready", "/metrics", "/openapi/{documentName}.json"];

        var endpoints = portal.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        var open = endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'));

        // Scripts and styles have a file's ending.
        open.Where(path => !Path.HasExtension(path) || path.StartsWith("/openapi", StringComparison.Ordinal)).Distinct().Should().BeSubsetOf(forAnybody);
        endpoints.Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal) && e.Metadata.GetOrderedMetadata<IAuthorizeData>().Count == 0).Should().BeEmpty();
    }

    [Fact]
    public async Task The_description_names_every_call()
    {
        using var client = portal.Anybody(out _);

        var description = await client.GetFromJsonAsync<JsonObject>("/openapi/v1.json");

        ((string?)description!["openapi"]).Should().StartWith("3.1");
        description["paths"]!.AsObject().Select(p => p.Key).Should().Contain(["/api/v1/session", "/api/v1/cases", "/api/v1/cases/{reference}/steps", "/api/v1/deadlines/work-out", "/api/v1/audit/verify",
            "/api/v1/directory", "/api/v1/directory/{id}/merge", "/api/v1/contacts/{id}/answer", "/api/v1/events/{id}/attendance", "/api/v1/guidance/{key}/reading", "/api/v1/guidance/{key}/versions/{number}/approve", "/api/v1/diary", "/api/v1/meetings/{id}/cancel"]);
    }

    [Fact]
    public async Task No_two_answers_share_a_name()
    {
        using var client = portal.Anybody(out _);

        var description = (await client.GetFromJsonAsync<JsonObject>("/openapi/v1.json"))!;
        var calls = description["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(call => (Name: $"{call.Key} {path.Key}", Answers: call.Value!["responses"]!.AsObject()))).ToList();

        Answer("get /api/v1/directory/{id}").Should().Contain("units").And.Contain("mayEnd");
        Answer("get /api/v1/directory").Should().Contain("items");
        Answer("get /api/v1/guidance/{key}").Should().Contain("toRead").And.Contain("number");
        Answer("get /api/v1/meetings/{id}").Should().Contain("clashes");
        Answer("get /api/v1/diary").Should().Contain("days");

        IEnumerable<string> Answer(string call)
        {
            var schema = calls.Single(c => c.Name == call).Answers["200"]!["content"]!["application/json"]!["schema"]!;
            var name = ((string)schema["$ref"]!).Split('/')[^1];
            return description["components"]!["schemas"]![name]!["properties"]!.AsObject().Select(p => p.Key);
        }
    }

    [Fact]
    public async Task Any_rule_is_worked_out_from_any_day()
    {
        using var client = await portal.SignedIn("caseworker.a");

        using var answer = await client.PostAsJsonAsync("/api/v1/deadlines/work-out", new { rule = "REC-01", from = "2026-11-27" });
        var worked = await answer.Content.ReadFromJsonAsync<JsonObject>();

        ((string?)worked!["lastDay"]).Should().Be("2026-12-27");
        ((string?)worked["internalDue"]).Should().Be("2026-12-24");
        ((string?)worked["source"]).Should().Contain("s75(1)");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        using var client = portal.Anybody(out var cookies);
        using var signIn = await client.PostAsJsonAsync("/api/v1/session", new { userName = "deputyhead.a", password = SectionApp.Password });
        var session = await client.GetFromJsonAsync<JsonObject>("/api/v1/session");
        using var copy = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = portal.Address, DefaultRequestHeaders = { { "Cookie", cookies.GetCookieHeader(portal.Address) } } };
        client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", (string?)session!["csrfToken"]);

        using var signedOut = await client.DeleteAsync("/api/v1/session");
        using var tried = await copy.GetAsync("/api/v1/session");

        signedOut.StatusCode.Should().Be(HttpStatusCode.NoContent);
        tried.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Guessing_closes_a_name_to_the_guesser_and_nobody_else_to_the_office()
    {
        using var guesser = portal.Anybody(out _);
        HttpStatusCode last = default;

        for (var n = 0; n < 6; n++)
        {
            using var answer = await guesser.PostAsJsonAsync("/api/v1/session", new { userName = "headofteam.b", password = $"guess number {n}" });
            last = answer.StatusCode;
        }
        using var colleague = await guesser.PostAsJsonAsync("/api/v1/session", new { userName = "teammanager.b", password = SectionApp.Password });

        last.Should().Be(HttpStatusCode.TooManyRequests);
        colleague.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_store_says_that_it_can_write_and_the_meters_speak_on_the_machine_alone()
    {
        using var client = portal.Anybody(out _);

        using var ready = await client.GetAsync("/health/ready");
        var metrics = await client.GetStringAsync("/metrics");
        using var passedOn = await client.SendAsync(new(HttpMethod.Get, "/metrics") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } });

        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        metrics.Should().Contain("http_server_request_duration");
        passedOn.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }
}
