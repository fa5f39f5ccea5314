using System.Globalization;
using System.Collections.Concurrent;
using System.Threading.Channels;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Feed;

/// <summary>A hint to a program: ids only. Without a reference: the team's figures, or everything, should be read again.</summary>
public sealed record Change(string Event, string? Reference, string? Team, long Version, DateTimeOffset At)
{
    public const string Case = "caseChanged", Deadline = "deadlineChanged", Workload = "workloadChanged";
}

/// <summary>Turns the nudges of the feed into changes by id: read from the trail once for all connections, and told to each only as far as it may see at that moment.</summary>
public sealed class CaseworkChanges(ILiveFeed feed, IDbContextFactory<PortalDb> dbs, Staff staff, Sessions sessions, Wallboards wallboards, TimeProvider clock, ILogger<CaseworkChanges> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    readonly ConcurrentDictionary<string, Listener> _listeners = new(StringComparer.Ordinal);

    /// <summary>Who hears: a person in a session, or the wallboard of one team.</summary>
    public sealed record Who(PersonId? Person, string? Session, string? Wallboard, string? Team);

    sealed record Listener(Who Who, string? Team, Channel<Change> Inbox, Action Leave);
    /// <summary>Somebody of a team is away, or back, or acts for another: what the team can carry is not what it was.</summary>
    sealed record Staffed(string Team, DateTimeOffset At, long Seq);
    sealed record Happened(CaseReference Reference, string Team, int Version, DateTimeOffset At, long Seq, string PatientNumber, bool Restricted, string NamedIds, bool Dates)
    {
        public IReadOnlyCollection<PersonId> Named => [.. NamedIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(int.Parse(id, CultureInfo.InvariantCulture)))];
    }

    /// <summary>Changes that this listener may see, from now on. <paramref name="leave"/> is called once when it may hear no more.</summary>
    public (ChannelReader<Change> Changes, Action Stop) Join(Who who, string? team, Action leave)
    {
        var key = Guid.NewGuid().ToString("N");
        // A slow program loses the oldest ids, never holds up a writer; it can always read again.
        var inbox = Channel.CreateBounded<Change>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
        inbox.Writer.TryWrite(new(Change.Workload, null, team, 0, clock.GetUtcNow()));
        _listeners[key] = new(who, team, inbox, leave);
        return (inbox.Reader, () => { if (_listeners.TryRemove(key, out _)) inbox.Writer.TryComplete(); });
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        sessions.Ended += EndSession;
        wallboards.Revoked += EndWallboard;
        var looking = LookAround(stoppingToken);
        var last = await Head(stoppingToken);
        await foreach (var _ in feed.Listen(_ => true, stoppingToken))
            try
            {
                if (_listeners.IsEmpty) { last = await Head(stoppingToken); continue; }
                var (happened, staffed) = await Since(last, stoppingToken);
                if (happened.Count + staffed.Count == 0) continue;
                last = Math.Max(happened.Select(h => h.Seq).DefaultIfEmpty().Max(), staffed.Select(s => s.Seq).DefaultIfEmpty().Max());
                foreach (var (key, listener) in _listeners) await Tell(key, listener, happened, staffed, stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogError(trouble, "Changes could not be told to programs; the next nudge tries again");
            }
        await looking;
    }

    async Task Tell(string key, Listener listener, IReadOnlyList<Happened> happened, IReadOnlyList<Staffed> staffed, CancellationToken ct)
    {
        if (!await IsStillGood(listener.Who, ct)) { Drop(key, listener); return; }
        var actor = listener.Who.Person is { } person ? await staff.Actor(person, ct) : null;
        var seen = happened.Where(h => (listener.Team is null || listener.Team == h.Team) && Sees(listener.Who, actor, h)).ToList();
        if (actor is not null)
            foreach (var h in seen)
            {
                listener.Inbox.Writer.TryWrite(new(Change.Case, h.Reference.Value, h.Team, h.Version, h.At));
                if (h.Dates) listener.Inbox.Writer.TryWrite(new(Change.Deadline, h.Reference.Value, h.Team, h.Version, h.At));
            }
        foreach (var change in staffed.Where(s => (listener.Team is null || listener.Team == s.Team) && (actor?.SeesTeam(s.Team) ?? listener.Who.Team == s.Team)))
            listener.Inbox.Writer.TryWrite(new(Change.Workload, null, change.Team, change.Seq, change.At));
        foreach (var team in seen.GroupBy(h => h.Team)) listener.Inbox.Writer.TryWrite(new(Change.Workload, null, team.Key, team.Max(h => h.Seq), team.Max(h => h.At)));
    }

    static bool Sees(Who who, Actor? actor, Happened h) => actor is null
        ? who.Wallboard is not null && who.Team == h.Team && !h.Restricted
        : actor.SeesTeam(h.Team) && !actor.IsClosed(h.Reference, h.PatientNumber, h.Restricted, h.Restricted ? h.Named : []);

    async Task<bool> IsStillGood(Who who, CancellationToken ct) =>
        who.Session is { } session ? await sessions.IsGood(session, seen: false, ct) : who.Wallboard is { } token && await wallboards.IsGood(token, ct);

    // What ended elsewhere, or by idling, is noticed without any change.
    async Task LookAround(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (!ct.IsCancellationRequested)
            try
            {
                if (!await timer.WaitForNextTickAsync(ct)) return;
                foreach (var (key, listener) in _listeners)
                    if (!await IsStillGood(listener.Who, ct)) Drop(key, listener);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception trouble)
            {
                log.LogError(trouble, "Listeners could not be checked; the next look tries again");
            }
    }

    void EndSession(string id) => DropWhere(w => w.Session == id);

    void EndWallboard(string id) => DropWhere(w => w.Wallboard == id);

    void DropWhere(Func<Who, bool> where)
    {
        foreach (var (key, listener) in _listeners.Where(l => where(l.Value.Who))) Drop(key, listener);
    }

    void Drop(string key, Listener listener)
    {
        if (!_listeners.TryRemove(key, out _)) return;
        listener.Inbox.Writer.TryComplete();
        listener.Leave();
    }

    async Task<(IReadOnlyList<Happened> Cases, IReadOnlyList<Staffed> Teams)> Since(long seq, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var entries = await db.Trail.AsNoTracking().Where(e => e.Seq > seq && (e.CaseId != null || (e.Team != null && CoverTrail.Kinds.Contains(e.Kind)))).OrderBy(e => e.Seq).Select(e => new { e.Seq, e.CaseId, e.Team, e.Kind, e.At }).Take(5000).ToListAsync(ct);
        var ids = entries.Select(e => e.CaseId).OfType<int>().Distinct().ToList();
        var files = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Reference, c.Team, c.Version, c.PatientNumber, c.Restricted, c.NamedIds }).ToDictionaryAsync(c => c.Id, ct);
        return ([.. from e in entries
                   where e.CaseId is not null
                   group e by e.CaseId!.Value into g
                   let f = files[g.Key]
                   select new Happened(f.Reference, f.Team, f.Version, g.Max(e => e.At), g.Max(e => e.Seq), f.PatientNumber, f.Restricted, f.NamedIds,
                       g.Any(e => e.Kind.StartsWith("Deadline", StringComparison.Ordinal) || e.Kind.StartsWith("Clock", StringComparison.Ordinal)))],
            [.. from e in entries where e.CaseId is null group e by e.Team! into g select new Staffed(g.Key, g.Max(e => e.At), g.Max(e => e.Seq))]);
    }

    async Task<long> Head(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Trail.MaxAsync(e => (long?)e.Seq, ct) ?? 0;
    }
}
