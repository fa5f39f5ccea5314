using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Support;

/// <summary>The portal with one person of each role in team A, some in team B and the people above the teams: all sign in with the same password.</summary>
public class SectionApp : PortalApp
{
    public const string Password = "three plain words";

    static readonly string[] TeamRoles = ["CaseworkAdministrator", "Caseworker", "CaseworkManager", "TeamManager", "DeputyHead", "HeadOfTeam"];

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Mhcs:SeedUsers", string.Join(';',
        [
            .. from team in new[] { "A", "B" } from role in TeamRoles select $"{Name(role, team)}:{role}:{team}",
            "second.caseworker.a:Caseworker:A", "headofsection:HeadOfSection", "auditor:Auditor", "systemadministrator:SystemAdministrator",
        ])),
        new("Mhcs:SeedPassword", Password),
        new("Mhcs:Seed", "None"),
        .. MoreSettings,
    ];

    protected virtual IEnumerable<KeyValuePair<string, string>> MoreSettings => [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // Slow hashing is for guessers, not for tests.
        builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000));
    }

    /// <summary>The user name of whoever holds a role in a team: "caseworker.a".</summary>
    public static string Name(string role, string? team = "A") => role is "HeadOfSection" or "Auditor" or "SystemAdministrator" ? role.ToLowerInvariant() : $"{role}.{team}".ToLowerInvariant();

    /// <summary>A program that has signed in and sends the token of its session along.</summary>
    public async Task<HttpClient> SignedIn(string userName, string password = Password)
    {
        var client = Anybody(out _);
        await client.SignIn(userName, password);
        return client;
    }

    /// <summary>The cookie of somebody who has signed in, in the form that a browser context takes over.</summary>
    public async Task<string> BrowserState(string userName)
    {
        using var client = Anybody(out var cookies);
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName, password = Password });
        var kept = cookies.GetCookies(Address).Select(c => new { name = c.Name, value = c.Value, domain = Address.Host, path = "/", expires = -1, httpOnly = true, secure = false, sameSite = "Lax" });
        return System.Text.Json.JsonSerializer.Serialize(new { cookies = kept, origins = Array.Empty<object>() });
    }

    /// <summary>A program that nobody has signed in.</summary>
    public HttpClient Anybody(out CookieContainer cookies) =>
        new(new SocketsHttpHandler { CookieContainer = cookies = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = Address };
}

static class SigningIn
{
    /// <summary>Signs a program in; it sends the token of its session along from then on.</summary>
    public static async Task SignIn(this HttpClient client, string userName, string password = SectionApp.Password)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/session", new { userName, password });
        answer.StatusCode.Should().Be(HttpStatusCode.NoContent, "{0} may sign in", userName);
        var session = await client.GetFromJsonAsync<JsonObject>("/api/v1/session");
        client.DefaultRequestHeaders.Add("X-CSRF-TOKEN", (string?)session!["csrfToken"]);
    }
}
