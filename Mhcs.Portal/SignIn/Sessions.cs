using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.SignIn;

/// <summary>Who is signed in where, on the server. A session ends by signing out, by idling, by its age, by a changed stamp, or because the person may no longer sign in.</summary>
public sealed class Sessions(IDbContextFactory<PortalDb> dbs, WriteLane lane, People.Staff staff, IConfiguration configuration, TimeProvider clock, ILogger<Sessions> log)
{
    // What another node ended is noticed after this long; our own endings at once.
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5), SeenGrain = TimeSpan.FromMinutes(1);
    readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    readonly TimeSpan _idle = TimeSpan.FromMinutes(configuration.GetValue("Mhcs:IdleMinutes", 20)), _longest = TimeSpan.FromHours(configuration.GetValue("Mhcs:SessionHours", 8));

    sealed record Known(PersonId Person, DateTimeOffset StartedAt, DateTimeOffset SeenAt, DateTimeOffset WrittenAt, long ReadAt, bool Good, bool MustChangePassword);

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
        if (!_known.TryGetValue(id, out var known) || clock.GetElapsedTime(known.ReadAt) >= Freshness)
        {
            if (await Read(id, ct) is not { } read) return false;
            known = _known.AddOrUpdate(id, read, (_, old) => read with { SeenAt = Later(read.SeenAt, old.SeenAt) });
        }
        if (!known.Good || now - known.SeenAt > _idle || now - known.StartedAt > _longest || await staff.Actor(known.Person, ct) is null)
        {
            await End(id, ct: ct);
            return false;
        }
        if (seen) await Seen(id, known, now, ct);
        return true;
    }

    /// <summary>Whether a password of their own has to be chosen before anything else. Of a session that was just asked after.</summary>
    public bool MustChangePassword(string id) => _known.TryGetValue(id, out var known) && known.MustChangePassword;

    /// <summary>The session has other terms from now on: it is read again before it is used.</summary>
    public void Changed(string id) => _known.TryRemove(id, out _);

    /// <summary>Sessions of a person that are open, the newest first.</summary>
    public async Task<IReadOnlyList<Session>> Open(PersonId person, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await Open(db).Where(s => s.PersonId == person).OrderByDescending(s => s.StartedAt).ToListAsync(ct);
    }

    /// <summary>How many sessions each person has open.</summary>
    public async Task<IReadOnlyDictionary<PersonId, int>> OpenByPerson(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await Open(db).GroupBy(s => s.PersonId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
    }

    /// <summary>Ends every open session of a person but one; their screens close at once.</summary>
    public async Task<int> EndAll(PersonId person, string? but = null, CancellationToken ct = default)
    {
        var open = await Open(person, ct);
        foreach (var session in open.Where(s => s.Id != but)) await End(session.Id, ct: ct);
        return open.Count(s => s.Id != but);
    }

    /// <param name="signedOut">The person did so themselves: that is on the record.</param>
    public async Task End(string id, bool signedOut = false, CancellationToken ct = default)
    {
        _known.TryRemove(id, out var known);
        var now = clock.GetUtcNow();
        try
        {
            await lane.Write(async writing =>
            {
                var ended = await writing.Db.Sessions.Where(s => s.Id == id && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
                if (signedOut && ended > 0 && known is not null) writing.Record(AccountTrail.Entry(AccountTrail.SignedOut, known.Person, now, new { }));
            }, ct);
        }
        finally
        {
            // Whatever the store says, the screens of this session close.
            Ended?.Invoke(id);
        }
    }

    /// <summary>Asks after every session known here, so that one that idled, or ended elsewhere, ends its screens too.</summary>
    public async Task Look(CancellationToken ct)
    {
        foreach (var id in _known.Keys) await IsGood(id, seen: false, ct);
    }

    async Task Seen(string id, Known known, DateTimeOffset now, CancellationToken ct)
    {
        var write = now - known.WrittenAt >= SeenGrain;
        _known[id] = known with { SeenAt = now, WrittenAt = write ? now : known.WrittenAt };
        if (!write) return;
        try
        {
            await lane.Write(async writing => await writing.Db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct), ct);
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            log.LogWarning(trouble, "It could not be kept when a session was last seen");
        }
    }

    IQueryable<Session> Open(PortalDb db)
    {
        var (seen, started) = (clock.GetUtcNow() - _idle, clock.GetUtcNow() - _longest);
        return db.Sessions.AsNoTracking().Where(s => s.EndedAt == null && s.SeenAt > seen && s.StartedAt > started);
    }

    async Task<Known?> Read(string id, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var row = await db.Sessions.AsNoTracking().Where(s => s.Id == id)
            .Join(db.Users, s => s.PersonId, a => a.PersonId, (s, a) => new { s.PersonId, s.StartedAt, s.SeenAt, Good = s.EndedAt == null && s.Stamp == a.SecurityStamp, a.MustChangePassword })
            .FirstOrDefaultAsync(ct);
        return row is null ? null : new(row.PersonId, row.StartedAt, row.SeenAt, row.SeenAt, clock.GetTimestamp(), row.Good, row.MustChangePassword);
    }

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
