using Mhcs.Tests.Support;

namespace Mhcs.Tests.Browser;

public class HomeTests(SectionApp portal, Chromium chromium) : IClassFixture<SectionApp>
{
    [Fact]
    public async Task The_portal_opens_comes_alive_and_troubles_nobody()
    {
        await using var visit = await chromium.Open(portal, "/help/dates");

        visit.Page.Url.Should().StartWith(portal.Address.ToString());
        (await visit.Page.Locator("h1").CountAsync()).Should().Be(1);
        visit.ShouldBeQuiet();
        await visit.ShouldBeAccessible();
    }
}
