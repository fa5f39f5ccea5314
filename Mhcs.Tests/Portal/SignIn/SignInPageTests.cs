using System.Net;
using AngleSharp.Html.Parser;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.SignIn;

public class SignInPageTests(SectionApp portal) : IClassFixture<SectionApp>
{
    [Fact]
    public async Task Whoever_is_not_signed_in_comes_to_the_sign_in_page_and_then_where_they_wanted()
    {
        using var client = portal.Anybody(out _);

        using var turned = await client.GetAsync("/help/dates");
        using var signedIn = await Fill(client, turned.Headers.Location!.ToString(), "caseworker.a", SectionApp.Password);
        using var page = await client.GetAsync("/help/dates");

        turned.Headers.Location!.PathAndQuery.Should().Be("/sign-in?from=%2Fhelp%2Fdates");
        signedIn.Headers.Location!.ToString().Should().EndWith("/help/dates");
        page.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("caseworker", "/my-work")]
    [InlineData("teammanager", "/board/A")]
    [InlineData("deputyhead", "/decisions")]
    [InlineData("headofteam", "/dashboard/A")]
    [InlineData("headofsection", "/section")]
    public async Task The_start_is_each_persons_first_screen(string role, string first)
    {
        using var client = await portal.SignedIn(role is "headofsection" ? role : $"{role}.a");

        using var answer = await client.GetAsync("/");

        answer.Headers.Location!.ToString().Should().EndWith(first);
    }

    [Theory]
    [InlineData("caseworker.a", "not the password")]
    [InlineData("nobody.at.all", "three plain words")]
    public async Task A_wrong_name_and_a_wrong_password_get_the_same_answer(string userName, string password)
    {
        using var client = portal.Anybody(out _);

        using var answer = await Fill(client, "/sign-in", userName, password);

        (await answer.Content.ReadAsStringAsync()).Should().Contain("together they are not one of ours").And.NotContain(password);
        answer.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Signing_in_never_sends_anybody_to_another_site(string from)
    {
        using var client = portal.Anybody(out _);

        using var answer = await Fill(client, $"/sign-in?from={Uri.EscapeDataString(from)}", "caseworker.b", SectionApp.Password);

        answer.Headers.Location!.ToString().Should().NotContain("elsewhere");
    }

    [Fact]
    public async Task A_form_from_another_site_signs_nobody_in()
    {
        using var client = portal.Anybody(out _);

        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("_handler", "sign-in"), new("Given.UserName", "caseworker.a"), new("Given.Password", SectionApp.Password)]));

        answer.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Outside_Development_nobody_is_offered_a_sign_in_without_a_password()
    {
        using var client = portal.Anybody(out _);

        var page = await client.GetStringAsync("/sign-in");
        using var press = await client.PostAsync("/sign-in/as", new FormUrlEncodedContent([new("person", "1")]));

        page.Should().NotContain("invented section");
        press.IsSuccessStatusCode.Should().BeFalse();
        press.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_even_for_a_copy_of_the_cookie()
    {
        using var client = portal.Anybody(out var cookies);
        using var signedIn = await Fill(client, "/sign-in", "caseworkmanager.a", SectionApp.Password);
        var copy = cookies.GetCookieHeader(portal.Address);
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/help/dates"));

        using var signedOut = await client.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", Token(page))]));
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal.Address, DefaultRequestHeaders = { { "Cookie", copy } } };
        using var tried = await thief.GetAsync("/help/dates");

        signedOut.Headers.Location!.ToString().Should().EndWith("/sign-in");
        tried.StatusCode.Should().Be(HttpStatusCode.Redirect);
    }

    static async Task<HttpResponseMessage> Fill(HttpClient client, string path, string userName, string password)
    {
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync(path));
        return await client.PostAsync(path, new FormUrlEncodedContent(
            [new("_handler", "sign-in"), new("__RequestVerificationToken", Token(page)), new("Given.UserName", userName), new("Given.Password", password)]));
    }

    static string Token(AngleSharp.Dom.IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
