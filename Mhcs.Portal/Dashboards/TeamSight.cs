using System.Collections.Concurrent;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Dashboards;

/// <summary>What one reader of a team's figures may not see: readers who may see the same share one reading.</summary>
/// <param name="Hidden">Numbers of the cases left out: restricted ones, and those of a patient with whom the reader has a conflict of interest.</param>
/// <param name="Newest">The last entry of the trail when it was asked: as long as nothing is written, nothing is read again.</param>
public sealed record TeamSight(string Team, string Hidden, long Newest)
{
    public static async Task<TeamSight> Of(PortalDb db, string team, Actor? actor, CancellationToken ct)
    {
        var newest = await db.Trail.MaxAsync(e => (long?)e.Seq, ct) ?? 0;
        if (actor is null) return new(team, string.Join(',', await db.Cases.Where(c => c.Restricted && c.Team == team).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct)), newest);
        List<string?> conflicted = [.. actor.Person.ConflictedWith];
        if (actor.SeesAllTeams() && conflicted.Count == 0) return new(team, "", newest);
        var ofTheTeam = db.Cases.Where(c => c.Team == team);
        var seen = ofTheTeam.SeenBy(actor);
        return new(team, string.Join(',', await ofTheTeam.Where(c => (c.Restricted || conflicted.Contains(c.PatientNumber)) && !seen.Any(s => s.Id == c.Id)).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct)), newest);
    }
}

/// <summary>The last reading of each kind, shared by all who may see the same. A newer one takes its place.</summary>
sealed class Shared<TKey, TStamp, T> where TKey : notnull where TStamp : notnull
{
    readonly ConcurrentDictionary<TKey, (TStamp Stamp, Lazy<Task<T>> Reading)> _kept = new();

    public async Task<T> Get(TKey key, TStamp stamp, Func<Task<T>> read)
    {
        var mine = _kept.AddOrUpdate(key, _ => (stamp, new(read)), (_, kept) => kept.Stamp.Equals(stamp) ? kept : (stamp, new(read)));
        try
        {
            return await mine.Reading.Value;
        }
        catch
        {
            // A failed reading is not kept for the next who asks.
            _kept.TryRemove(KeyValuePair.Create(key, mine));
            throw;
        }
    }
}
