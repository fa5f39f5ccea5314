using Microsoft.JSInterop;

namespace Mhcs.Portal.Layout;

/// <summary>Says things to those who hear the page, through its one polite live region. The browser sums up what comes within a second.</summary>
public sealed class Announcer(IJSRuntime js)
{
    public async ValueTask Say(string text)
    {
        try
        {
            await js.InvokeVoidAsync("portal.say", text);
        }
        catch (JSDisconnectedException)
        {
            // Nobody is there to hear it; whoever comes back reads the page.
        }
    }
}
