using Mhcs.Portal.Layout;
using Mhcs.Portal.Ui;
using Mhcs.Tests.Support.Bench;
using Microsoft.AspNetCore.Components;

namespace Mhcs.Tests.Portal.Ui;

public class PartsTests
{
    [Fact]
    public async Task A_button_that_is_closed_says_why_and_does_nothing()
    {
        await using var bench = new ComponentBench();
        var pressed = 0;
        var button = await bench.Render<Button>(given => given.Set(b => b.Why, "Answer the victim check first").On(b => b.OnClick, () => pressed++));

        await button.Click("button");

        pressed.Should().Be(0);
        button.Find($"#{button.Find("button").GetAttribute("aria-describedby")}").TextContent.Should().Be("Answer the victim check first");
    }

    [Theory]
    [InlineData(78, null, "app-load__now", 78)]
    [InlineData(96, 105, "app-load__now app-load__now--near", 96)]
    [InlineData(108, 99, "app-load__now app-load__now--over", 99)]
    [InlineData(160, null, "app-load__now app-load__now--over", 125)]
    public async Task A_load_bar_is_coloured_by_the_load_of_today_and_ends_at_125(int now, int? after, string css, int width)
    {
        await using var bench = new ComponentBench();

        var bar = await bench.Render<LoadBar>(given => given.Set(b => b.Now, now).Set(b => b.After, after));

        bar.Find(".app-load__now").ClassName.Should().Be(css);
        bar.Find(".app-load__now").GetAttribute("width").Should().Be($"{width}");
    }

    [Fact]
    public async Task Folded_words_are_not_in_the_page_until_asked_for()
    {
        await using var bench = new ComponentBench();
        var fold = await bench.Render<Fold>(given => given.Set(f => f.Words, "Folded: describes violence.").Set(f => f.About, "the index offence").Containing("<i>unseen</i>"));
        fold.Html.Should().NotContain("unseen");

        await fold.Click("button");

        fold.Html.Should().Contain("unseen");
    }

    [Fact]
    public async Task A_combo_box_is_walked_by_arrows_and_taken_by_enter()
    {
        await using var bench = new ComponentBench();
        string? chosen = null;
        var box = await bench.Render<ComboBox>(given => given.Set(b => b.Id, "hospital").Set(b => b.Label, "Hospital")
            .Set(b => b.Options, [new("1", "Northmere Hospital"), new("2", "Tarn Lea"), new("3", "Harrow Hospital")]).On(b => b.ValueChanged, value => chosen = value));

        await box.Input("input", "hosp");
        box.FindAll("[role=option]").Select(option => option.TextContent).Should().Equal("Northmere Hospital", "Harrow Hospital");
        await box.Press("input", "ArrowDown");
        await box.Press("input", "Enter");

        chosen.Should().Be("3");
        box.Find("input").GetAttribute("aria-expanded").Should().Be("false");
        box.Find("input").GetAttribute("value").Should().Be("Harrow Hospital");
    }

    [Fact]
    public async Task A_calendar_marks_the_start_the_counted_days_the_do_by_day_and_the_last()
    {
        await using var bench = new ComponentBench();

        var calendar = await bench.Render<CalendarMonth>(given => given.Set(c => c.Start, new DateOnly(2026, 11, 28)).Set(c => c.StartWords, "Returned").Set(c => c.Last, new DateOnly(2026, 12, 28))
            .Set(c => c.DoBy, new DateOnly(2026, 12, 24)).Set(c => c.Holidays, new Dictionary<DateOnly, string> { [new(2026, 12, 25)] = "Christmas Day", [new(2026, 12, 28)] = "Boxing Day (substitute)" }));

        calendar.Find(".is-start").TextContent.Should().Be("28, Returned");
        calendar.Find(".is-due").TextContent.Should().Be("24, do by");
        calendar.Find(".is-last").TextContent.Should().Be("28, last day, Boxing Day (substitute)");
        calendar.Find(".is-hol").TextContent.Should().Be("25, Christmas Day");
        calendar.FindAll(".is-in").Should().HaveCount(28);
    }

    [Fact]
    public async Task A_year_on_the_calendar_shows_its_ends_and_counts_the_rest_in_words()
    {
        await using var bench = new ComponentBench();

        var calendar = await bench.Render<CalendarMonth>(given => given.Set(c => c.Start, new DateOnly(2026, 6, 1)).Set(c => c.StartWords, "Discharged").Set(c => c.Last, new DateOnly(2027, 6, 1)));

        calendar.FindAll("tbody tr").Should().HaveCount(9);
        calendar.Find(".app-cal__gap").TextContent.Should().Be("45 weeks, all counted alike");
    }

    [Fact]
    public async Task The_menu_says_where_you_are()
    {
        await using var bench = new ComponentBench();
        bench.Service<NavigationManager>().NavigateTo("/cases/R-1042");

        var menu = await bench.Render<NavMenu>(given => given.Set(m => m.Role, "Caseworker").Set(m => m.Team, "A"));

        menu.FindAll("[aria-current=page]").Select(link => link.TextContent).Should().Equal("Cases");
    }

    [Theory]
    [InlineData("Caseworker", "A", "Morning, My work, Decisions, Board, Cases, Patients, Diary, Help, Papers, Letters, Correspondence, Tribunal, Quality, People, Directory, Guidance, Confidentiality")]
    [InlineData("HeadOfTeam", "B", "Morning, My work, Decisions, Board, Dashboard, Cases, Patients, Diary, Help, Papers, Letters, Correspondence, Tribunal, Quality, People, Directory, Guidance, Confidentiality")]
    [InlineData("HeadOfSection", null, "Morning, Decisions, Section, Cases, Patients, Diary, Help, Papers, Letters, Correspondence, Tribunal, Quality, People, Directory, Guidance, Confidentiality, Audit, Admin")]
    [InlineData("Auditor", null, "Audit, Help")]
    [InlineData("SystemAdministrator", null, "Admin, Help")]
    public async Task The_menu_holds_what_the_role_can_open(string role, string? team, string items)
    {
        await using var bench = new ComponentBench();

        var menu = await bench.Render<NavMenu>(given => given.Set(m => m.Role, role).Set(m => m.Team, team));

        string.Join(", ", menu.FindAll("a").Select(link => link.TextContent)).Should().Be(items);
    }
}
