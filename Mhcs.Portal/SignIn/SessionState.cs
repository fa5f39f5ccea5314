using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Mhcs.Portal.SignIn;

/// <summary>Who is signed in on an open screen. The session is asked after every half minute, and at once when it ends on this node: then nobody is, and the screen goes to the sign-in page.</summary>
sealed class SessionState : RevalidatingServerAuthenticationStateProvider
{
    readonly Sessions _sessions;

    public SessionState(ILoggerFactory logs, Sessions sessions) : base(logs) => (_sessions = sessions).Ended += Close;

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    public async Task<string?> SessionId() => (await GetAuthenticationStateAsync()).User.SessionId();

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        authenticationState.User.SessionId() is { } id && await _sessions.IsGood(id, seen: false, cancellationToken);

    async void Close(string id)
    {
        if (await SessionId() == id) SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }

    protected override void Dispose(bool disposing)
    {
        _sessions.Ended -= Close;
        base.Dispose(disposing);
    }
}

/// <summary>Clicks and typing inside a circuit count as being seen: no cookie travels with them.</summary>
sealed class SeenInCircuit(AuthenticationStateProvider state, Sessions sessions) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        if (await ((SessionState)state).SessionId() is { } id) await sessions.IsGood(id, seen: true);
        await next(activity);
    };
}
