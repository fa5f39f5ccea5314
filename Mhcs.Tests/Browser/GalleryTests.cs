using Mhcs.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

public class GalleryTests(GalleryTests.Workshop workshop, Chromium chromium) : IClassFixture<GalleryTests.Workshop>
{
    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Every_part_of_the_screen_is_for_everyone_and_fits(int width, ColorScheme theme)
    {
        await using var visit = await chromium.Open(workshop, "/ui", new() { ColorScheme = theme, ViewportSize = new() { Width = width, Height = 900 } });

        await visit.ShouldBeAccessible();
        (await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().Be(0, "the page never scrolls sideways");
        visit.ShouldBeQuiet();
    }

    [Fact]
    public async Task The_theme_someone_chose_is_drawn_by_the_server_next_time()
    {
        await using var visit = await chromium.Open(workshop, "/ui", new() { ColorScheme = ColorScheme.Light });

        await visit.Page.Locator("[data-theme-switch]").ClickAsync();
        var next = await visit.Page.APIRequest.GetAsync($"{workshop.Address}ui");

        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        (await next.TextAsync()).Should().Contain("data-theme=\"dark\"");
    }

    [Fact]
    public async Task A_dialog_takes_the_focus_closes_on_escape_and_gives_it_back()
    {
        await using var visit = await chromium.Open(workshop, "/ui");
        var opener = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Open the dialog" });

        await opener.ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Move R-1042" })).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await Expect(visit.Page.Locator("dialog")).Not.ToBeVisibleAsync();
        await Expect(opener).ToBeFocusedAsync();
        await opener.ClickAsync();
        await Expect(visit.Page.GetByLabel("Caseworker")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Words_are_counted_as_they_are_typed_and_reach_the_server_without_leaving_the_field()
    {
        await using var visit = await chromium.Open(workshop, "/ui");

        await visit.Page.Locator("#reasons").PressSequentiallyAsync("He kept to his leave");

        await Expect(visit.Page.Locator("#reasons-count")).ToHaveTextAsync("380 characters left");
        await Expect(visit.Page.Locator("#heard")).ToContainTextAsync("He kept to his leave");
        await Expect(visit.Page.Locator("#reasons")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_error_in_the_summary_leads_into_its_field()
    {
        await using var visit = await chromium.Open(workshop, "/ui");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
        await Expect(visit.Page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Enter the date of return" }).ClickAsync();

        await Expect(visit.Page.Locator("#returned")).ToBeFocusedAsync();
        await Expect(visit.Page.Locator("#returned-error")).ToHaveTextAsync("Error: Enter the date of return");
    }

    [Fact]
    public async Task Enter_in_an_open_list_takes_the_choice()
    {
        await using var visit = await chromium.Open(workshop, "/ui");

        var options = visit.Page.Locator("#hospital-list").GetByRole(AriaRole.Option);

        await visit.Page.Locator("#hospital").PressSequentiallyAsync("tarn");
        await Expect(options).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(visit.Page.Locator("#hospital")).ToHaveValueAsync("Tarn Lea");
        await Expect(options).ToHaveCountAsync(0);
    }

    /// <summary>The portal as those who build it run it.</summary>
    public sealed class Workshop : SectionApp
    {
        protected override string EnvironmentName => "Development";
    }
}
