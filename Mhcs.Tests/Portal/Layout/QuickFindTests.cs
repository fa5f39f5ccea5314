using Mhcs.Portal.Cases;
using Mhcs.Portal.Layout;
using Mhcs.Portal.SignIn;
using Mhcs.Tests.Support;
using Mhcs.Tests.Support.Bench;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Layout;

public sealed class QuickFindTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    BusyTeam _team = null!;
    ComponentBench _bench = null!;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _team = await BusyTeam.In(_portal.Services);
        _bench = new(services => services.AddSingleton(_team.Service<FindQuery>())
            .AddCascadingValue(_ => new Me(_team.Manager.Id, _team.Manager.UserName, _team.Manager.Name, _team.Manager.Grade, _team.Manager.Team)));
    }

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Enter_pressed_before_the_last_answer_chooses_by_what_stands_in_the_box()
    {
        var (one, other) = (await _team.Case(), await _team.Case());
        var find = await _bench.Render<QuickFind>();

        var typed = find.Input("#find", one.Value);
        var replaced = find.Input("#find", other.Value);
        var chosen = find.Press("#find", "Enter");
        await Task.WhenAll(typed, replaced, chosen);

        _bench.Service<NavigationManager>().Uri.Should().EndWith($"/cases/{other}");
        find.FindAll("[role=option]").Should().BeEmpty();
    }

    [Fact]
    public async Task Arrows_go_round_and_escape_shuts_the_list()
    {
        await _team.Case();
        await _team.Case();
        var find = await _bench.Render<QuickFind>();
        await find.Input("#find", "P-300");
        var found = find.FindAll("[role=option]").Count;

        await find.Press("#find", "ArrowUp");
        find.FindAll("[role=option]")[^1].GetAttribute("aria-selected").Should().Be("true");
        await find.Press("#find", "ArrowDown");
        find.FindAll("[role=option]")[0].GetAttribute("aria-selected").Should().Be("true");
        await find.Press("#find", "Escape");

        found.Should().BeGreaterThan(1);
        find.FindAll("[role=option]").Should().BeEmpty();
        find.Find("#find").GetAttribute("aria-expanded").Should().Be("false");
    }
}
