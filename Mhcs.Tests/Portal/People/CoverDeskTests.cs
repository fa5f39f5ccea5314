using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.People;

public sealed class CoverDeskTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;

    CoverDesk Desk => _portal.Services.GetRequiredService<CoverDesk>();
    DateOnly Today => London.Day(_portal.Services.GetRequiredService<Occasions>().Now);

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Recording_an_absence_is_one_entry_of_the_trail_one_signal_and_a_board_that_knows()
    {
        var boards = _portal.Services.GetRequiredService<BoardQuery>();
        (await boards.For(_section.TeamManager.Id, "A", new CaseFilter()))!.People.Should().Contain(c => c.Holder == _section.Ann.Id && !c.Away);
        var heard = Heard();

        var outcome = await Desk.RecordAbsence(_section.Ann.Id, Today, Today.AddDays(3), "Sick leave", _section.TeamManager.Id);

        outcome.Reasons.Should().BeEmpty();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var entry = await db.Trail.OrderByDescending(e => e.Seq).FirstAsync();
        (entry.Kind, entry.Team, entry.By).Should().Be((CoverTrail.AbsenceRecorded, "A", _section.TeamManager.Id));
        (await boards.For(_section.TeamManager.Id, "A", new CaseFilter()))!.People.Should().Contain(c => c.Holder == _section.Ann.Id && c.Away);
        (await heard).Should().Be(new FeedSignal(FeedSignal.People, "A"));
    }

    [Fact]
    public async Task What_is_refused_leaves_neither_record_nor_entry()
    {
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var before = await db.Trail.CountAsync();

        var outcome = await Desk.RecordCover(null, _section.DeputyHead.Id, Today.AddDays(3), Today, "", _section.HeadOfTeam.Id);

        outcome.Reasons.Select(r => r.Field).Should().BeEquivalentTo("by", "to", "reason");
        (await db.Trail.CountAsync()).Should().Be(before);
        (await db.Covers.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Of_two_who_record_the_same_days_at_once_one_is_told()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Desk.RecordAbsence(_section.Ann.Id, Today, Today.AddDays(3), "Training", _section.TeamManager.Id)));

        outcomes.Count(o => o.Done).Should().Be(1);
    }

    [Fact]
    public async Task A_post_that_is_lent_opens_the_decision_at_once_and_stopping_it_closes_it_at_once()
    {
        var recall = await Recommended();
        var lent = await Desk.RecordCover(_section.TeamManager.Id, _section.DeputyHead.Id, Today, Today.AddDays(3), "Annual leave", _section.HeadOfTeam.Id);
        lent.Reasons.Should().BeEmpty();

        (await Approve(recall)).Granted.Should().BeTrue();
        await Desk.CancelCover(lent.Id!.Value, _section.HeadOfTeam.Id);

        (await Approve(recall)).Reason.Should().EndWith("you act as team manager");
    }

    [Fact]
    public async Task An_absence_and_who_covers_it_are_recorded_in_one_commit_and_colleagues_are_not_told_why()
    {
        var outcome = await Desk.RecordAbsence(_section.Ann.Id, Today.AddDays(-1), Today.AddDays(200), "Sick leave", _section.HeadOfTeam.Id, _section.Ben.Id);

        outcome.Reasons.Should().BeEmpty();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var cover = await db.Covers.SingleAsync();
        (cover.By, cover.For, cover.From, cover.To, cover.Reason).Should().Be((_section.Ben.Id, _section.Ann.Id, Today, Today.AddDays(Cover.LongestDays - 1), "Away"));
        (await db.Trail.OrderByDescending(e => e.Seq).Take(2).Select(e => e.Kind).ToListAsync()).Should().BeEquivalentTo(CoverTrail.AbsenceRecorded, CoverTrail.CoverRecorded);
    }

    [Fact]
    public async Task Whoever_may_not_lend_the_post_records_the_absence_without_cover_and_is_refused_with_it()
    {
        var refused = await Desk.RecordAbsence(_section.Ann.Id, Today, Today.AddDays(3), "Training", _section.Ann.Id, _section.Ben.Id);
        await using var db = await _section.Dbs.CreateDbContextAsync();

        refused.Reasons.Should().ContainSingle(r => r.Field == "cover" && r.Text.Contains("deputy head"));
        (await db.People.AsNoTracking().SingleAsync(p => p.Id == _section.Ann.Id)).Absences.Should().BeEmpty();
    }

    [Fact]
    public async Task Who_is_away_with_nobody_covering_is_said_to_those_who_lead_until_somebody_does()
    {
        await Desk.RecordAbsence(_section.Ann.Id, Today, Today.AddDays(3), "Training", _section.Ann.Id);
        var recall = await Recommended();

        var (people, morning, own) = (await People(), await Morning(_section.TeamManager.Id), await Morning(_section.Ben.Id));
        await Desk.RecordCover(_section.Ben.Id, _section.Ann.Id, Today, Today.AddDays(3), "Training", _section.DeputyHead.Id);

        people.CoveredBy.Should().BeEmpty();
        morning.Uncovered.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Name = _section.Ann.Name, Until = Today.AddDays(3), Cases = 1 }, o => o.ExcludingMissingMembers());
        own.Uncovered.Should().BeEmpty("they lead nobody");
        (await People()).CoveredBy.Should().Equal(_section.Ben.Name);
        (await Morning(_section.TeamManager.Id)).Uncovered.Should().BeEmpty();

        async Task<TeamPerson> People() => (await _portal.Services.GetRequiredService<TeamPeopleQuery>().For(_section.TeamManager.Id, "A"))!.People.Single(p => p.Person.Id == _section.Ann.Id);
        async Task<Morning> Morning(PersonId me) => (await _portal.Services.GetRequiredService<MorningQuery>().For(me))!;
    }

    [Fact]
    public async Task Whoever_covers_somebody_has_their_cases_and_errands_and_papers_beside_their_own_and_loses_them_again()
    {
        var recall = await Recommended();
        await Desk.RecordAbsence(_section.Ann.Id, Today, Today.AddDays(3), "Training", _section.Ann.Id);
        var before = await Work();
        var cover = await Desk.RecordCover(_section.Ben.Id, _section.Ann.Id, Today, Today.AddDays(3), "Training", _section.DeputyHead.Id);
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await _section.Take(recall, _section.DeputyHead, step);

        var work = await Work();
        var owed = (await _portal.Services.GetRequiredService<Mhcs.Portal.Chasing.OwedQuery>().For(_section.Ben.Id, new(Mine: true)))!.Total;
        await Desk.CancelCover(cover.Id!.Value, _section.DeputyHead.Id);

        before.Covered.Should().BeEmpty();
        var group = work.Covered.Should().ContainSingle().Subject;
        group.Title.Should().Be($"For {_section.Ann.Name}, away until {Today.AddDays(3):d MMMM}");
        group.Rows.Should().ContainSingle().Which.Reference.Should().Be(recall);
        (work.Open, work.Load.Points).Should().Be((0, 0), "they are not Ben's own");
        work.Errands.Should().NotBeEmpty().And.OnlyContain(e => e.Reference == recall && e.CoveringFor == _section.Ann.Name);
        owed.Should().Be((await _portal.Services.GetRequiredService<Mhcs.Portal.Chasing.OwedQuery>().For(_section.Ann.Id, new(Mine: true)))!.Total);
        (await Work()).Covered.Should().BeEmpty();

        async Task<WorkInHand> Work() => (await _portal.Services.GetRequiredService<MyWorkQuery>().For(_section.Ben.Id))!;
    }

    [Fact]
    public async Task Whoever_leads_sees_why_somebody_is_away_and_their_colleagues_do_not()
    {
        await Desk.RecordAbsence(_section.Ann.Id, Today, Today.AddDays(3), "Sick leave", _section.Ann.Id);
        var query = _portal.Services.GetRequiredService<TeamPeopleQuery>();

        (await query.For(_section.TeamManager.Id, "A"))!.Absences.Should().ContainSingle().Which.Reason.Should().Be("Sick leave");
        (await query.For(_section.Ann.Id, "A"))!.Absences.Should().ContainSingle().Which.Reason.Should().Be("Sick leave");
        (await query.For(_section.Ben.Id, "A"))!.Absences.Should().ContainSingle().Which.Reason.Should().BeNull();
        (await query.For(_section.Stranger.Id, "A")).Should().BeNull();
    }

    [Fact]
    public async Task What_is_over_stays_listed_with_how_it_ended()
    {
        var absence = await Desk.RecordAbsence(_section.Ann.Id, Today.AddDays(2), Today.AddDays(9), "Annual leave", _section.Ann.Id);
        await Desk.CancelAbsence(absence.Id!.Value, _section.TeamManager.Id);

        var shown = (await _portal.Services.GetRequiredService<TeamPeopleQuery>().For(_section.TeamManager.Id, "A"))!;

        shown.Absences.Should().BeEmpty();
        var past = shown.PastAbsences.Should().ContainSingle().Subject;
        (past.RecordedBy, past.Changed, past.Absence.To).Should().Be((_section.Ann.Name, _section.TeamManager.Name, Today.AddDays(9)));
        (await Desk.CancelAbsence(absence.Id.Value, _section.TeamManager.Id)).Reasons.Should().ContainSingle().Which.Code.Should().Be("wrong-state");
    }

    async Task<Mhcs.Domain.Cases.CaseReference> Recommended()
    {
        var recall = await _section.OpenRecall();
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        return recall;
    }

    async Task<Entitlement> Approve(Mhcs.Domain.Cases.CaseReference recall) =>
        (await _portal.Services.GetRequiredService<CaseQuery>().Find(recall.Value, _section.TeamManager.Id))!.Offers.Single(o => o.Step.Code == "approve-recall").Entitlement;

    async Task<FeedSignal> Heard()
    {
        await foreach (var signal in _portal.Services.GetRequiredService<ILiveFeed>().Listen(s => s.Topic == FeedSignal.People, CancellationToken.None))
            if (signal.Topic == FeedSignal.People) return signal;
        throw new InvalidOperationException("The feed ended");
    }
}
