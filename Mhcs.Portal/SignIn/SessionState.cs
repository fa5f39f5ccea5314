using System.Security.Claims;
using Mhcs.Portal.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Mhcs.Portal.SignIn;

/// <summary>Who is signed in on an open screen. When the session ends, or the wallboard's token is revoked, nobody is, and the screen goes to where one signs in.</summary>
sealed class SessionState : ServerAuthenticationStateProvider, IDisposable
{
    readonly Sessions _sessions;
    readonly Wallboards _wallboards;
    ClaimsPrincipal? _user;

    public SessionState(Sessions sessions, Wallboards wallboards)
    {
        (_sessions, _wallboards) = (sessions, wallboards);
        AuthenticationStateChanged += Learn;
        sessions.Ended += CloseSession;
        wallboards.Revoked += CloseWallboard;
    }

    /// <summary>Whether whoever opened this screen may still use it, asked anew.</summary>
    public async ValueTask<bool> IsGood() =>
        _user?.SessionId() is { } session ? await _sessions.IsGood(session, seen: false) : _user?.Wallboard() is { } token && await _wallboards.IsGood(token);

    /// <summary>Whether somebody is signed in on this screen, as far as is known here.</summary>
    public bool IsOpen => _user?.Identity?.IsAuthenticated == true;

    async void Learn(Task<AuthenticationState> now) => _user = (await now).User;

    void CloseSession(string id) => CloseIf(_user?.SessionId() == id);

    void CloseWallboard(string id) => CloseIf(_user?.Wallboard() == id);

    void CloseIf(bool mine)
    {
        if (mine) SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
    }

    public void Dispose()
    {
        AuthenticationStateChanged -= Learn;
        _sessions.Ended -= CloseSession;
        _wallboards.Revoked -= CloseWallboard;
    }
}

/// <summary>
/// What comes in from an open screen is heard while its session is known to be good, and after each act the session is asked after; what an act changes, the desk checks by itself.
/// It does not count as being seen: a live screen answers by itself. Browsers tell of hands and keys (/seen).
/// </summary>
sealed class OnlyWhileSignedIn(AuthenticationStateProvider state) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) => async activity =>
    {
        var session = (SessionState)state;
        if (!session.IsOpen) return;
        // Passed on before anything is awaited. Held up, letters would overtake one another, and reach handlers that a later acknowledgement has taken away.
        await next(activity);
        try
        {
            await session.IsGood();
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            // Whether it is good is asked again with the next act, and by the watch.
        }
    };
}

/// <summary>Looks at every open session and wallboard twice a minute: one that idles, or that ended on another node, does not say so itself.</summary>
sealed class SessionWatch(Sessions sessions, Wallboards wallboards, TimeProvider clock, ILogger<SessionWatch> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await sessions.Look(stoppingToken);
                await wallboards.Look(stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogError(trouble, "Sessions could not be looked at; the next look tries again");
            }
    }
}
