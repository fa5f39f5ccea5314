using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static System.Globalization.CultureInfo;
using static Microsoft.Playwright.Assertions;

namespace Mhcs.Tests.Browser;

public sealed class PeoplePageTests(PeoplePageTests.Days portal, Chromium chromium) : IClassFixture<PeoplePageTests.Days>
{
    DateOnly Today => London.Day(portal.Services.GetRequiredService<Occasions>().Now);

    [Fact]
    public async Task A_team_manager_decides_under_a_deputy_heads_cover_from_its_recording_until_the_day_after_it_ends()
    {
        var (now, later) = (await portal.ConditionsToDecide("Live at 4 Harrowfield Court", victims: false), await portal.ConditionsToDecide("Live at 9 Harrowfield Court", victims: false));
        await using var manager = await portal.Visit(chromium, "teammanager.a");
        await using var head = await portal.Visit(chromium, "headofteam.a");
        await manager.GoTo($"/cases/{now}/steps/change-the-conditions");
        await Closed(manager).WaitForAsync();

        await head.GoTo("/people/A");
        await Press(head, "Record cover");
        await head.Page.SelectOptionAsync("#cover-for", new SelectOptionValue { Value = (await portal.Who("deputyhead.a")).Id.ToString() });
        await head.Page.SelectOptionAsync("#cover-by", new SelectOptionValue { Value = (await portal.Who("teammanager.a")).Id.ToString() });
        await Date(head, "cover-to", Today);
        await head.Page.FillAsync("#cover-reason", "Annual leave");
        await head.Page.Locator("#cover-reason").BlurAsync();
        await head.ShouldBeAccessible();
        await Press(head, "Record the cover");

        // The open step and the head of the page hear of it by themselves.
        await Expect(Closed(manager)).ToHaveCountAsync(0);
        await Expect(manager.Page.Locator(".app-me__role")).ToContainTextAsync("acting for deputyhead.a");
        await new CaseVisit(manager, ConditionalDischarge.Type, now).Take("change-the-conditions");
        await Expect(manager.Page.Locator("#timeline")).ToContainTextAsync("teammanager.a, acting for deputyhead.a");

        await manager.GoTo($"/cases/{later}/steps/change-the-conditions");
        await Expect(Closed(manager)).ToHaveCountAsync(0);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await Closed(manager).WaitForAsync();
        await head.GoTo("/people/A");
        await Expect(head.Page.Locator("#past")).ToContainTextAsync("Annual leave");
        await head.ShouldBeAccessible();
        head.ShouldBeQuiet();
        manager.ShouldBeQuiet();
    }

    [Fact]
    public async Task An_absence_recorded_by_the_person_stands_on_the_managers_open_board()
    {
        await using var manager = await portal.Visit(chromium, "teammanager.a");
        await using var caseworker = await portal.Visit(chromium, "second.caseworker.a");
        await manager.GoTo("/board/A");
        var column = manager.Page.Locator(".app-board [data-name='second.caseworker.a']");
        await Expect(column).Not.ToContainTextAsync("Away");

        await caseworker.GoTo("/people");
        await Press(caseworker, "Record an absence");
        await Date(caseworker, "absence-to", Today.AddDays(2));
        await caseworker.Page.GetByLabel("Training").CheckAsync();
        await caseworker.ShouldBeAccessible();
        await Press(caseworker, "Record the absence");

        await Expect(column).ToContainTextAsync("Away");
        await Press(caseworker, "Change the absence of second.caseworker.a");
        await Press(caseworker, "Cancel the absence");
        await Expect(column).Not.ToContainTextAsync("Away");
        await Expect(caseworker.Page.Locator("#past")).ToContainTextAsync("Cancelled by second.caseworker.a");
        manager.ShouldBeQuiet();
        caseworker.ShouldBeQuiet();
    }

    [Fact]
    public async Task Cover_left_half_filled_in_names_each_field_and_a_caseworker_is_offered_none()
    {
        await using var deputy = await portal.Visit(chromium, "deputyhead.a");
        await using var caseworker = await portal.Visit(chromium, "caseworker.a");
        await deputy.GoTo("/people/A");
        await caseworker.GoTo("/people/A");

        await Press(deputy, "Record cover");
        await Press(deputy, "Record the cover");

        await Expect(deputy.Page.Locator(".govuk-error-summary a")).ToHaveCountAsync(4);
        await deputy.ShouldBeAccessible();
        await Expect(caseworker.Page.GetByRole(AriaRole.Button, new() { Name = "Record cover" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_nothing_scrolls_sideways()
    {
        var desk = portal.Services.GetRequiredService<CoverDesk>();
        var caseworker = await portal.Who("caseworker.a");
        await desk.RecordAbsence(caseworker.Id, Today.AddDays(20), Today.AddDays(24), "Annual leave", caseworker.Id);
        await desk.RecordCover((await portal.Who("caseworkmanager.a")).Id, (await portal.Who("deputyhead.a")).Id, Today.AddDays(20), Today.AddDays(24), "Annual leave", (await portal.Who("headofteam.a")).Id);
        await using var visit = await chromium.Begin(portal.Address, new() { StorageState = await portal.BrowserState("headofteam.a"), ViewportSize = new() { Width = 390, Height = 844 } });

        await visit.GoTo("/people/A");

        await visit.Page.Locator("tbody tr").First.WaitForAsync();
        (await visit.Page.EvaluateAsync<bool>("[document.documentElement, ...document.querySelectorAll('.app-scroll')].every(part => part.scrollWidth <= part.clientWidth)")).Should().BeTrue();
        await visit.ShouldBeAccessible();
    }

    static ILocator Closed(Visit visit) => visit.Page.Locator(".app-unmet", new() { HasText = "needs a deputy head; you act as team manager" });

    static Task Press(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    static async Task Date(Visit visit, string id, DateOnly day)
    {
        foreach (var (part, number) in new[] { ("", day.Day), ("-month", day.Month), ("-year", day.Year) })
        {
            await visit.Page.FillAsync($"#{id}{part}", number.ToString(InvariantCulture));
            await visit.Page.Locator($"#{id}{part}").BlurAsync();
        }
    }

    /// <summary>A portal whose days a test lets pass; sessions outlast them.</summary>
    public sealed class Days : CaseworkApp, IAsyncLifetime
    {
        // Begun before anybody asks for a service, which would start it without a socket.
        public ValueTask InitializeAsync()
        {
            _ = Address;
            return ValueTask.CompletedTask;
        }

        public HandClock Clock { get; } = new();

        protected override IEnumerable<KeyValuePair<string, string>> MoreSettings => [new("Mhcs:IdleMinutes", "10000"), new("Mhcs:SessionHours", "1000")];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }
}
