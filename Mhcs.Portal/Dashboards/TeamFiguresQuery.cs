using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.Quality;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Dashboards;

/// <summary>A team's figures, now or at the end of a past day. Now is counted in SQL, the past is made again from the events; the two are held equal by a test.</summary>
public sealed class TeamFiguresQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, TimeProvider clock)
{
    public const int DaysBack = 364;
    const int TrendDays = 10, Weeks = 26;
    readonly Shared<(string, string), (long, long), TeamReading> _now = new();
    readonly Shared<(string, string), DateOnly, (IReadOnlyList<TeamFigures> Trend, IReadOnlyList<WeekFigures> Weeks)> _days = new();
    readonly Shared<(string, string, DateOnly), long, TeamReading> _past = new();

    /// <summary>Null where the person sees no such team.</summary>
    public async Task<TeamReading?> For(PersonId me, string team, DateOnly? asOf = null, CancellationToken ct = default) =>
        await staff.Actor(me, ct) is { } actor && actor.SeesTeam(team) ? await Read(team, actor, asOf, ct) : null;

    /// <summary>The figures as of any moment, made again from the events; null where the person sees no such team.</summary>
    public async Task<TeamFigures?> At(PersonId me, string team, DateTimeOffset moment, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || !actor.SeesTeam(team)) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return (await TeamPast.Read(db, Seen(db, team, actor), moment, moment, ct)).FiguresAt(moment);
    }

    /// <summary>What may hang on a wall: the figures without restricted cases, whoever looks.</summary>
    public Task<TeamReading?> ForWall(string team, CancellationToken ct = default) => Read(team, null, null, ct);

    async Task<TeamReading?> Read(string code, Actor? actor, DateOnly? asOf, CancellationToken ct)
    {
        if (reference.Book.Teams.Find(code) is not { } team) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var sight = await TeamSight.Of(db, code, actor, ct);
        var now = clock.GetUtcNow();
        var today = London.Day(now);
        var past = asOf is { } day && day < today ? DatesAhead.Max(day, today.AddDays(-DaysBack)) : (DateOnly?)null;
        // Not cancelled with the one who happened to ask first: others wait for the same reading.
        return past is { } then
            ? await _past.Get((code, sight.Hidden, then), sight.Newest, () => Past(team, actor, then))
            : await _now.Get((code, sight.Hidden), (sight.Newest, now.Ticks / TimeSpan.TicksPerMinute), () => Now(team, actor, sight, now));
    }

    async Task<TeamReading> Now(Team team, Actor? actor, TeamSight sight, DateTimeOffset now)
    {
        var bands = new DueBands(now);
        var history = await _days.Get((team.Code, sight.Hidden), bands.Today, () => Days(team.Code, actor, bands.Today));
        await using var db = await dbs.CreateDbContextAsync();
        var open = Seen(db, team.Code, actor).Where(c => c.ClosedAt == null);
        var figures = new TeamFigures(await Groups(open, bands).ToListAsync());
        var last = DatesAhead.LastDay(bands.Today, reference.Days.EnglandAndWales);
        var ahead = await Ahead(open, bands, last);
        return new(team, now, false, figures, [.. history.Trend, figures], await Bindings(open, bands), last, ahead, history.Weeks, await TeamQuality.Read(db, team.Code, now),
            await new WarningsQuery(db, Seen(db, team.Code, actor), bands, reference.Days.EnglandAndWales, await staff.Of(team.Code), team.Code).Read(figures, ahead));
    }

    async Task<TeamReading> Past(Team team, Actor? actor, DateOnly day)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var files = Seen(db, team.Code, actor);
        var moment = TeamPast.EndOf(day);
        var past = await TeamPast.Read(db, files, TeamPast.EndOf(day.AddDays(-TrendDays)), moment, default);
        var bands = new DueBands(moment);
        var then = past.At(moment).Where(f => f.IsOpen).ToList();
        var figures = TeamFigures.Recount(then, bands);
        var last = DatesAhead.LastDay(day, reference.Days.EnglandAndWales);
        return new(team, moment, true, figures, [.. DaysBefore(day).Select(d => past.FiguresAt(TeamPast.EndOf(d))), figures],
            [.. then.GroupBy(f => (Band: bands.Of(f.NextDueOn, f.NextOverdueAt), f.NextRule)).Where(g => IsNear(g.Key.Band)).Select(g => new BoundBy(g.Key.Band, BindingOf(g.Key.NextRule), g.Count()))],
            last, DatesAhead.Of(then, bands, last), await InAndOut(files, day), await TeamQuality.Read(db, team.Code, moment), []);
    }

    async Task<(IReadOnlyList<TeamFigures>, IReadOnlyList<WeekFigures>)> Days(string team, Actor? actor, DateOnly today)
    {
        await using var db = await dbs.CreateDbContextAsync();
        var files = Seen(db, team, actor);
        var past = await TeamPast.Read(db, files, TeamPast.EndOf(today.AddDays(-TrendDays)), TeamPast.EndOf(today.AddDays(-1)), default);
        return ([.. DaysBefore(today).Select(d => past.FiguresAt(TeamPast.EndOf(d)))], await InAndOut(files, today));
    }

    static IEnumerable<DateOnly> DaysBefore(DateOnly day) => Enumerable.Range(1, TrendDays).Select(n => day.AddDays(n - TrendDays - 1));

    static IQueryable<CaseFile> Seen(PortalDb db, string team, Actor? actor)
    {
        var files = db.Cases.AsNoTracking().Where(c => c.Team == team);
        return actor is null ? files.Where(c => !c.Restricted) : files.SeenBy(actor);
    }

    /// <summary>The one count behind tiles, ages and people.</summary>
    static IQueryable<WorkGroup> Groups(IQueryable<CaseFile> open, DueBands bands) =>
        from b in BandedCase.Of(open, bands)
        group b.File by new { b.File.AssigneeId, b.File.StateKind, b.Due, b.Age } into g
        select new WorkGroup(g.Key.AssigneeId, g.Key.StateKind, (DueBand)g.Key.Due, (AgeBand)g.Key.Age, g.Count(), g.Sum(c => c.Weight), g.Min(c => c.ReceivedOn), g.Min(c => c.StateSince));

    static async Task<IReadOnlyList<BoundBy>> Bindings(IQueryable<CaseFile> open, DueBands bands)
    {
        var near = await BandedCase.Of(open.Where(c => c.NextOverdueAt <= bands.Now || c.NextDueOn <= bands.Today), bands)
            .GroupBy(b => new { b.Due, b.File.NextRule }).Select(g => new { g.Key.Due, g.Key.NextRule, Count = g.Count() }).ToListAsync();
        return [.. near.Select(n => new BoundBy((DueBand)n.Due, BindingOf(n.NextRule), n.Count))];
    }

    static async Task<IReadOnlyList<DatesOn>> Ahead(IQueryable<CaseFile> open, DueBands bands, DateOnly last)
    {
        var now = bands.Now;
        var running = await (from c in open
                             from d in c.Deadlines
                             where d.MetAt == null && d.EndedAt == null && !d.Watch && d.OverdueAt > now && d.InternalDue <= last
                             group d by new { d.InternalDue, d.Binding, d.Stops } into g
                             select new { g.Key.InternalDue, g.Key.Binding, g.Key.Stops, Count = g.Count() }).ToListAsync();
        return
        [
            .. running.Where(d => d.Stops is not [.., { To: null }]).GroupBy(d => (Day: DatesAhead.Max(d.InternalDue, bands.Today), d.Binding))
                .OrderBy(g => g.Key.Day).ThenBy(g => g.Key.Binding).Select(g => new DatesOn(g.Key.Day, g.Key.Binding, g.Sum(d => d.Count))),
        ];
    }

    /// <summary>The whole weeks before the one that a day is in.</summary>
    static async Task<IReadOnlyList<WeekFigures>> InAndOut(IQueryable<CaseFile> files, DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var first = monday.AddDays(-7 * Weeks);
        var (from, to) = (London.At(first, TimeOnly.MinValue), London.At(monday, TimeOnly.MinValue));
        var opened = Weekly(await files.Where(c => c.OpenedAt >= from && c.OpenedAt < to).Select(c => c.OpenedAt).ToListAsync());
        var closed = Weekly(await files.Where(c => c.ClosedAt >= from && c.ClosedAt < to).Select(c => c.ClosedAt!.Value).ToListAsync());
        return [.. Enumerable.Range(0, Weeks).Select(n => new WeekFigures(first.AddDays(7 * n), opened[n].Count(), closed[n].Count()))];

        ILookup<int, DateTimeOffset> Weekly(List<DateTimeOffset> moments) => moments.ToLookup(at => (London.Day(at).DayNumber - first.DayNumber) / 7);
    }

    static bool IsNear(DueBand band) => band is DueBand.Overdue or DueBand.Today;

    static Binding BindingOf(string? rule) => rule is not null && Terms.Find(rule) is { } term ? term.Binding : Binding.Target;
}
