using Mhcs.Domain.People;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Feed;
using Mhcs.Portal.Layout;
using Mhcs.Portal.SignIn;
using Mhcs.Tests.Support;
using Mhcs.Tests.Support.Bench;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Mhcs.Tests.Portal.Boards;

public sealed class TeamBoardTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    BusyTeam _team = null!;
    ComponentBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _team = await BusyTeam.In(_portal.Services);
        _bench = Bench(_team.Manager);
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _portal.DisposeAsync();
    }

    ComponentBench Bench(Person person) => new(services => services
        .AddSingleton(_team.Service<BoardQuery>()).AddSingleton(_team.Service<BoardViews>()).AddSingleton(_team.Service<MoveQuery>()).AddSingleton(_team.Service<SpreadQuery>())
        .AddSingleton(_team.Moves).AddSingleton(_team.Service<ILiveFeed>()).AddSingleton<Announcer>()
        .AddCascadingValue(_ => new Me(person.Id, person.UserName, person.Name, person.Grade, person.Team)));

    Task<Rendered<TeamBoard>> Board() => _bench.Render<TeamBoard>(given => given.Set(board => board.Team, "A"));

    /// <summary>The board's script, as the browser would call it.</summary>
    Task Script(Rendered<TeamBoard> board, Func<BoardHands, Task> call) =>
        board.Act(_ => call(_bench.Script.Calls.Where(c => c.Name == "attach").Select(c => ((DotNetObjectReference<BoardHands>)c.Arguments[1]!).Value).Single()));

    static string Column(Person? person) => $"[data-to='{person?.Id}']";

    [Fact]
    public async Task What_others_do_shows_by_itself()
    {
        var file = await _team.Case();
        var board = await Board();

        await _team.Moves.Move(_team.Deputy.Id, [file], _team.Larkspur.Id);

        await board.Until(b => b.FindAll($"{Column(_team.Larkspur)} [data-card='{file}']").Count == 1);
        board.Find($"{Column(_team.Larkspur)} .app-card__live").TextContent.Should().Contain("by B. Rookwood");
        board.Find($"{Column(null)} .app-card--gone").TextContent.Should().Contain("Moved to M. Larkspur");
        board.Find("[data-say]").GetAttribute("data-say").Should().EndWith(" 1 case updated");
    }

    [Fact]
    public async Task Nothing_moves_while_somebody_is_at_work_on_the_board()
    {
        var (first, second) = (await _team.Case(), await _team.Case());
        var board = await Board();
        await Script(board, hands => hands.Using(true));

        await _team.Moves.Move(_team.Deputy.Id, [first, second], _team.Larkspur.Id);

        await board.Until(b => b.FindAll(".app-changes").Count == 1);
        board.Find(".app-changes").TextContent.Should().Be("2 changes · Show");
        board.FindAll($"{Column(null)} [data-card]").Should().HaveCount(2);
        await Script(board, hands => hands.Using(false));
        await board.Until(b => b.FindAll($"{Column(_team.Larkspur)} [data-card]").Count == 2);
        board.FindAll(".app-changes").Should().BeEmpty();
    }

    [Fact]
    public async Task A_paused_board_waits_to_be_asked()
    {
        var file = await _team.Case();
        var board = await Board();
        await board.Click(".app-live .app-textbutton");

        await _team.Moves.Move(_team.Deputy.Id, [file], _team.Larkspur.Id);

        await board.Until(b => b.FindAll(".app-changes").Count == 1);
        board.FindAll($"{Column(null)} [data-card]").Should().HaveCount(1);
        await board.Click(".app-changes");
        board.FindAll($"{Column(_team.Larkspur)} [data-card]").Should().HaveCount(1);
    }

    [Fact]
    public async Task A_drop_is_done_at_once_said_and_can_be_undone()
    {
        var file = await _team.Case();
        var board = await Board();
        await Script(board, hands => hands.Using(true));

        await Script(board, hands => hands.Dropped([file.Value], $"{_team.Wetherlam.Id}"));

        board.Find(".app-banner").TextContent.Should().Contain($"{file} moved from Unassigned to D. Wetherlam, now {BusyTeam.Load(_team.Wetherlam, 2)}.");
        board.FindAll($"{Column(_team.Wetherlam)} [data-card='{file}']").Should().HaveCount(1);
        await board.Click(".app-banner .app-button");
        board.Find(".app-banner").TextContent.Should().Contain($"{file} put back to Unassigned.");
        board.FindAll($"{Column(null)} [data-card='{file}']").Should().HaveCount(1);
    }

    [Fact]
    public async Task A_drop_on_a_card_that_somebody_else_has_just_moved_changes_nothing_and_says_who()
    {
        var file = await _team.Case();
        var board = await Board();
        await Script(board, hands => hands.Using(true));
        await _team.Moves.Move(_team.Deputy.Id, [file], _team.Larkspur.Id);

        await Script(board, hands => hands.Dropped([file.Value], $"{_team.Wetherlam.Id}"));

        board.Find(".app-banner").TextContent.Should().Contain("The case was not moved.").And.Contain("B. Rookwood changed it at");
        board.FindAll($"{Column(_team.Larkspur)} [data-card='{file}']").Should().HaveCount(1);
    }

    [Fact]
    public async Task Ticked_cases_move_together_by_the_button()
    {
        var (first, second) = (await _team.Case(), await _team.Case());
        var board = await Board();
        await board.Change($"[data-card='{first}'] .app-tick", true);
        await board.Change($"[data-card='{second}'] .app-tick", true);

        await board.Click(".app-filters__end .app-button");
        await board.Until(b => b.FindAll(".app-target").Count > 0);
        board.FindAll(".app-target").Single(t => t.TextContent.Contains("N. Osierby")).GetAttribute("aria-disabled").Should().Be("true");
        var targets = board.FindAll(".app-target").Select(t => t.TextContent).ToList();
        await board.Click($".app-targets li:nth-child({targets.FindIndex(t => t.Contains("M. Larkspur")) + 1}) button");

        await board.Until(b => b.FindAll(".app-banner").Count == 1);
        board.Find(".app-banner").TextContent.Should().Contain($"2 cases moved to M. Larkspur, now {BusyTeam.Load(_team.Larkspur, 4)}.");
        board.FindAll(".app-card--ticked").Should().BeEmpty();
    }

    [Fact]
    public async Task A_fair_spread_is_shown_before_it_is_done()
    {
        var (first, second) = (await _team.Case(), await _team.Case());
        var board = await Board();

        await board.Click(".app-col__spread");
        await board.Until(b => b.FindAll(".app-placing").Count == 2);
        board.FindAll($"{Column(null)} [data-card]").Should().HaveCount(2, "nothing is done by looking");
        await board.Change(".app-placing .app-tick", false);
        await board.Click(".app-dialog__foot .govuk-button");

        await board.Until(b => b.FindAll(".app-banner").Count == 1);
        board.FindAll($"{Column(null)} [data-card]").Should().HaveCount(1);
        board.FindAll($"[data-card='{first}'], [data-card='{second}']").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_caseworker_sees_the_board_and_can_only_take_what_nobody_has()
    {
        var (free, held) = (await _team.Case(), await _team.Case(_team.Quillan));
        await using var bench = Bench(_team.Thimbleby);
        var board = await bench.Render<TeamBoard>(given => given.Set(b => b.Team, "A"));

        board.Find($"[data-card='{free}'] .app-move").TextContent.Should().StartWith("Take");
        board.FindAll($"[data-card='{held}'] .app-move").Should().BeEmpty();
        board.Find(Column(_team.Quillan)).GetAttribute("data-no").Should().Be("Only a team manager gives cases to others");
        board.FindAll(".app-col__spread").Should().BeEmpty();
    }

    [Fact]
    public async Task A_card_is_drawn_again_only_when_it_has_changed()
    {
        await _team.Case(_team.Larkspur);
        var card = (await _team.Service<BoardQuery>().For(_team.Manager.Id, "A", new()))!.People[0].Cards.Single();
        var drawn = await _bench.Render<CaseCard>(given => given.Set(c => c.Card, card));
        var before = drawn.Renders;

        await drawn.Give(given => given.Set(c => c.Card, card with { }));
        drawn.Renders.Should().Be(before);

        await drawn.Give(given => given.Set(c => c.Card, card with { Version = card.Version + 1, News = new("Changed 10:41, ", _team.Manager.Id) }));
        drawn.Renders.Should().Be(before + 1);
    }
}
