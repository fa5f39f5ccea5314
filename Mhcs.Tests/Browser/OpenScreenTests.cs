using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

/// <summary>Screens that are open when the right to them ends.</summary>
public sealed class OpenScreenTests(Chromium chromium) : IAsyncLifetime
{
    readonly TimedApp _portal = new();

    public async ValueTask InitializeAsync() => await _portal.People();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Whoever_is_at_work_stays_signed_in_and_whoever_idles_does_not_though_their_screen_is_live()
    {
        await using var visit = await chromium.Open(_portal, "/board/A", who: "teammanager.a");
        Pass(minutes: 15);
        await visit.Page.RunAndWaitForResponseAsync(() => visit.Page.Keyboard.PressAsync("Shift"), answer => answer.Url.EndsWith("/seen", StringComparison.Ordinal));
        Pass(minutes: 15);
        await ShowsACase(visit);

        Pass(minutes: 4);
        await ShowsACase(visit);
        Pass(minutes: 2);

        await visit.TurnedOutTo("/sign-in?from=");
        await using var again = await chromium.Begin(_portal.Address, new() { StorageState = await visit.Page.Context.StorageStateAsync() });
        await again.GoToStatic("/board/A");
        again.Page.Url.Should().Contain("/sign-in");
    }

    [Fact]
    public async Task Signing_out_in_one_tab_closes_the_other()
    {
        await using var visit = await chromium.Open(_portal, "/board/A", who: "teammanager.a");
        var other = await visit.Page.Context.NewPageAsync();
        await other.GotoAsync("/help");

        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await visit.TurnedOutTo("/sign-in?from=");
        await using var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        (await db.Trail.OrderBy(e => e.Seq).LastAsync()).Kind.Should().Be(AccountTrail.SignedOut);
    }

    [Fact]
    public async Task Somebody_who_may_no_longer_come_in_changes_nothing_from_an_open_screen_and_it_closes_within_a_minute()
    {
        var file = await _portal.Case();
        await using var visit = await chromium.Open(_portal, $"/cases/{file}", who: "caseworker.a");
        var note = visit.Page.GetByLabel("Add a note");
        await note.FillAsync("Written too late");
        await visit.Page.GetByText("Draft kept").WaitForAsync();
        await OnAnotherNode();

        await visit.Page.Locator("#notes button").DispatchEventAsync("click");

        await visit.TurnedOutTo("/sign-in?from=");
        await using var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        (await db.Notes.AnyAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task The_screen_of_somebody_who_may_no_longer_come_in_closes_though_nobody_touches_it()
    {
        await using var visit = await chromium.Open(_portal, "/board/A", who: "deputyhead.a");

        await OnAnotherNode("deputyhead.a");
        _portal.Clock.Advance(TimeSpan.FromSeconds(30));

        await visit.TurnedOutTo("/sign-in?from=");
    }

    void Pass(int minutes) => _portal.Clock.Advance(TimeSpan.FromMinutes(minutes));

    async Task ShowsACase(Visit visit)
    {
        var file = await _portal.Case();
        await visit.Page.GetByText(file).First.WaitForAsync();
    }

    /// <summary>Another node, or the command line, shuts a person out: this one is told nothing and asks after a few seconds.</summary>
    async Task OnAnotherNode(string userName = "caseworker.a")
    {
        await using (var db = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync())
            await db.People.Where(p => p.UserName == userName).ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, false));
        _portal.Clock.Advance(TimeSpan.FromSeconds(3));
    }
}
