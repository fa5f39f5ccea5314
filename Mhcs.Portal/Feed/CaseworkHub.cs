using System.Runtime.CompilerServices;
using System.Security.Claims;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;
using Mhcs.Portal.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace Mhcs.Portal.Feed;

/// <summary>The live feed for whoever is not a page of ours: wallboards and scripts. It says what changed, never what it says.</summary>
public sealed class CaseworkHub(CaseworkChanges changes, Staff staff, IHubContext<CaseworkHub> hub) : Hub
{
    const string Stop = "stop";

    public override Task OnConnectedAsync()
    {
        if (Of(Context.User!) is not { } who) { Context.Abort(); return Task.CompletedTask; }
        var (context, id) = (Context, Context.ConnectionId);
        var (heard, stop) = changes.Join(who, who.Team, context.Abort);
        context.Items[Stop] = stop;
        // For the life of the connection, which is longer than that of this object.
        _ = Send();
        return Task.CompletedTask;

        async Task Send()
        {
            try
            {
                await foreach (var change in heard.ReadAllAsync(context.ConnectionAborted)) await hub.Clients.Client(id).SendAsync(change.Event, change, context.ConnectionAborted);
            }
            catch (OperationCanceledException)
            {
                // The program has gone.
            }
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        (Context.Items[Stop] as Action)?.Invoke();
        return Task.CompletedTask;
    }

    /// <summary>Streams changes in one team, or in all that the caller sees. The first item has no reference: read everything then.</summary>
    public async IAsyncEnumerable<Change> Listen(string? team = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        var who = Of(Context.User!) ?? throw new HubException("not-entitled: nobody is signed in");
        if (team is not null && !await MayHear(who, team, ct)) throw new HubException("not-entitled: that team is not yours to hear");
        var (heard, stop) = changes.Join(who, team ?? who.Team, Context.Abort);
        try
        {
            await foreach (var change in heard.ReadAllAsync(ct)) yield return change;
        }
        finally
        {
            stop();
        }
    }

    async Task<bool> MayHear(CaseworkChanges.Who who, string team, CancellationToken ct) =>
        who.Person is { } person ? await staff.Actor(person, ct) is { } actor && actor.SeesTeam(team) : who.Team == team;

    static CaseworkChanges.Who? Of(ClaimsPrincipal user) =>
        Me.Of(user) is { } me ? new(me.Id, user.SessionId(), null, null)
        : user.IsWallboard() ? new(null, null, user.Wallboard(), user.FindFirstValue(Me.TeamClaim))
        : null;
}
