using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Layout;

public class InteractivityTests(SectionApp portal) : IClassFixture<SectionApp>
{
    // What blazor.web.js looks for to start a circuit.
    const string Circuit = "<!--Blazor:{\"type\":\"server\"";

    [Theory]
    [InlineData("/help/dates", true)]
    [InlineData("/sign-in", false)]
    [InlineData("/error", false)]
    public async Task A_page_comes_alive_unless_it_opts_out(string path, bool alive)
    {
        using var client = await portal.SignedIn("caseworker.a");

        var answer = await client.GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();

        html.Contains(Circuit).Should().Be(alive);
        html.Should().Contain("<h1", "the server writes the page before it comes alive");
    }
}
