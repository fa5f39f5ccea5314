using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

public sealed class WallScreenTests(Casework portal, Chromium chromium) : IClassFixture<Casework>
{
    [Fact]
    public async Task A_screen_on_a_wall_signs_in_by_its_token_shows_its_team_alone_and_goes_dark_when_it_is_revoked()
    {
        await portal.People();
        using var administrator = await portal.SignedIn("systemadministrator");
        using var made = await administrator.PostAsJsonAsync("/api/v1/admin/wallboards", new { team = "A", name = "Third floor" });
        var token = await made.Content.ReadFromJsonAsync<JsonObject>();
        await using var wall = await chromium.Begin(portal.Address);

        await wall.GoToStatic("/wall/A");
        await wall.Page.GetByLabel("Token").FillAsync((string)token!["token"]!);
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await wall.Interactive();
        await wall.Page.GetByRole(AriaRole.Heading, new() { Name = "Team A" }).WaitForAsync();
        var before = await Open(wall);
        await portal.Case();
        await wall.Page.WaitForFunctionAsync($"() => document.querySelector('.app-wall__n').textContent !== '{before}'");
        var elsewhere = new List<int>();
        foreach (var path in new[] { "/wall/B", "/board/A", "/cases", "/patients", "/help", "/api/v1/cases", "/api/v1/teams/A/workload" })
            elsewhere.Add((await wall.Page.APIRequest.GetAsync(path, new() { MaxRedirects = 0 })).Status);
        using var revoked = await administrator.DeleteAsync($"/api/v1/admin/wallboards/{token["id"]}");
        await wall.TurnedOutTo("/wall/sign-in");

        elsewhere.Should().OnlyContain(status => status == 403 || status == 404);
        wall.Page.Url.Should().NotContain("token");
        wall.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_token_that_is_not_ours_signs_nothing_in()
    {
        await using var wall = await chromium.Begin(portal.Address);

        await wall.GoToStatic("/wall/sign-in");
        await wall.Page.GetByLabel("Token").FillAsync("abc.def");
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await wall.Page.GetByText("it is not one of ours").First.WaitForAsync();
        (await wall.Page.Context.CookiesAsync()).Should().NotContain(cookie => cookie.Name == "mhcs");
    }

    static async Task<string?> Open(Visit wall) => await wall.Page.Locator(".app-wall__n").First.TextContentAsync();
}
