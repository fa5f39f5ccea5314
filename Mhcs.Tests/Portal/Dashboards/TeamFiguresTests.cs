using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Dashboards;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Portal.Dashboards;

[Collection(InASeededSection.Name)]
public sealed class TeamFiguresTests(SeededSection section)
{
    TeamFiguresQuery Figures => section.Get<TeamFiguresQuery>();

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    public async Task The_figures_now_are_a_recount_from_the_events(string team)
    {
        var head = await section.Someone(Grade.HeadOfSection);

        var reading = (await Figures.For(head.Id, team))!;

        var files = await MadeFromEvents(team);
        var bands = new DueBands(reading.At);
        reading.Figures.Groups.Should().BeEquivalentTo(TeamFigures.Recount(files, bands).Groups);
        reading.Ahead.Should().BeEquivalentTo(DatesAhead.Of(files, bands, reading.LastDay));
        reading.Figures.Open.Should().BePositive();
    }

    [Fact]
    public async Task Every_tile_opens_exactly_the_list_it_counts()
    {
        var me = (await section.Someone(Grade.TeamManager)).Id;
        var reading = (await Figures.For(me, "A"))!;
        var all = new CaseFilter { Team = "A" };

        (await Listed(all)).Should().Be(reading.Figures.Open);
        (await Listed(all with { Owner = CaseFilter.Nobody })).Should().Be(reading.Figures.Unassigned);
        (await Listed(all with { Due = [DueBand.Today] })).Should().Be(reading.Figures.DueToday);
        (await Listed(all with { Due = [DueBand.Overdue] })).Should().Be(reading.Figures.Overdue);
        (await Listed(all with { Kinds = [StateKind.Deciding] })).Should().Be(reading.Figures.Deciding);
        foreach (var band in AgeBands.All) (await Listed(all with { Ages = [band] })).Should().Be(reading.Figures.OfAge(band), "{0}", band);
        foreach (var owner in reading.Figures.Groups.Select(g => g.Owner).OfType<PersonId>().Distinct())
            (await Listed(all with { Owner = owner.ToString() })).Should().Be(reading.Figures.Of(owner).Open);

        async Task<int> Listed(CaseFilter filter) => (await section.Get<CaseListQuery>().For(me, filter, new(), size: 1))!.Total;
    }

    [Fact]
    public async Task A_past_day_stays_as_it_was_whatever_is_done_today()
    {
        var head = await section.Someone(Grade.HeadOfSection);
        var yesterday = (await Figures.For(head.Id, "B"))!.Today.AddDays(-1);
        var before = (await Figures.For(head.Id, "B", yesterday))!;
        var file = (await section.Get<CaseListQuery>().For(head.Id, new() { Team = "B" }, new()))!.Rows.First(r => r.AssigneeId is not null);

        var outcome = await section.Get<CaseDesk>().Work(file.Reference, head.Id, (f, on) => f.Unassign(on));

        outcome.Should().BeOfType<Outcome.Done>();
        var after = (await Figures.For(head.Id, "B", yesterday))!;
        after.IsPast.Should().BeTrue();
        after.Figures.Groups.Should().BeEquivalentTo(before.Figures.Groups);
        after.Figures.Open.Should().Be((await Figures.For(head.Id, "B"))!.Yesterday.Open, "the line of the last days says the same");
    }

    [Fact]
    public async Task Any_day_of_the_last_year_can_be_drawn_again()
    {
        var head = await section.Someone(Grade.HeadOfSection);
        var today = (await Figures.For(head.Id, "A"))!.Today;
        await using var db = await section.Db();

        foreach (var back in new[] { 2, 30, 200, 364 })
        {
            var day = today.AddDays(-back);
            var moment = London.At(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1);
            var reading = (await Figures.For(head.Id, "A", day))!;
            reading.Figures.Open.Should().Be(await db.Cases.CountAsync(c => c.Team == "A" && c.OpenedAt <= moment && (c.ClosedAt == null || c.ClosedAt > moment)), "{0}", day);
            reading.Weeks.Should().HaveCount(26).And.OnlyContain(w => w.Monday.DayOfWeek == DayOfWeek.Monday && w.Monday.AddDays(6) < day);
        }
    }

    [Fact]
    public async Task In_and_out_of_a_week_are_the_cases_opened_and_closed_in_it()
    {
        var head = await section.Someone(Grade.HeadOfSection);

        var week = (await Figures.For(head.Id, "C"))!.Weeks[^1];

        await using var db = await section.Db();
        var (from, to) = (London.At(week.Monday, TimeOnly.MinValue), London.At(week.Monday.AddDays(7), TimeOnly.MinValue));
        week.In.Should().Be(await db.Trail.CountAsync(e => e.Kind == nameof(CaseOpened) && e.Team == "C" && e.At >= from && e.At < to && db.Cases.Any(c => c.Id == e.CaseId)));
        week.Out.Should().Be(await db.Cases.CountAsync(c => c.Team == "C" && c.ClosedAt >= from && c.ClosedAt < to));
    }

    [Fact]
    public async Task Readers_who_may_see_the_same_share_one_reading_until_something_is_written()
    {
        var manager = await section.Someone(Grade.TeamManager, "C");
        await using var db = await section.Db();
        var named = (await db.Cases.Where(c => c.Restricted && c.Team == "C").ToListAsync()).SelectMany(c => c.Named).ToHashSet();
        var alike = (await section.Get<Staff>().Everyone()).Values.Where(p => p.Grade == Grade.Caseworker && p.Team == "C" && !p.ConflictedWith.Any() && !named.Contains(p.Id)).OrderBy(p => p.Id.Value).ToList();

        var (one, other) = (await Figures.For(alike[0].Id, "C"), await Figures.For(alike[1].Id, "C"));

        // A minute may end between the two; then both were read, and rightly.
        if (one!.At.Minute == other!.At.Minute) one.Should().BeSameAs(other);
        // One that all three can see: a restricted case is in the manager's list and not in a caseworker's count.
        var owned = (await section.Get<CaseListQuery>().For(manager.Id, new() { Team = "C" }, new()))!.Rows.First(r => r is { AssigneeId: not null, Restricted: false });
        (await section.Get<CaseDesk>().Work(owned.Reference, manager.Id, (f, on) => f.Unassign(on))).Should().BeOfType<Outcome.Done>();
        (await Figures.For(alike[0].Id, "C"))!.Figures.Unassigned.Should().Be(one.Figures.Unassigned + 1);
    }

    [Fact]
    public async Task A_team_that_is_not_ones_own_has_no_dashboard_and_a_wall_counts_no_restricted_case()
    {
        var stranger = await section.Someone(Grade.HeadOfTeam, "B");
        await using var db = await section.Db();

        (await Figures.For(stranger.Id, "A")).Should().BeNull();
        (await Figures.For(stranger.Id, "X")).Should().BeNull();
        (await Figures.ForWall("A"))!.Figures.Open.Should().Be(await db.Cases.CountAsync(c => c.Team == "A" && c.ClosedAt == null && !c.Restricted));
    }

    /// <summary>Every case of a team as its events alone make it.</summary>
    async Task<IReadOnlyList<CaseFile>> MadeFromEvents(string team)
    {
        await using var db = await section.Db();
        var heads = await db.Cases.AsNoTracking().Where(c => c.Team == team).Select(c => new { c.Id, c.Reference, c.PatientNumber, HighProfile = c.Patient != null && c.Patient.HighProfile }).ToListAsync();
        var events = (await db.Trail.AsNoTracking().Where(e => e.CaseId != null && e.Team == team).OrderBy(e => e.Seq).ToListAsync()).ToLookup(e => e.CaseId!.Value, e => EventJson.Read(e.Kind, e.Data));
        return [.. heads.Select(c => CaseFile.From(c.Reference, c.PatientNumber is null ? null : new Patient { Number = c.PatientNumber, Surname = "", Forenames = "", BornOn = default, Team = team, HighProfile = c.HighProfile }, events[c.Id].OfType<CaseEvent>()))];
    }
}
