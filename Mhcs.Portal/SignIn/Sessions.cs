using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.SignIn;

/// <summary>Who is signed in where, on the server. A session ends by signing out, by idling, by its age, by a changed stamp, or because the person may no longer sign in.</summary>
public sealed class Sessions(IDbContextFactory<PortalDb> dbs, WriteLane lane, People.Staff staff, IConfiguration configuration, TimeProvider clock)
{
    // What another node ended is noticed after this long; our own endings at once.
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5), SeenGrain = TimeSpan.FromMinutes(1);
    readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    readonly TimeSpan _idle = TimeSpan.FromMinutes(configuration.GetValue("Mhcs:IdleMinutes", 20)), _longest = TimeSpan.FromHours(configuration.GetValue("Mhcs:SessionHours", 8));

    sealed record Known(PersonId Person, DateTimeOffset StartedAt, DateTimeOffset SeenAt, DateTimeOffset WrittenAt, DateTimeOffset ReadAt, bool Good);

    /// <summary>Raised with the session's id on this node; open circuits and hub connections of that session close.</summary>
    public event Action<string>? Ended;

    public TimeSpan Longest => _longest;

    /// <summary>A new session, saved with the caller's commit.</summary>
    public Session Start(Writing writing, Account account, string address)
    {
        var now = clock.GetUtcNow();
        var session = new Session { Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)), PersonId = account.PersonId, Stamp = account.SecurityStamp!, Address = address, StartedAt = now, SeenAt = now };
        writing.Db.Sessions.Add(session);
        return session;
    }

    /// <summary>Whether the session is still good. Asking on behalf of the person's own act counts as being seen.</summary>
    public async ValueTask<bool> IsGood(string id, bool seen, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        if (!_known.TryGetValue(id, out var known) || now - known.ReadAt >= Freshness)
        {
            if (await Read(id, now, ct) is not { } read) return false;
            known = _known.AddOrUpdate(id, read, (_, old) => read with { SeenAt = Later(read.SeenAt, old.SeenAt) });
        }
        if (!known.Good || now - known.SeenAt > _idle || now - known.StartedAt > _longest || await staff.Actor(known.Person, ct) is null)
        {
            await End(id, ct);
            return false;
        }
        if (seen) await Seen(id, known, now, ct);
        return true;
    }

    public async Task End(string id, CancellationToken ct = default)
    {
        _known.TryRemove(id, out _);
        var now = clock.GetUtcNow();
        await lane.Write(async writing => await writing.Db.Sessions.Where(s => s.Id == id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct), ct);
        Ended?.Invoke(id);
    }

    async Task Seen(string id, Known known, DateTimeOffset now, CancellationToken ct)
    {
        var write = now - known.WrittenAt >= SeenGrain;
        _known[id] = known with { SeenAt = now, WrittenAt = write ? now : known.WrittenAt };
        if (write) await lane.Write(async writing => await writing.Db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct), ct);
    }

    async Task<Known?> Read(string id, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var row = await db.Sessions.AsNoTracking().Where(s => s.Id == id)
            .Join(db.Users, s => s.PersonId, a => a.PersonId, (s, a) => new { s.PersonId, s.StartedAt, s.SeenAt, Good = s.EndedAt == null && s.Stamp == a.SecurityStamp })
            .FirstOrDefaultAsync(ct);
        return row is null ? null : new(row.PersonId, row.StartedAt, row.SeenAt, row.SeenAt, now, row.Good);
    }

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
