using System.Net;
using AngleSharp.Html.Parser;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.SignIn;

[Collection(InASeededSection.Name)]
public sealed class OneClickTests(SeededSection seeded)
{
    [Fact]
    public async Task In_Development_with_the_invented_section_one_click_signs_in()
    {
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = seeded.Address };
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/sign-in"));
        var manager = page.QuerySelectorAll("button[name=person]").First(b => b.TextContent.Contains("Team manager", StringComparison.Ordinal));

        using var pressed = await client.PostAsync("/sign-in/as", new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("person", manager.GetAttribute("value")!)]));
        using var start = await client.GetAsync("/");

        pressed.StatusCode.Should().Be(HttpStatusCode.Redirect);
        start.Headers.Location!.ToString().Should().Contain("/board/");
    }

    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_that_section_or_anywhere_else_there_is_no_such_thing(string environment)
    {
        await using var portal = new Elsewhere(environment);
        using var client = portal.Anybody(out _);
        using var colleague = await portal.SignedIn("caseworker.a");

        using var pressed = await Press(client, "/sign-in/as");
        using var nowhere = await Press(client, "/sign-in/no-such-thing");
        using var missing = await Press(colleague, "/sign-in/as");
        using var unheardOf = await Press(colleague, "/sign-in/no-such-thing");

        missing.StatusCode.Should().Be(unheardOf.StatusCode).And.NotBe(HttpStatusCode.OK);
        pressed.StatusCode.Should().Be(nowhere.StatusCode).And.NotBe(HttpStatusCode.OK);
        pressed.Headers.Contains("Set-Cookie").Should().BeFalse();
        (await client.GetStringAsync("/sign-in")).Should().NotContain("invented section");
    }

    static Task<HttpResponseMessage> Press(HttpClient client, string path) => client.PostAsync(path, new FormUrlEncodedContent([new("person", "1")]));

    sealed class Elsewhere(string environment) : SectionApp
    {
        protected override string EnvironmentName => environment;
    }
}
