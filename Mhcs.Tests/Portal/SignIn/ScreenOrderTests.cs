using System.Security.Claims;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.SignIn;

/// <summary>What stands between an open screen and its handlers.</summary>
public sealed class ScreenOrderTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    AsyncServiceScope _screen;

    public ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _screen = _portal.Services.CreateAsyncScope();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _screen.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public void Letters_are_passed_on_as_they_come_and_wait_for_nothing()
    {
        List<int> heard = [];
        var hear = Between(new(new ClaimsIdentity([new Claim("session", "unknown")], "test")), () => heard.Add(heard.Count));

        for (var letter = 0; letter < 3; letter++)
        {
            _ = hear();
            heard.Should().HaveCount(letter + 1, "one held up could be overtaken by the next");
        }
    }

    [Fact]
    public void Nothing_is_heard_from_a_screen_on_which_nobody_is_signed_in()
    {
        var heard = false;

        _ = Between(new(new ClaimsIdentity()), () => heard = true)();

        heard.Should().BeFalse();
    }

    Func<Task> Between(ClaimsPrincipal user, Action act)
    {
        ((IHostEnvironmentAuthenticationStateProvider)_screen.ServiceProvider.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(user)));
        Func<CircuitInboundActivityContext, Task> last = _ =>
        {
            act();
            return Task.CompletedTask;
        };
        var all = _screen.ServiceProvider.GetServices<CircuitHandler>().Aggregate(last, (next, handler) => handler.CreateInboundActivityHandler(next));
        return () => all(null!);
    }
}
