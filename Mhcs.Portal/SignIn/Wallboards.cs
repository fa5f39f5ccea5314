using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Mhcs.Portal.SignIn;

/// <summary>Tokens of screens on walls: made once, kept as a hash, revoked at once.</summary>
public sealed class Wallboards(IDbContextFactory<PortalDb> dbs, WriteLane lane, Occasions occasions)
{
    // Those whose screens this node has served.
    readonly ConcurrentDictionary<string, bool> _hanging = new(StringComparer.Ordinal);

    /// <summary>Raised with the token's id when it is revoked on this node.</summary>
    public event Action<string>? Revoked;

    public async Task<(WallboardToken Token, string Secret)> Add(string team, string name, PersonId by, CancellationToken ct = default)
    {
        var (id, key) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));
        var token = new WallboardToken { Id = id, Team = team, Name = name, Hash = Hash(key), By = by, At = occasions.Now };
        await lane.Write(writing =>
        {
            writing.Db.WallboardTokens.Add(token);
            writing.Record(AccountTrail.Entry(AccountTrail.WallboardAdded, by, token.At, new { id, team, name }));
            return Task.CompletedTask;
        }, ct);
        return (token, $"{id}.{key}");
    }

    public async Task<bool> Revoke(string id, PersonId by, CancellationToken ct = default)
    {
        var done = await lane.Write(async writing =>
        {
            if (await writing.Db.WallboardTokens.FirstOrDefaultAsync(t => t.Id == id && t.RevokedAt == null, ct) is not { } token) return false;
            token.RevokedAt = occasions.Now;
            writing.Record(AccountTrail.Entry(AccountTrail.WallboardRevoked, by, occasions.Now, new { id, token.Team }));
            return true;
        }, ct);
        if (done) Revoked?.Invoke(id);
        return done;
    }

    /// <summary>The token that this secret belongs to, if it is still good.</summary>
    public async Task<WallboardToken?> Find(string secret, CancellationToken ct = default)
    {
        if (secret.Split('.') is not [{ Length: > 0 and <= 50 } id, { Length: > 0 and <= 100 } key]) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.WallboardTokens.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id && t.RevokedAt == null, ct) is { } token && CryptographicOperations.FixedTimeEquals(token.Hash, Hash(key)) ? token : null;
    }

    public async Task<bool> IsGood(string id, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (!await db.WallboardTokens.AsNoTracking().AnyAsync(t => t.Id == id && t.RevokedAt == null, ct)) return false;
        _hanging[id] = true;
        return true;
    }

    /// <summary>Notices what was revoked on another node or from the command line.</summary>
    public async Task Look(CancellationToken ct)
    {
        foreach (var id in _hanging.Keys)
            if (!await IsGood(id, ct) && _hanging.TryRemove(id, out _)) Revoked?.Invoke(id);
    }

    /// <summary>Who a screen is: its team's figures, and nobody in person.</summary>
    public static ClaimsPrincipal Principal(WallboardToken token, string scheme) => new(new ClaimsIdentity(
        [new(ClaimTypes.Role, Policies.Wallboard), new(Me.TeamClaim, token.Team), new(WallboardScheme.TokenClaim, token.Id), new(ClaimTypes.NameIdentifier, $"wallboard-{token.Id}")], scheme));

    /// <summary>A screen signs in: by its token, typed in once. Tries are counted like those of people.</summary>
    public async Task<WallboardToken?> SignIn(string secret, string address, CancellationToken ct = default)
    {
        var token = await Find(secret.Trim(), ct);
        await lane.Write(writing =>
        {
            writing.Record(AccountTrail.Entry(token is null ? AccountTrail.SignInFailed : AccountTrail.SignedIn, PersonId.Clock, occasions.Now, new { wallboard = token?.Id, address }));
            return Task.CompletedTask;
        }, ct);
        return token;
    }

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}

/// <summary>Authorization: Wallboard TOKEN, for programs; a browser on a wall types it in once (/wall/sign-in). A token never stands in an address.</summary>
sealed class WallboardScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, Wallboards wallboards) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "Wallboard", TokenClaim = "wallboard";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString().Split(' ', 2) is not ["Wallboard", var secret]) return AuthenticateResult.NoResult();
        if (await wallboards.Find(secret.Trim(), Context.RequestAborted) is not { } token) return AuthenticateResult.Fail("No such wallboard");
        return AuthenticateResult.Success(new(Wallboards.Principal(token, Name), Name));
    }
}
