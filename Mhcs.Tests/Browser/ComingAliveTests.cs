using Mhcs.Domain.People;
using Mhcs.Tests.Support;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

[Collection(InASeededSection.Name)]
public sealed class ComingAliveTests(SeededSection section, Chromium chromium)
{
    // Looks after every change of the page, when all who listen to changes have had their turn and before anything is painted.
    const string Watch = """
        window.waited = 0;
        new MutationObserver(() => queueMicrotask(() => {
          if ([...document.querySelectorAll("[aria-busy]")].some(part => part.checkVisibility())) waited++;
        })).observe(document, { subtree: true, childList: true });
        """;

    [Theory]
    [InlineData("/morning")]
    [InlineData("/decisions")]
    [InlineData("/cases")]
    [InlineData("/correspondence")]
    [InlineData("/folder")]
    [InlineData("/board/A")]
    public async Task What_the_server_drew_stays_until_the_live_page_has_read(string path)
    {
        await using var visit = await section.Visit(chromium, "Team A", Grade.DeputyHead);
        await visit.Page.AddInitScriptAsync(Watch);

        await visit.GoTo(path);

        (await visit.Page.EvaluateAsync<int>("waited")).Should().Be(0, "{0} had its content already", path);
        await Assertions.Expect(visit.Page.Locator("main")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("[aria-busy]")).ToHaveCountAsync(0);
    }
}
