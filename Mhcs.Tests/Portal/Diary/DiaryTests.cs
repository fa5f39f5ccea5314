using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Meetings;
using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Diary;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Diary;

public sealed class DiaryTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    T Get<T>() where T : notnull => _portal.Services.GetRequiredService<T>();
    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
    static DateOnly Tomorrow => London.Day(Now).AddDays(1);
    static DateTimeOffset AtTen(DateOnly day) => London.At(day, new(10, 0)).ToUniversalTime();

    [Fact]
    public async Task A_meeting_stands_in_the_diary_of_those_who_are_there_and_of_the_team()
    {
        await Meet("Care plan", _section.Ann);

        (await Titles(_section.Ann)).Should().ContainSingle().Which.Should().Be("CPA meeting: Care plan");
        (await Titles(_section.Ben)).Should().BeEmpty();
        (await Titles(_section.Ben, DiaryPages.Everybody)).Should().ContainSingle();
        (await Titles(_section.Stranger, DiaryPages.Everybody)).Should().BeEmpty("that is another team");
    }

    [Fact]
    public async Task A_meeting_needs_a_kind_words_a_time_a_length_and_somebody_of_the_team()
    {
        var refused = await Get<MeetingDesk>().Record("A", new("Party", " ", null, null, 0, [], null), _section.Ann.Id);
        var strangers = await Get<MeetingDesk>().Record("A", Details("Care plan", _section.Stranger), _section.Ann.Id);
        var elsewhere = await Get<MeetingDesk>().Record("A", Details("Care plan", _section.Ann), _section.Stranger.Id);

        refused.Reasons.Select(r => r.Field).Should().Equal("kind", "what", "at", "minutes", "with");
        strangers.Reasons.Should().ContainSingle().Which.Text.Should().Contain("not in this team");
        elsewhere.Reasons.Should().ContainSingle().Which.Code.Should().Be("not-entitled");
    }

    [Fact]
    public async Task A_clash_is_said_and_nothing_is_refused_for_it()
    {
        await Meet("Care plan", _section.Ann);

        var clashes = await Get<DiaryQuery>().Clashes("A", [_section.Ann, _section.Ben], AtTen(Tomorrow).AddMinutes(30), AtTen(Tomorrow).AddMinutes(90), null);
        var after = await Get<DiaryQuery>().Clashes("A", [_section.Ann], AtTen(Tomorrow).AddMinutes(60), AtTen(Tomorrow).AddMinutes(90), null);
        await Meet("Ward visit", _section.Ann);

        clashes.Should().ContainSingle().Which.Should().StartWith(_section.Ann.Name);
        after.Should().BeEmpty("one ends as the other begins");
        (await Titles(_section.Ann)).Should().HaveCount(2);
    }

    [Fact]
    public async Task A_cancelled_meeting_stays_listed_and_a_change_leaves_what_it_was_in_the_trail()
    {
        var id = await Meet("Care plan", _section.Ann);
        (await Get<MeetingDesk>().Change(id, 1, Details("Care plan and bed", _section.Ann), _section.Ben.Id)).Reasons.Should().BeEmpty();
        (await Get<MeetingDesk>().Change(id, 1, Details("Too late", _section.Ann), _section.Ben.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("stale");

        (await Get<MeetingDesk>().Cancel(id, 2, "The ward is closed", _section.Ann.Id)).Reasons.Should().BeEmpty();

        (await Items(_section.Ann)).Should().ContainSingle().Which.IsCancelled.Should().BeTrue();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var trail = await db.Trail.Where(e => e.Kind.StartsWith("Meeting")).OrderBy(e => e.Seq).ToListAsync();
        trail.Select(e => e.Kind).Should().Equal(MeetingDesk.Recorded, MeetingDesk.Changed, MeetingDesk.Cancelled);
        trail[1].Data.Should().Contain("Care plan\"").And.Contain("Care plan and bed");
        (await Get<MeetingDesk>().Change(id, 3, Details("Again", _section.Ann), _section.Ann.Id)).Reasons.Should().ContainSingle().Which.Text.Should().Contain("cancelled");
    }

    [Fact]
    public async Task A_meeting_about_a_case_is_there_for_whoever_sees_the_case_and_for_nobody_else()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.Restrict(true, [_section.Ann.Id], "Press interest", on));
        (await Get<MeetingDesk>().Record("A", Details("Care plan", _section.Ben) with { Case = recall }, _section.Ben.Id)).Reasons.Should().ContainSingle().Which.Field.Should().Be("case");

        (await Get<MeetingDesk>().Record("A", Details("Care plan", _section.Ann) with { Case = recall }, _section.Ann.Id)).Reasons.Should().BeEmpty();

        (await Items(_section.Ann)).Should().Contain(i => i.Meeting != null);
        (await Items(_section.Ben, DiaryPages.Everybody)).Should().NotContain(i => i.Meeting != null || i.Title.Contains(recall.Value));
        (await Get<DiaryQuery>().Find(_section.Ben.Id, (await Items(_section.Ann)).First(i => i.Meeting != null).Meeting!.Value)).Should().BeNull();
    }

    [Fact]
    public async Task Dates_tasks_cases_put_away_and_absences_stand_in_the_diary()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await _section.Desk.Work(recall, _section.Ann.Id, (file, on) => file.SetTask("Ring the ward", Tomorrow, null, null, on));
        (await Get<CoverDesk>().RecordAbsence(_section.Ann.Id, Tomorrow, Tomorrow, "Training", _section.Ann.Id)).Reasons.Should().BeEmpty();

        var items = await Span(_section.Ann, London.Day(Now).AddDays(-7), London.Day(Now).AddDays(14));

        items.Select(i => i.Kind).Should().Contain([DiaryKind.Task, DiaryKind.Date, DiaryKind.Absence]);
        items.Should().OnlyContain(i => !i.Title.Contains("Applecross"), "titles go into calendars outside");
    }

    [Fact]
    public async Task Whoever_covers_somebody_has_their_entries_among_their_own()
    {
        await Meet("Care plan", _section.Ann);
        (await Get<CoverDesk>().RecordCover(_section.Ben.Id, _section.Ann.Id, London.Day(Now), Tomorrow, "Annual leave", _section.HeadOfTeam.Id)).Reasons.Should().BeEmpty();

        var view = (await Get<DiaryQuery>().For(_section.Ben.Id, new(On: Tomorrow)))!;

        view.Covered.Should().ContainValue(_section.Ann.Name);
        view.Days.SelectMany(d => d.Items).Should().ContainSingle();
    }

    [Fact]
    public async Task The_morning_counts_what_its_lists_hold_and_tells_what_others_did()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await _section.Take(recall, _section.Ben, "assess-the-concern");
        await _section.Desk.Work(recall, _section.Ann.Id, (file, on) => file.SetTask("Ring the ward", London.Day(Now), null, null, on));

        var mine = (await Get<MorningQuery>().For(_section.Ann.Id))!;
        var teams = (await Get<MorningQuery>().For(_section.DeputyHead.Id))!;

        mine.Tasks.Should().ContainSingle();
        mine.DueToday.Should().Be(1);
        mine.Changed.Should().ContainSingle().Which.What.Should().Contain(w => w.EndsWith(_section.Ben.Name)).And.NotContain(w => w.Contains("Ring"));
        (teams.Leads, teams.Whose.Team, teams.DueToday).Should().Be((true, "A", 1));
        (await Get<MorningQuery>().For(_section.Ben.Id))!.Changed.Should().BeEmpty("they hold no case");
        (await Get<MorningQuery>().For(_section.Stranger.Id))!.Coming.Should().BeEmpty();
    }

    [Fact]
    public async Task What_changed_is_told_since_the_last_day_at_work()
    {
        var days = A.Reference.Book.Days.EnglandAndWales;
        var worked = days.AddWorkingDays(London.Day(Now), -2);
        (await Get<CoverDesk>().RecordAbsence(_section.Ann.Id, worked.AddDays(1), London.Day(Now).AddDays(-1), "Annual leave", _section.Ann.Id)).Reasons.Should().BeEmpty();

        (await Get<MorningQuery>().For(_section.Ann.Id))!.Since.Should().Be(worked);
        (await Get<MorningQuery>().For(_section.Ben.Id))!.Since.Should().Be(days.AddWorkingDays(London.Day(Now), -1));
    }

    static MeetingDetails Details(string what, params Person[] with) => new("CPA meeting", what, "By video", AtTen(Tomorrow), 60, with, null);

    async Task<int> Meet(string what, params Person[] with)
    {
        var outcome = await Get<MeetingDesk>().Record("A", Details(what, with), with[0].Id);
        outcome.Reasons.Should().BeEmpty();
        return outcome.Id!.Value;
    }

    async Task<IReadOnlyList<DiaryItem>> Items(Person me, string? whose = null) => [.. (await Get<DiaryQuery>().For(me.Id, new(On: Tomorrow, Whose: whose)))!.Days.SelectMany(d => d.Items)];

    async Task<IReadOnlyList<DiaryItem>> Span(Person me, DateOnly from, DateOnly to) => await Get<DiaryEntries>().Between(from, to, "A", [me.Id], (await Get<Occasions>().For(me.Id))!);

    async Task<IEnumerable<string>> Titles(Person me, string? whose = null) => (await Items(me, whose)).Select(i => i.Title);
}
