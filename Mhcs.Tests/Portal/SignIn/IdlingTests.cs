using System.Net;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.SignIn;

public sealed class IdlingTests(TimedApp portal) : IClassFixture<TimedApp>
{
    [Fact]
    public async Task A_page_that_is_opened_is_an_act_and_keeps_somebody_signed_in()
    {
        using var client = await portal.SignedIn("caseworker.a");

        await Wait(client, "/help");

        (await StillIn(client)).Should().BeTrue();
    }

    [Theory]
    [InlineData("/portal.css")]
    [InlineData("/portal.js")]
    public async Task A_file_that_a_page_fetches_by_itself_is_no_act(string file)
    {
        using var client = await portal.SignedIn("caseworker.a");

        await Wait(client, file);

        (await StillIn(client)).Should().BeFalse();
    }

    /// <summary>Something comes after fifteen minutes, and nothing more for six: sessions idle for twenty.</summary>
    async Task Wait(HttpClient client, string path)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        using var answer = await client.GetAsync(path);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
    }

    static async Task<bool> StillIn(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/v1/session");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
