using System.Collections.Immutable;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.Guidance;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.People;

/// <summary>Everyone who works here, with absences, cover and what they have opened in an emergency, as one small picture that is taken again whenever it may have changed.</summary>
public sealed class Staff
{
    // Another node may change people too, and its signal may be lost; a picture is never older than this.
    static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);
    readonly ReferenceData _reference;
    readonly TimeProvider _clock;
    readonly SharedReading<Picture> _reading;
    Picture? _picture;
    int _changes;

    public Staff(IDbContextFactory<PortalDb> dbs, ReferenceData reference, InProcessFeed feed, TimeProvider clock)
    {
        (_reference, _clock, _reading) = (reference, clock, new(() => Take(dbs, clock)));
        feed.Heard += signal => { if (signal.Topic is FeedSignal.People or FeedSignal.Guidance) Changed(); };
    }

    sealed record Picture(IReadOnlyDictionary<PersonId, Person> People, ILookup<PersonId, Cover> Covers, ILookup<PersonId, GlassBreak> Openings, MustReads Guidance, long Taken);

    /// <summary>The person acting today, with the posts that cover lends; null where nobody active has this id.</summary>
    public async ValueTask<Actor?> Actor(PersonId id, CancellationToken ct = default)
    {
        if (id == PersonId.Clock) return Domain.People.Actor.TheClock;
        var now = await Now(ct);
        var today = London.Day(_clock.GetUtcNow());
        if (now.People.GetValueOrDefault(id) is not { Active: true } person) return null;
        var actor = Domain.People.Actor.Of(person, _reference.Matrix, now.Covers[id].Where(c => c.HoldsOn(today)).Select(c => now.People.GetValueOrDefault(c.For)).OfType<Person>()) with { Unread = now.Guidance.UnreadBy(person) };
        return now.Openings.Contains(id) ? actor with { Opened = now.Openings[id].Where(o => _clock.GetUtcNow() < o.Until).Select(o => o.Reference).ToImmutableHashSet() } : actor;
    }

    public async ValueTask<Person?> Find(PersonId id, CancellationToken ct = default) => (await Now(ct)).People.GetValueOrDefault(id);

    public async ValueTask<Person?> Find(string userName, CancellationToken ct = default) =>
        (await Now(ct)).People.Values.FirstOrDefault(p => string.Equals(p.UserName, userName, StringComparison.OrdinalIgnoreCase));

    /// <summary>The people of a team, those who hold cases first by grade and name.</summary>
    public async ValueTask<IReadOnlyList<Person>> Of(string team, CancellationToken ct = default) =>
        [.. (await Now(ct)).People.Values.Where(p => p.Active && p.Team == team).OrderByDescending(p => p.Grade).ThenBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>People of a team who are away today and whose post nobody is lent.</summary>
    public async ValueTask<IReadOnlyList<Person>> Uncovered(string team, CancellationToken ct = default)
    {
        var (now, today) = (await Now(ct), London.Day(_clock.GetUtcNow()));
        var covered = now.Covers.SelectMany(c => c).Where(c => c.HoldsOn(today)).Select(c => c.For).ToHashSet();
        return [.. (await Of(team, ct)).Where(p => p.AwayOn(today) is not null && p.Grade.DoesCasework && !covered.Contains(p.Id))];
    }

    /// <summary>Cover that somebody gives today.</summary>
    public async ValueTask<IReadOnlyList<Cover>> CoversBy(PersonId id, CancellationToken ct = default)
    {
        var (now, today) = (await Now(ct), London.Day(_clock.GetUtcNow()));
        return [.. now.Covers[id].Where(c => c.HoldsOn(today))];
    }

    public async ValueTask<IReadOnlyDictionary<PersonId, Person>> Everyone(CancellationToken ct = default) => (await Now(ct)).People;

    /// <summary>The next question is answered from the database: called by whoever changes people, absences or cover.</summary>
    public void Changed()
    {
        Interlocked.Increment(ref _changes);
        _picture = null;
    }

    async ValueTask<Picture> Now(CancellationToken ct)
    {
        // By how long ago it was, not by the time: a demonstration's clock may stand still.
        if (_picture is { } known && _clock.GetElapsedTime(known.Taken) < Freshness) return known;
        var before = Volatile.Read(ref _changes);
        var taken = await _reading.Next().WaitAsync(ct);
        // One taken across a change may be too old to keep.
        if (before == Volatile.Read(ref _changes)) _picture = taken;
        return taken;
    }

    static async Task<Picture> Take(IDbContextFactory<PortalDb> dbs, TimeProvider clock)
    {
        var (at, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        await using var db = await dbs.CreateDbContextAsync();
        return new(await db.People.AsNoTracking().ToDictionaryAsync(p => p.Id), (await db.Covers.AsNoTracking().ToListAsync()).ToLookup(c => c.By),
            (await db.GlassBreaks.AsNoTracking().Where(o => o.Until > now).ToListAsync()).ToLookup(o => o.By), await MustReads.Of(db), at);
    }
}
