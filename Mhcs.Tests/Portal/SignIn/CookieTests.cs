using System.Net;
using System.Net.Http.Json;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.SignIn;

public sealed class CookieTests(SectionApp portal) : IClassFixture<SectionApp>
{
    [Fact]
    public async Task Over_https_the_cookies_are_bound_to_this_host_and_to_https()
    {
        using var client = Behind(portal, "https");

        var form = await Cookie(client.GetAsync("/sign-in"));
        var signedIn = await Cookie(client.PostAsJsonAsync("/api/v1/session", new { userName = "caseworker.a", password = SectionApp.Password }));

        form.Should().StartWith("__Host-mhcs-form=").And.ContainAll("path=/", "secure", "httponly", "samesite=strict").And.NotContain("domain");
        signedIn.Should().StartWith("__Host-mhcs=").And.ContainAll("path=/", "secure", "httponly", "samesite=lax").And.NotContain("domain");
    }

    [Fact]
    public async Task Over_plain_http_on_the_machine_itself_the_cookies_are_ordinary_ones()
    {
        using var client = Behind(portal, null);

        var form = await Cookie(client.GetAsync("/sign-in"));
        var signedIn = await Cookie(client.PostAsJsonAsync("/api/v1/session", new { userName = "caseworker.a", password = SectionApp.Password }));

        form.Should().StartWith("mhcs-form=").And.NotContain("secure");
        signedIn.Should().StartWith("mhcs=").And.ContainAll("httponly", "samesite=lax").And.NotContain("secure");
    }

    [Fact]
    public async Task Browsers_are_told_to_keep_to_https_where_there_is_https()
    {
        using var secure = Behind(portal, "https");
        using var plain = Behind(portal, null);

        using var told = await secure.GetAsync("/sign-in");
        using var untold = await plain.GetAsync("/sign-in");

        told.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000; includeSubDomains");
        untold.Headers.Contains("Strict-Transport-Security").Should().BeFalse();
    }

    [Fact]
    public async Task Behind_a_proxy_a_page_of_ours_is_no_foreign_one_and_a_plain_one_is()
    {
        using var client = Behind(portal, "https");
        using var own = await client.SendAsync(Login("https://portal.example"));
        using var plain = await client.SendAsync(Login("http://portal.example"));

        own.StatusCode.Should().Be(HttpStatusCode.NoContent);
        plain.StatusCode.Should().Be(HttpStatusCode.Forbidden);

        static HttpRequestMessage Login(string origin) => new(HttpMethod.Post, "/api/v1/session") { Headers = { { "Origin", origin } }, Content = JsonContent.Create(new { userName = "caseworker.a", password = SectionApp.Password }) };
    }

    [Fact]
    public async Task Nobody_but_the_proxy_is_believed_about_where_a_caller_comes_from()
    {
        await using var guarded = new BehindAnother();
        using var client = Behind(guarded, "https");

        var form = await Cookie(client.GetAsync("/sign-in"));

        form.Should().StartWith("mhcs-form=");
    }

    [Theory]
    [InlineData("/cases")]
    [InlineData("/board/A")]
    [InlineData("/help")]
    [InlineData("/api/v1/cases")]
    [InlineData("/api/v1/session")]
    [InlineData("/no-such-page")]
    public async Task Casework_is_kept_in_no_cache(string path)
    {
        using var client = await portal.SignedIn("caseworker.a");

        using var answer = await client.GetAsync(path);

        answer.Headers.CacheControl!.ToString().Should().Contain("no-store");
    }

    static HttpClient Behind(SectionApp portal, string? scheme)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal.Address, DefaultRequestHeaders = { Host = "portal.example" } };
        if (scheme is not null) client.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);
        return client;
    }

    static async Task<string> Cookie(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        return answer.Headers.GetValues("Set-Cookie").Should().ContainSingle().Subject;
    }

    sealed class BehindAnother : SectionApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> MoreSettings => [new("Mhcs:Proxies", "10.1.0.0/16, 192.0.2.7")];
    }
}
