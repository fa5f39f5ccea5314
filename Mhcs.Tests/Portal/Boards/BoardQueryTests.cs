using Mhcs.Domain.Cases;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Tests.Support;

namespace Mhcs.Tests.Portal.Boards;

public sealed class BoardQueryTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    BusyTeam _team = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _team = await BusyTeam.In(_portal.Services);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    Task<Board?> Read(Mhcs.Domain.People.Person? me = null, CaseFilter? filter = null) => _team.Service<BoardQuery>().For((me ?? _team.Manager).Id, "A", filter ?? new() { Team = "A" });

    [Fact]
    public async Task Each_person_has_a_column_with_what_they_hold_and_what_that_weighs()
    {
        await _team.Case(_team.Larkspur);
        await _team.Case(_team.Larkspur, highProfile: true);
        await _team.Case();

        var board = (await Read())!;

        board.Columns.Select(c => c.Name).Should().Equal("Unassigned", "M. Larkspur", "D. Wetherlam", "N. Osierby", "O. Quillan", "P. Thimbleby", "S. Inkpen", "T. Marigold");
        board.People[0].Load.Should().Be(new Load(5, _team.Larkspur.Capacity));
        board.People[0].Cards.Should().HaveCount(2);
        board.Pool.Held.Should().Be(1);
        board.Sums.Open.Should().Be(3);
    }

    [Fact]
    public async Task A_head_says_who_is_away_who_is_part_time_and_what_they_refuse()
    {
        await _team.Case(_team.Osierby);

        var board = (await Read())!;

        board.People.Single(p => p.Holder == _team.Wetherlam.Id).Line.Should().Be("60% of full time");
        var away = board.People.Single(p => p.Holder == _team.Osierby.Id);
        away.Away.Should().BeTrue();
        away.Refuses.Should().StartWith("Away until");
        board.Views.Select(v => v.Name).Should().Contain("Cover for N. Osierby");
    }

    [Fact]
    public async Task What_the_board_would_refuse_the_desk_refuses()
    {
        var file = await _team.Case();
        var card = (await Read())!.Pool.Cards.Single();

        var away = await _team.Moves.Move(_team.Manager.Id, [file], _team.Osierby.Id);
        var conflict = await _team.Moves.Move(_team.Manager.Id, [file], _team.Inkpen.Id);

        card.Barred.Should().Be($"{_team.Inkpen.Id}");
        away.Stayed.Single().Why.Should().Contain("N. Osierby is away until");
        conflict.Stayed.Single().Why.Should().Be("S. Inkpen has a conflict of interest");
    }

    [Fact]
    public async Task A_restricted_case_is_in_no_count_for_whoever_is_not_named_on_it()
    {
        await _team.Case(_team.Thimbleby, restrictedTo: true);

        var seen = (await Read(_team.Thimbleby))!;
        var hidden = (await Read())!;

        seen.Sums.Open.Should().Be(1);
        seen.People.Single(p => p.Holder == _team.Thimbleby.Id).Cards.Single().Only.Should().Contain($"{_team.Thimbleby.Id}");
        hidden.Sums.Open.Should().Be(0);
        hidden.Cases.Should().BeEmpty();
        hidden.People.Should().OnlyContain(p => p.Load.Points == 0);
    }

    [Fact]
    public async Task Another_teams_board_is_not_there() =>
        (await Read(_team.Stranger)).Should().BeNull();

    [Fact]
    public async Task The_next_reading_has_every_change_and_says_what_happened()
    {
        var (moved, other) = (await _team.Case(), await _team.Case(_team.Quillan));
        await Read();

        await _team.Moves.Move(_team.Manager.Id, [moved], _team.Larkspur.Id);
        var added = await _team.Case();
        var board = (await Read(_team.Deputy))!;

        board.Pool.Cards.Select(c => c.Reference).Should().Equal(added);
        board.People.Single(p => p.Holder == _team.Larkspur.Id).Cards.Single().News!.For(_team.Deputy.Id).Should().MatchRegex("^Moved here [0-9:]{5} by H. Meadowsweet$");
        (await Read())!.People.Single(p => p.Holder == _team.Larkspur.Id).Cards.Single().News!.For(_team.Manager.Id).Should().EndWith("by you");
        board.People.Single(p => p.Holder == _team.Quillan.Id).Cards.Single().Reference.Should().Be(other);
    }

    [Fact]
    public async Task The_board_shows_the_most_urgent_and_counts_the_rest()
    {
        for (var n = 0; n < BoardQuery.Most + 3; n++) await _team.Case(_team.Marigold, askedDaysAgo: n);

        var column = (await Read())!.People.Single(p => p.Holder == _team.Marigold.Id);

        column.Cards.Should().HaveCount(BoardQuery.Most);
        column.More.Should().Be(3);
        column.Cards[0].Chip!.Words.Should().NotBe(column.Cards[^1].Chip!.Words);
    }

    [Fact]
    public async Task However_many_cases_come_to_somebody_their_column_stays_short()
    {
        for (var n = 0; n < BoardQuery.Most; n++) await _team.Case(_team.Marigold, askedDaysAgo: 60);
        List<CaseReference> coming = [];
        for (var n = 0; n < BoardQuery.MostNew + 2; n++) coming.Add(await _team.Case());
        await Read();

        await _team.Moves.Move(_team.Manager.Id, coming, _team.Marigold.Id);

        var column = (await Read())!.People.Single(p => p.Holder == _team.Marigold.Id);
        column.Cards.Take(BoardQuery.MostNew).Should().OnlyContain(c => coming.Contains(c.Reference));
        column.Cards.Should().HaveCount(BoardQuery.MostNew + BoardQuery.Most);
        column.More.Should().Be(2);
    }

    [Fact]
    public async Task Filters_narrow_the_cards_and_leave_the_loads_alone()
    {
        await _team.Case(_team.Marigold, askedDaysAgo: 60);
        await _team.Case(_team.Marigold);

        var board = (await Read(filter: new() { Team = "A", Due = [DueBand.Overdue] }))!;
        var column = board.People.Single(p => p.Holder == _team.Marigold.Id);

        column.Cards.Should().ContainSingle().Which.Band.Should().Be(DueBand.Overdue);
        column.Held.Should().Be(2);
        board.Views.Single(v => v.Name == "Overdue").Count.Should().Be(1);
    }

    [Fact]
    public async Task A_view_is_kept_shared_with_the_team_and_thrown_away()
    {
        var views = _team.Service<BoardViews>();

        (await views.Save(_team.Deputy.Id, "A", "Late ones", new() { Due = [DueBand.Overdue], Words = "Fennimarsh" }, shared: true)).Should().BeNull();
        (await views.Save(_team.Deputy.Id, "A", "Late ones", new(), shared: false)).Should().Contain("already");
        (await views.Save(_team.Deputy.Id, "A", " ", new(), shared: false)).Should().Be("Enter a name for the view");

        var shared = (await Read())!.Views.Single(v => v.SavedId is not null);
        shared.Name.Should().Be("Shared by B. Rookwood: Late ones");
        shared.Filter.Words.Should().BeNull("no name of a patient is kept in a view");
        await views.Delete(_team.Manager.Id, shared.SavedId!.Value);
        (await Read())!.Views.Should().Contain(v => v.SavedId == shared.SavedId, "only its owner deletes a view");
        await views.Delete(_team.Deputy.Id, shared.SavedId!.Value);
        (await Read())!.Views.Should().NotContain(v => v.SavedId == shared.SavedId);
    }
}
