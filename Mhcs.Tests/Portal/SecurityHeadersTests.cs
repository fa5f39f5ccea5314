using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal;

public class SecurityHeadersTests(PortalApp portal) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/portal.css")]
    public async Task Every_answer_says_what_the_browser_may_load_and_not_what_serves_it(string path)
    {
        using var client = new HttpClient { BaseAddress = portal.Address };

        using var answer = await client.GetAsync(path);

        answer.Headers.GetValues("Content-Security-Policy").Should().ContainSingle()
            .Which.Should().StartWith("default-src 'self';").And.NotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.Contains("Server").Should().BeFalse();
    }
}
