using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Admin;

/// <summary>Somebody and what they sign in with.</summary>
/// <param name="Closed">Wrong tries keep the name waiting just now.</param>
/// <param name="Sessions">How many are open.</param>
public sealed record AccountRow(string UserName, string Name, Grade Role, string? Team, bool Active, bool HasAccount, bool MustChangePassword, bool Closed, DateTimeOffset? LastSignIn, int Sessions);

/// <summary>Reads the accounts, for the system administrator.</summary>
public sealed class AccountsQuery(IDbContextFactory<PortalDb> dbs, Staff staff, Sessions sessions, SignInThrottle throttle)
{
    public async Task<IReadOnlyList<AccountRow>> All(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var accounts = await db.Users.AsNoTracking().ToDictionaryAsync(a => a.PersonId, ct);
        var last = await db.Sessions.AsNoTracking().GroupBy(s => s.PersonId).Select(g => new { g.Key, At = g.Max(s => s.StartedAt) }).ToDictionaryAsync(s => s.Key, s => s.At, ct);
        var open = await sessions.OpenByPerson(ct);
        return [.. (await staff.Everyone(ct)).Values.OrderBy(p => p.UserName, StringComparer.Ordinal).Select(p => new AccountRow(p.UserName, p.Name, p.Grade, p.Team, p.Active, accounts.ContainsKey(p.Id),
            accounts.GetValueOrDefault(p.Id)?.MustChangePassword == true, throttle.IsClosed(p.UserName), last.TryGetValue(p.Id, out var at) ? at : null, open.GetValueOrDefault(p.Id)))];
    }
}
