using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

public sealed class BoardTests(Chromium chromium) : IAsyncLifetime
{
    readonly StaffedPortal _portal = new();
    BusyTeam _team = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _team = await BusyTeam.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    async Task<Visit> Open(Person person, string path = "/board/A", int width = 1440, ColorScheme theme = ColorScheme.Light)
    {
        var visit = await _portal.Open(chromium, person, path, new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });
        // Its script comes after the page is alive: a card can be taken hold of from then on.
        if (path.StartsWith("/board", StringComparison.Ordinal)) await visit.Page.Locator("#board[data-ready]").WaitForAsync();
        return visit;
    }

    static ILocator Column(Visit visit, string name) => visit.Page.Locator($".app-board [data-name='{name}']");

    static ILocator Card(ILocator within, CaseReference file) => within.Locator($"[data-card='{file}']");

    static async Task<(float X, float Y)> Middle(ILocator of)
    {
        var box = (await of.BoundingBoxAsync())!;
        return (box.X + box.Width / 2, box.Y + Math.Min(box.Height / 2, 120));
    }

    /// <summary>Takes hold of a card and brings it over a column, still holding it.</summary>
    static async Task Hold(Visit visit, CaseReference file, string over)
    {
        var name = Card(visit.Page.Locator(".app-board"), file).Locator(".app-card__name");
        await name.ScrollIntoViewIfNeededAsync();
        var (x, y) = await Middle(name);
        await visit.Page.Mouse.MoveAsync(x, y);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(x + 12, y + 12);
        // The heads may have been laid over the board by now, where they don't fit.
        var strip = visit.Page.Locator($".app-heads > div", new() { Has = visit.Page.GetByText(over, new() { Exact = true }) });
        var (toX, toY) = await Middle(await strip.CountAsync() > 0 ? strip : Column(visit, over).Locator(".app-col__head"));
        await visit.Page.Mouse.MoveAsync(toX, toY, new() { Steps = 5 });
    }

    [Fact]
    public async Task A_card_dropped_on_one_screen_is_on_the_other()
    {
        var file = await _team.Case();
        await using var mine = await Open(_team.Manager);
        await using var theirs = await Open(_team.Deputy);

        await Hold(mine, file, "M. Larkspur");
        await mine.Page.Mouse.UpAsync();

        await Expect(Card(Column(mine, "M. Larkspur"), file)).ToBeVisibleAsync();
        await Expect(mine.Page.Locator(".app-banner")).ToContainTextAsync($"{file} moved from Unassigned to M. Larkspur, now {BusyTeam.Load(_team.Larkspur, 2)}.");
        await Expect(Card(Column(theirs, "M. Larkspur"), file)).ToContainTextAsync("by H. Meadowsweet");
        await Expect(Column(theirs, "Unassigned").Locator(".app-card--gone")).ToContainTextAsync("Moved to M. Larkspur");
        mine.ShouldBeQuiet();
        theirs.ShouldBeQuiet();
    }

    [Fact]
    public async Task While_a_card_is_held_every_head_shows_what_it_would_mean_or_why_not()
    {
        var file = await _team.Case(highProfile: true);
        await _team.Case(_team.Quillan);
        await using var visit = await Open(_team.Manager, width: 1600);

        await Hold(visit, file, "O. Quillan");

        await Expect(Column(visit, "O. Quillan").Locator(".app-col__head")).ToContainTextAsync($"{BusyTeam.Load(_team.Quillan, 2)} → {BusyTeam.Load(_team.Quillan, 5)}");
        await Expect(Column(visit, "S. Inkpen")).ToContainTextAsync($"Can’t take {file}Conflict of interest");
        await Expect(Column(visit, "N. Osierby")).ToContainTextAsync("Away until");
        await Expect(Column(visit, "Unassigned").Locator(".app-col__head")).ToContainTextAsync("1 → 0");
        await Expect(visit.Page.Locator(".app-holding")).ToContainTextAsync($"Over O. Quillan: load {BusyTeam.Load(_team.Quillan, 2)} → {BusyTeam.Load(_team.Quillan, 5)}.");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator(".app-holding")).ToBeHiddenAsync();
        await Expect(visit.Page.Locator(".app-card--held, .app-col--no, .app-card--lifted, .app-board--holding")).ToHaveCountAsync(0);
        await Expect(Card(Column(visit, "Unassigned"), file)).ToBeVisibleAsync();
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_drop_that_the_rules_refuse_leaves_the_card_and_gives_the_reason()
    {
        var file = await _team.Case();
        await using var visit = await Open(_team.Manager);

        await Hold(visit, file, "S. Inkpen");
        await visit.Page.Mouse.UpAsync();

        await Expect(visit.Page.Locator(".app-banner")).ToContainTextAsync("S. Inkpen has a conflict of interest");
        await Expect(Card(Column(visit, "Unassigned"), file)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Several_ticked_cards_move_in_one_drag_and_go_back_in_one_undo()
    {
        var (first, second, third) = (await _team.Case(), await _team.Case(), await _team.Case());
        await using var visit = await Open(_team.Manager);
        await visit.Page.GetByLabel($"Tick {second}").CheckAsync();
        await visit.Page.GetByLabel($"Tick {third}").CheckAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Move 2 cases" })).ToBeVisibleAsync();

        await Hold(visit, third, "T. Marigold");
        await visit.Page.Mouse.UpAsync();

        await Expect(Column(visit, "T. Marigold").Locator("[data-card]")).ToHaveCountAsync(2);
        await Expect(Card(Column(visit, "Unassigned"), first)).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".app-tick:checked")).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo the 2 moves" }).ClickAsync();
        await Expect(Column(visit, "Unassigned").Locator("[data-card]")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator(".app-banner")).ToContainTextAsync("2 cases put back to Unassigned");
    }

    [Fact]
    public async Task A_card_moves_by_keyboard_alone_and_the_focus_goes_with_it()
    {
        var file = await _team.Case();
        await using var visit = await Open(_team.Manager);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = $"Move {file}" }).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var targets = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = $"Move {file}" }).GetByRole(AriaRole.Button);
        await Expect(targets.Filter(new() { HasText = "M. Larkspur" })).ToBeFocusedAsync();
        await visit.ShouldBeAccessible();
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(Card(Column(visit, "M. Larkspur"), file).Locator(".app-move")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#announcer")).ToContainTextAsync($"{file} moved from Unassigned to M. Larkspur, now {BusyTeam.Load(_team.Larkspur, 2)}");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task What_others_do_waits_while_the_pointer_is_on_the_board()
    {
        var (file, other) = (await _team.Case(), await _team.Case());
        await using var visit = await Open(_team.Manager);
        await Column(visit, "Unassigned").Locator("h2").HoverAsync();
        await Card(Column(visit, "Unassigned"), other).Locator(".app-card__name").HoverAsync();

        await _team.Moves.Move(_team.Deputy.Id, [file], _team.Larkspur.Id);

        await Expect(visit.Page.Locator(".app-changes")).ToHaveTextAsync("1 change · Show");
        await Expect(Card(Column(visit, "Unassigned"), file)).ToBeVisibleAsync();
        await Hold(visit, file, "O. Quillan");
        await visit.Page.Mouse.UpAsync();
        await Expect(visit.Page.Locator(".app-banner")).ToContainTextAsync("B. Rookwood changed it at");
        await Expect(Card(Column(visit, "M. Larkspur"), file)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Filters_stand_in_the_address_without_a_patients_name()
    {
        await _team.Case(_team.Quillan, askedDaysAgo: 60);
        await _team.Case(_team.Quillan);
        await using var visit = await Open(_team.Manager);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add a filter" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Dialog).GetByLabel("Overdue").CheckAsync();
        await visit.Page.GetByLabel("Reference or patient").FillAsync("e");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();

        await Expect(visit.Page).ToHaveURLAsync($"{_portal.Address}board/A?due=overdue");
        await Expect(visit.Page.Locator("[data-card]")).ToHaveCountAsync(1);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Overdue" }).ClickAsync();
        await Expect(visit.Page.Locator("[data-card]")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(1024, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_board_and_my_work_are_for_everyone_and_fit(int width, ColorScheme theme)
    {
        await _team.Fill(each: 9);

        foreach (var (person, path) in new[] { (_team.Manager, "/board/A"), (_team.Quillan, "/my-work"), (_team.Administrator, "/my-work") })
        {
            await using var visit = await Open(person, path, width, theme);
            await visit.ShouldBeAccessible();
            (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().Be(0, "the page never scrolls sideways");
            visit.ShouldBeQuiet();
        }
    }
}
