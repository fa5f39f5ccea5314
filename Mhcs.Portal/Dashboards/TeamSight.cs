using System.Collections.Concurrent;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Dashboards;

/// <summary>What one reader of a team's figures may not see: readers who may see the same share one reading.</summary>
/// <param name="Hidden">Numbers of the restricted cases left out.</param>
/// <param name="Newest">The last entry of the trail when it was asked: as long as nothing is written, nothing is read again.</param>
public sealed record TeamSight(string Team, string Hidden, long Newest)
{
    public static async Task<TeamSight> Of(PortalDb db, string team, Actor? actor, CancellationToken ct)
    {
        var newest = await db.Trail.MaxAsync(e => (long?)e.Seq, ct) ?? 0;
        if (actor?.SeesAllTeams() == true) return new(team, "", newest);
        var named = $",{actor?.Id},";
        var locked = await db.Cases.Where(c => c.Restricted && c.Team == team).OrderBy(c => c.Id).Select(c => new { c.Id, c.NamedIds }).ToListAsync(ct);
        return new(team, string.Join(',', locked.Where(c => actor is null || !c.NamedIds.Contains(named, StringComparison.Ordinal)).Select(c => c.Id)), newest);
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
