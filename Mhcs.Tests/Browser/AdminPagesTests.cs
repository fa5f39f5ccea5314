using Mhcs.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

public sealed class AdminPagesTests(CaseworkApp portal, Chromium chromium) : IClassFixture<CaseworkApp>
{
    [Fact]
    public async Task Somebody_added_signs_in_with_the_password_shown_once_and_chooses_their_own()
    {
        await using var administrator = await portal.Visit(chromium, "systemadministrator");
        await administrator.GoTo("/");
        await administrator.Page.GetByRole(AriaRole.Heading, new() { Name = "Accounts", Exact = true }).WaitForAsync();
        await Press(administrator, "Add an account");
        await Press(administrator, "Add the account");
        await Expect(administrator.Page.Locator(".govuk-error-summary a")).ToHaveCountAsync(2);
        await administrator.ShouldBeAccessible();
        await administrator.Page.FillAsync("#account-userName", "r.sallowby");
        await administrator.Page.SelectOptionAsync("#account-role", "Caseworker");
        await administrator.Page.SelectOptionAsync("#account-team", "A");
        await Press(administrator, "Add the account");
        var password = await administrator.Page.Locator(".app-banner code").InnerTextAsync();
        await administrator.ShouldBeAccessible();

        await using var newcomer = await chromium.Begin(portal.Address);
        await newcomer.GoToStatic("/sign-in");
        await newcomer.Page.FillAsync("#user-name", "r.sallowby");
        await newcomer.Page.FillAsync("#password", password);
        await Press(newcomer, "Sign in");
        await newcomer.Page.GetByRole(AriaRole.Heading, new() { Name = "Choose your own password" }).WaitForAsync();
        await newcomer.ShouldBeAccessible();
        await newcomer.Page.FillAsync("#current", password);
        await newcomer.Page.FillAsync("#new", "seven quiet herons");
        await newcomer.Page.FillAsync("#again", "seven quiet herons");
        await Press(newcomer, "Change the password");
        await newcomer.Page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        await newcomer.Page.GetByRole(AriaRole.Heading, new() { Name = "My work" }).WaitForAsync();
        await newcomer.GoTo("/account");
        await newcomer.Page.GetByText("This one").WaitForAsync();
        await newcomer.ShouldBeAccessible();
        administrator.ShouldBeQuiet();
        newcomer.ShouldBeQuiet();
    }

    [Fact]
    public async Task Somebody_disabled_is_turned_out_of_their_open_screen()
    {
        await using var administrator = await portal.Visit(chromium, "systemadministrator");
        await using var caseworker = await portal.Visit(chromium, "caseworker.b");
        await caseworker.GoTo("/my-work");
        await administrator.GoTo("/admin/accounts");

        await Press(administrator, "Change caseworker.b");
        await administrator.Page.UncheckAsync("#account-active");
        await Press(administrator, "Save");

        await caseworker.TurnedOutTo("/sign-in");
        await Expect(administrator.Page.Locator("tr", new() { HasText = "caseworker.b" }).First).ToContainTextAsync("Disabled");
        administrator.ShouldBeQuiet();
    }

    [Fact]
    public async Task A_backup_is_made_and_listed()
    {
        await using var administrator = await portal.Visit(chromium, "systemadministrator");
        await administrator.GoTo("/admin/backups");

        await Press(administrator, "Make a backup");

        await administrator.Page.Locator("tbody tr", new() { HasText = "mhcs-" }).First.WaitForAsync();
        await administrator.ShouldBeAccessible();
        administrator.ShouldBeQuiet();
    }

    [Fact]
    public async Task One_proposes_a_level_and_the_other_approves_it_on_their_open_page()
    {
        await using var head = await portal.Visit(chromium, "headofsection");
        await using var administrator = await portal.Visit(chromium, "systemadministrator");
        await administrator.GoTo("/admin/authorities");
        await head.GoTo("/admin");
        await Press(head, "Propose a change Deciding a remission");
        await head.Page.SelectOptionAsync("#amend-level", "HeadOfTeam");
        await head.Page.SelectOptionAsync("#amend-high", "HeadOfTeam");
        await head.Page.FillAsync("#amend-reason", "Two heads are in post");
        await head.Page.Locator("#amend-reason").BlurAsync();
        await head.ShouldBeAccessible();
        await Press(head, "Propose the change");

        await administrator.Page.Locator("#waiting").GetByText("Two heads are in post").WaitForAsync();
        await administrator.ShouldBeAccessible();
        await Expect(head.Page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToHaveCountAsync(0);
        await Press(administrator, "Approve Deciding a remission");

        await Expect(head.Page.Locator("#history")).ToContainTextAsync("In force from");
        head.ShouldBeQuiet();
        administrator.ShouldBeQuiet();
    }

    [Theory]
    [InlineData("/admin/authorities")]
    [InlineData("/admin/targets")]
    [InlineData("/admin/accounts")]
    [InlineData("/admin/backups")]
    [InlineData("/account")]
    public async Task On_a_phone_nothing_scrolls_sideways(string path)
    {
        await using var visit = await chromium.Begin(portal.Address, new() { StorageState = await portal.BrowserState("systemadministrator"), ViewportSize = new() { Width = 390, Height = 844 } });

        await visit.GoTo(path);

        (await visit.Page.EvaluateAsync<bool>("[document.documentElement, ...document.querySelectorAll('.app-scroll')].every(part => part.scrollWidth <= part.clientWidth)")).Should().BeTrue();
        await visit.ShouldBeAccessible();
    }

    static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();
}
