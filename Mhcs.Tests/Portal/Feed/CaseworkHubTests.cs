using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Feed;

public class CaseworkHubTests(Casework portal) : IClassFixture<Casework>
{
    [Theory]
    [InlineData("/hubs/casework")]
    [InlineData("/_blazor")]
    public async Task Nobody_gets_a_live_connection_without_signing_in_or_from_another_site(string hub)
    {
        using var anybody = portal.Anybody(out _);
        using var client = await portal.SignedIn("caseworker.a");
        using var foreign = new HttpRequestMessage(HttpMethod.Post, $"{hub}/negotiate?negotiateVersion=1") { Headers = { { "Origin", "https://elsewhere.example" } } };

        using var anonymous = await anybody.PostAsync($"{hub}/negotiate?negotiateVersion=1", null);
        using var elsewhere = await client.SendAsync(foreign);
        using var own = await client.PostAsync($"{hub}/negotiate?negotiateVersion=1", null);

        anonymous.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        elsewhere.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        own.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_program_hears_of_changes_that_it_may_see_and_of_no_others()
    {
        await portal.People();
        using var client = await SignIn("teammanager.a");
        await using var hub = await HubSocket.Open(client.Http, client.Cookies);
        await hub.Listen("A");
        await hub.Next(IsItem);

        var hidden = await portal.Case(Relation.Restricted);
        var other = await portal.Case(Relation.Other);
        var seen = await portal.Case();
        var items = new List<string>();
        while (!items.Contains(seen) && await hub.Next(m => IsItem(m) || IsEvent(m, "caseChanged")) is { } message)
            if (Reference(message) is { } reference) items.Add(reference);

        items.Should().Contain(seen).And.NotContain(hidden).And.NotContain(other);
    }

    [Fact]
    public async Task A_program_hears_that_somebody_of_the_team_is_away()
    {
        using var client = await SignIn("teammanager.b");
        await using var hub = await HubSocket.Open(client.Http, client.Cookies);
        var away = (await portal.Services.GetRequiredService<Staff>().Find("caseworker.b"))!.Id;
        var today = London.Day(portal.Services.GetRequiredService<Occasions>().Now);

        var recorded = await portal.Services.GetRequiredService<CoverDesk>().RecordAbsence(away, today, today, "Training", away);
        var heard = await hub.Next(m => IsEvent(m, "workloadChanged") && (long)m["arguments"]![0]!["version"]! > 0);

        recorded.Reasons.Should().BeEmpty();
        ((string?)heard!["arguments"]![0]!["team"]).Should().Be("B");
    }

    [Fact]
    public async Task Signing_out_closes_the_connection_at_once()
    {
        using var client = await SignIn("caseworkmanager.a");
        await using var hub = await HubSocket.Open(client.Http, client.Cookies);
        var session = await client.Http.GetFromJsonAsync<JsonObject>("/api/v1/session");
        client.Http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", (string?)session!["csrfToken"]);

        using var signedOut = await client.Http.DeleteAsync("/api/v1/session");

        (await hub.Next(m => (int?)m["type"] == 99)).Should().BeNull("the connection ends");
    }

    [Theory]
    [InlineData("/hubs/casework")]
    [InlineData("/_blazor")]
    public async Task One_person_holds_twenty_live_connections_and_gives_one_back_to_get_another(string hub)
    {
        using var client = await SignIn(hub == "/_blazor" ? "deputyhead.b" : "headofteam.b");
        var held = new List<ClientWebSocket>();
        for (var n = 0; n < 20; n++) held.Add(await Connect(hub, client.Cookies));

        var refused = await Record.ExceptionAsync(() => Connect(hub, client.Cookies));
        held[7].Abort();
        var again = await Until(() => Connect(hub, client.Cookies));

        refused.Should().BeOfType<WebSocketException>().Which.Message.Should().Contain("429");
        again.State.Should().Be(WebSocketState.Open);
        foreach (var socket in held.Append(again)) socket.Dispose();
    }

    [Fact]
    public async Task A_wallboard_hears_the_figures_of_its_team_until_its_token_is_revoked()
    {
        await portal.People();
        using var administrator = await portal.SignedIn("systemadministrator");
        using var made = await administrator.PostAsJsonAsync("/api/v1/admin/wallboards", new { team = "A", name = "Third floor" });
        var token = await made.Content.ReadFromJsonAsync<JsonObject>();
        using var wall = portal.Anybody(out _);
        wall.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Wallboard {token!["token"]}");
        await using var hub = await HubSocket.Open(wall, "", token: $"Wallboard {token["token"]}");

        await portal.Case();
        var heard = await hub.Next(m => IsEvent(m, "workloadChanged") && (long)m["arguments"]![0]!["version"]! > 0);
        using var cases = await wall.GetAsync("/api/v1/cases");
        using var revoked = await administrator.DeleteAsync($"/api/v1/admin/wallboards/{token["id"]}");

        ((string?)heard!["arguments"]![0]!["team"]).Should().Be("A");
        heard["arguments"]![0]!.AsObject().ContainsKey("reference").Should().BeFalse();
        cases.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        revoked.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await hub.Next(m => (int?)m["type"] == 99)).Should().BeNull("the connection ends");
    }

    async Task<Signed> SignIn(string who)
    {
        var client = portal.Anybody(out var cookies);
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName = who, password = SectionApp.Password });
        return new(client, cookies.GetCookieHeader(portal.Address));
    }

    async Task<ClientWebSocket> Connect(string hub, string cookies)
    {
        var socket = new ClientWebSocket { Options = { CollectHttpResponseDetails = true } };
        socket.Options.SetRequestHeader("Cookie", cookies);
        await socket.ConnectAsync(new UriBuilder(portal.Address) { Scheme = "ws", Path = hub }.Uri, CancellationToken.None);
        return socket;
    }

    /// <summary>Tries until the portal has noticed that a connection has gone.</summary>
    static async Task<ClientWebSocket> Until(Func<Task<ClientWebSocket>> connect)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
            try
            {
                return await connect();
            }
            catch (WebSocketException) when (!patience.IsCancellationRequested)
            {
                await Task.Yield();
            }
    }

    static bool IsItem(JsonObject m) => (int?)m["type"] == 2;

    static bool IsEvent(JsonObject m, string name) => (string?)m["target"] == name;

    static string? Reference(JsonObject m) => (string?)(m["item"] ?? m["arguments"]?[0])?["reference"];

    sealed record Signed(HttpClient Http, string Cookies) : IDisposable
    {
        public void Dispose() => Http.Dispose();
    }
}
