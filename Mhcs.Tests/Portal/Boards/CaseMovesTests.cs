using Mhcs.Domain.Cases;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Portal.Boards;

public sealed class CaseMovesTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    BusyTeam _team = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _team = await BusyTeam.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task One_case_is_reported_with_where_it_was_where_it_is_and_the_load_now()
    {
        var file = await _team.Case();

        var report = await _team.Moves.Move(_team.Manager.Id, [file], _team.Wetherlam.Id);

        report.Headline.Should().Be($"{file} moved from Unassigned to D. Wetherlam, now {BusyTeam.Load(_team.Wetherlam, 2)}");
        report.CanUndo.Should().BeTrue();
    }

    [Fact]
    public async Task Of_several_each_is_moved_or_says_why_not()
    {
        var (conflict, free, changed) = (await _team.Case(), await _team.Case(), await _team.Case());
        var versions = new Dictionary<CaseReference, int> { [changed] = 1 };
        await _team.Moves.Move(_team.Deputy.Id, [changed], _team.Quillan.Id);

        var report = await _team.Moves.Move(_team.Manager.Id, [conflict, free, changed], _team.Inkpen.Id, versions);

        report.Headline.Should().Be($"1 of 3 cases moved to S. Inkpen, now {BusyTeam.Load(_team.Inkpen, 2)}");
        report.Stayed.Should().SatisfyRespectively(
            stayed => stayed.Should().Be(new Stayed(conflict, "S. Inkpen has a conflict of interest")),
            stayed => stayed.Why.Should().StartWith("B. Rookwood changed it at"));
    }

    [Fact]
    public async Task Undoing_puts_back_what_is_still_there_and_is_on_the_record()
    {
        var (first, second) = (await _team.Case(_team.Quillan), await _team.Case());
        var report = await _team.Moves.Move(_team.Manager.Id, [first, second], _team.Larkspur.Id);
        await _team.Moves.Move(_team.Deputy.Id, [second], _team.Marigold.Id);

        var undone = await _team.Moves.Undo(_team.Manager.Id, report);

        undone.Moved.Should().ContainSingle().Which.Should().Be(new Moved(first, _team.Larkspur.Id, _team.Quillan.Id));
        undone.Stayed.Should().ContainSingle().Which.Why.Should().Contain("moved again since");
        undone.CanUndo.Should().BeFalse();
        await using var db = await _team.Service<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var last = await db.Trail.Where(e => e.Kind == nameof(CaseAssigned)).OrderByDescending(e => e.Seq).FirstAsync();
        last.Event.Should().BeOfType<CaseAssigned>().Which.Undoes.Should().BeTrue();
    }

    [Fact]
    public async Task A_caseworker_takes_an_unassigned_case_and_moves_nothing_else()
    {
        var (free, held) = (await _team.Case(), await _team.Case(_team.Quillan));

        var taken = await _team.Moves.Move(_team.Thimbleby.Id, [free], _team.Thimbleby.Id);
        var refused = await _team.Moves.Move(_team.Thimbleby.Id, [held], _team.Thimbleby.Id);

        taken.Moved.Should().ContainSingle();
        refused.Headline.Should().Be("The case was not moved");
        refused.Stayed.Single().Why.Should().StartWith("Only a team manager");
    }

    [Fact]
    public async Task Before_anything_is_done_each_target_says_what_it_would_mean()
    {
        var (conflict, free) = (await _team.Case(), await _team.Case(_team.Quillan));

        var plan = await _team.Service<MoveQuery>().For(_team.Manager.Id, [conflict, free, CaseReference.Parse("R-9999")]);

        plan.Missing.Should().Equal(CaseReference.Parse("R-9999"));
        plan.Targets[0].Name.Should().Be("Unassigned");
        plan.Targets.Single(t => t.Holder == _team.Inkpen.Id).Should().Match<MoveTarget>(t => t.Able == 1 && t.Reasons.Single() == $"{conflict}: conflict of interest" && t.After.Points == 2);
        plan.Targets.Single(t => t.Holder == _team.Quillan.Id).Should().Match<MoveTarget>(t => t.Able == 1 && t.Before.Points == 2 && t.After.Points == 4);
        plan.Targets.Single(t => t.Holder == _team.Osierby.Id).Refuses.Should().BeTrue();
    }
}
