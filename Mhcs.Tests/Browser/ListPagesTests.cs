using Mhcs.Domain.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Mhcs.Tests.Browser;

[Collection(InASeededSection.Name)]
public sealed class ListPagesTests(SeededSection section, Chromium chromium)
{
    [Theory]
    [InlineData("/cases")]
    [InlineData("/cases?due=overdue&type=recall&age=over52&owner=none")]
    [InlineData("/patients")]
    [InlineData("/patients/{patient}")]
    [InlineData("/dashboard/A")]
    [InlineData("/dashboard/A?asOf={lastMonth}")]
    [InlineData("/section")]
    [InlineData("/wall/A")]
    [InlineData("/tribunal")]
    [InlineData("/papers")]
    [InlineData("/diary?whose=team")]
    [InlineData("/morning")]
    [InlineData("/directory")]
    [InlineData("/directory/new")]
    [InlineData("/directory/1")]
    [InlineData("/engagement")]
    [InlineData("/engagement/new")]
    [InlineData("/engagement/events")]
    [InlineData("/engagement/events/1")]
    [InlineData("/engagement/events/new")]
    [InlineData("/guidance")]
    [InlineData("/guidance/leave")]
    [InlineData("/guidance/leave/edit")]
    [InlineData("/correspondence")]
    [InlineData("/correspondence/log")]
    [InlineData("/quality")]
    [InlineData("/quality/{toAssess}")]
    [InlineData("/confidentiality")]
    [InlineData("/retention?show=all")]
    [InlineData("/speak-up")]
    [InlineData("/audit")]
    [InlineData("/audit?about=accounts")]
    public async Task Each_page_is_for_everyone_wide_and_narrow(string path)
    {
        path = await Filled(path);
        await using var visit = await SignedIn("All teams", Grade.HeadOfSection);
        foreach (var (width, height, theme) in new[] { (1440, 900, ColorScheme.Light), (390, 844, ColorScheme.Dark) })
        {
            await visit.Page.SetViewportSizeAsync(width, height);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme });

            await visit.GoTo(path);

            await visit.Page.Locator("h1").First.WaitForAsync();
            await visit.ShouldBeAccessible();
            visit.ShouldBeQuiet();
            (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).Should().BeTrue("{0} does not scroll sideways at {1}", path, width);
        }
    }

    [Theory]
    [InlineData("/dashboard/A", ".app-chart--half")]
    [InlineData("/patients/{patient}", ".app-twin__body table")]
    public async Task On_a_phone_a_wide_picture_shows_its_first_half_or_gives_way_to_its_table(string path, string shown)
    {
        path = await Filled(path);
        await using var visit = await SignedIn("All teams", Grade.HeadOfSection, 390, 844);

        await visit.GoTo(path);

        await visit.Page.Locator(shown).First.WaitForAsync();
        await Assertions.Expect(visit.Page.Locator("svg.app-wide:visible")).ToHaveCountAsync(0);
        (await visit.Page.Locator(shown).First.EvaluateAsync<bool>("e => e.getBoundingClientRect().right <= innerWidth && e.getBoundingClientRect().left >= 0")).Should().BeTrue("all of it is on the screen");
    }

    [Fact]
    public async Task A_list_of_fifty_is_light()
    {
        await using var visit = await SignedIn("All teams", Grade.HeadOfSection);

        await visit.GoTo("/cases?pageSize=50");

        await Assertions.Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(50);
        (await visit.Page.EvaluateAsync<int>("document.querySelectorAll('*').length")).Should().BeLessThanOrEqualTo(1500);
    }

    [Fact]
    public async Task Filters_wait_for_Apply_stand_in_the_address_and_are_taken_away_one_by_one()
    {
        await using var visit = await SignedIn("Team A", Grade.TeamManager);
        await visit.GoTo("/cases");

        await visit.Page.GetByLabel("Hospital transfer").CheckAsync();
        await visit.Page.GetByLabel("Victim liaison (VLO)").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await visit.ComesToLike("type=hospital-transfer.*flag=victimliaison");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Remove filter Victim liaison (VLO)" }).First.ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".app-filter-tag")).ToHaveCountAsync(1);
        visit.Page.Url.Should().EndWith("type=hospital-transfer");
        (await visit.Page.Locator("tbody tr td:nth-of-type(3)").AllInnerTextsAsync()).Should().NotBeEmpty().And.OnlyContain(text => text == "Hospital transfer");
    }

    [Fact]
    public async Task Sorting_paging_and_going_back_change_the_rows_with_the_address()
    {
        await using var visit = await SignedIn("All teams", Grade.HeadOfSection);
        await visit.GoTo("/cases");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Days open" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("th[aria-sort]")).ToHaveTextAsync("Days open");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Page 2" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".app-pager p").First).ToContainTextAsync("26 to 50");
        await visit.Page.GoBackAsync();
        await visit.Page.GoBackAsync();

        await Assertions.Expect(visit.Page.Locator("th[aria-sort]")).ToHaveTextAsync("Next date");
    }

    [Fact]
    public async Task The_slider_of_the_dashboard_shows_a_past_day_and_comes_back_to_today()
    {
        await using var visit = await SignedIn("Team A", Grade.HeadOfTeam);
        await visit.GoTo("/dashboard/A");

        await visit.Page.GetByLabel("As of").PressAsync("ArrowLeft");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Back to today" }).ClickAsync();

        await visit.Page.GetByText("Early warnings").WaitForAsync();
        visit.Page.Url.Should().EndWith("/dashboard/A");
    }

    [Fact]
    public async Task What_is_searched_for_never_stands_in_the_address()
    {
        await using var db = await section.Db();
        var patient = await db.Patients.FirstAsync(p => p.Team == "A" && db.Cases.Any(c => c.PatientNumber == p.Number && c.ClosedAt == null && !c.Restricted));
        await using var visit = await SignedIn("Team A", Grade.TeamManager);
        await visit.GoTo("/cases");

        await visit.Page.GetByLabel("Reference, patient, PPUD").FillAsync(patient.Surname);
        await visit.Page.GetByLabel("Reference, patient, PPUD").PressAsync("Enter");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = $"Remove filter “{patient.Surname}”" }).First.WaitForAsync();

        await visit.Page.Locator("tbody tr b").GetByText($"{patient.Surname}, {patient.Forenames}", new() { Exact = true }).First.WaitForAsync();
        visit.Page.Url.Should().NotContainEquivalentOf(patient.Surname);
    }

    [Fact]
    public async Task Quick_find_goes_from_anywhere_to_a_patient_by_keyboard_alone()
    {
        await using var db = await section.Db();
        var patient = await db.Patients.FirstAsync(p => p.Team == "A");
        await using var visit = await SignedIn("Team A", Grade.Caseworker);
        await visit.GoTo("/help/dates");

        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync(patient.Number);
        await visit.Page.Locator("#find-list").GetByRole(AriaRole.Option, new() { Name = patient.Number }).First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.ComesTo($"/patients/{patient.Number}");
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = patient.Name }).WaitForAsync();
        (await visit.Page.EvaluateAsync<string>("document.activeElement.tagName")).Should().Be("H1", "a new page is announced from its heading");
    }

    [Fact]
    public async Task One_key_leads_past_the_filters_to_the_list()
    {
        await using var visit = await SignedIn("Team A", Grade.Caseworker);
        await visit.GoTo("/cases");
        var skip = visit.Page.GetByRole(AriaRole.Link, new() { Name = "Skip past the filters" });

        await skip.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        (await visit.Page.EvaluateAsync<string>("document.activeElement.id")).Should().Be("list");
        await visit.Page.Keyboard.PressAsync("Tab");

        (await visit.Page.EvaluateAsync<bool>("document.getElementById('list').contains(document.activeElement)")).Should().BeTrue();
    }

    [Fact]
    public async Task A_tile_opens_as_many_cases_as_it_counts()
    {
        await using var visit = await SignedIn("Team B", Grade.HeadOfTeam);
        await visit.GoTo("/dashboard/B");
        var figure = await visit.Page.Locator(".app-tile", new() { HasText = "Overdue" }).Locator(".app-tile__n").InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Overdue", Exact = true }).ClickAsync();

        await visit.ComesTo("/cases?team=B&due=overdue");
        await visit.Page.GetByText(figure == "1" ? "1 case." : $"{figure} cases.", new() { Exact = true }).WaitForAsync();
    }

    async Task<string> Filled(string path)
    {
        await using var db = await section.Db();
        return path.Replace("{patient}", await db.Cases.Where(c => c.Team == "A" && c.ClosedAt == null).Select(c => c.PatientNumber).FirstAsync())
            .Replace("{lastMonth}", Mhcs.Domain.Deadlines.London.Day(section.Get<Mhcs.Portal.People.Occasions>().Now).AddMonths(-1).ToString("yyyy-MM-dd"))
            .Replace("{toAssess}", (await db.Assessments.Where(a => a.AssessedAt == null).Select(a => a.Id).FirstAsync()).ToString());
    }

    Task<Visit> SignedIn(string group, Grade grade, int width = 1440, int height = 900) => section.Visit(chromium, group, grade, width, height);
}
