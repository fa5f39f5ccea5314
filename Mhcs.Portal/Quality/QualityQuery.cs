using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Quality;

/// <summary>What the list of assessments is narrowed to.</summary>
public sealed record QualityFilter
{
    public string? Team { get; init; }
    /// <summary>Only those still to assess.</summary>
    public bool ToDo { get; init; }
    /// <summary>Assessed in the 90 days up to today.</summary>
    public bool Recent { get; init; }
    /// <summary>Key of a criterion that was scored.</summary>
    public string? Criterion { get; init; }
    public QualityResult? Result { get; init; }
    /// <summary>Number of the caseworker.</summary>
    public int? Person { get; init; }

    public string Href => QueryHelpers.AddQueryString("/quality", new Dictionary<string, string?>
    {
        ["team"] = Team, ["show"] = ToDo ? "todo" : null, ["days"] = Recent ? "90" : null, ["criterion"] = Criterion, ["result"] = Result?.ToString().ToLowerInvariant(), ["person"] = Person?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    });
}

public sealed record AssessmentRow(Assessment Assessment, string Caseworker, string? Assessor, bool Mine, string? WhyNot);

public sealed record SampleRow(int Id, string Team, string DrawnBy, DateTimeOffset DrawnAt, DateOnly From, DateOnly To, long Seed, int Frame, int Drawn, int Done);

public sealed record QualityPageOf(IReadOnlyList<AssessmentRow> Rows, int Total, int Page, int Size, IReadOnlyList<SampleRow> Samples, Criteria Criteria, IReadOnlyList<Team> DrawsFor, DateTimeOffset At);

/// <summary>An assessment of one's own work, or a reply to one that was given.</summary>
/// <param name="From">Whoever assessed, or replied.</param>
public sealed record AssessmentNews(Assessment Assessment, string From, DateTimeOffset At);

/// <summary>One assessment with all that a reader of it may do.</summary>
public sealed record AssessmentView(Assessment Assessment, Criteria Criteria, string DecidedBy, string Caseworker, string? Assessor, string? WhyNot, bool MayReply, DateTimeOffset At);

/// <summary>Reads samples and assessments. Line managers read their team's; everybody reads what is about their own work.</summary>
public sealed class QualityQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, SensitiveReads reads, TimeProvider clock)
{
    /// <summary>Days that scores are shown over.</summary>
    public const int Days = 90;

    /// <summary>Days for which somebody is told of an assessment or a reply in their own work (design figure).</summary>
    const int Recent = 14;

    public async Task<QualityPageOf?> For(PersonId me, QualityFilter filter, int page = 1, int size = 25, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || (actor.Teams().Length == 0 && !actor.SeesAllTeams())) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var rows = Narrowed(Seen(db, actor), filter, now);
        var total = await rows.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var shown = await rows.OrderBy(a => a.AssessedAt != null).ThenBy(a => a.AssessedAt == null && (a.DecidedBy == me || a.Caseworker == me)).ThenByDescending(a => a.AssessedAt).ThenBy(a => a.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        var people = await staff.Everyone(ct);
        return new([.. shown.Select(a => new AssessmentRow(a, Name(people, a.Caseworker)!, Name(people, a.Assessor), a.Caseworker == me || a.DecidedBy == me, a.IsDone ? null : a.WhyNot(actor)))],
            total, page, size, await Samples(db, actor, filter.Team, people, ct), reference.Criteria.On(London.Day(now)), [.. reference.Book.Teams.All.Where(t => Draws(actor, t.Code))], now);
    }

    public async Task<AssessmentView?> One(PersonId me, int id, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await Seen(db, actor).FirstOrDefaultAsync(a => a.Id == id, ct) is not { } assessment) return null;
        await reads.Of(assessment, await db.Cases.Where(c => c.Reference == assessment.Reference).Select(c => c.PatientNumber).FirstOrDefaultAsync(ct), me, ct);
        var people = await staff.Everyone(ct);
        var now = clock.GetUtcNow();
        return new(assessment, assessment.CriteriaVersion is { } version ? reference.Criteria.Version(version) : reference.Criteria.On(London.Day(now)),
            Name(people, assessment.DecidedBy)!, Name(people, assessment.Caseworker)!, Name(people, assessment.Assessor), assessment.WhyNot(actor),
            assessment is { IsDone: true, Reply: null } && (assessment.Caseworker == me || assessment.DecidedBy == me), now);
    }

    /// <summary>What lately came to somebody: assessments of their work that they may reply to, and replies to those they gave. Newest first.</summary>
    public async Task<IReadOnlyList<AssessmentNews>> News(PersonId me, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor) return [];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var since = clock.GetUtcNow().AddDays(-Recent);
        var lately = await Seen(db, actor).Where(a => (a.AssessedAt >= since && a.Reply == null && (a.Caseworker == me || a.DecidedBy == me)) || (a.RepliedAt >= since && a.Assessor == me)).ToListAsync(ct);
        var people = await staff.Everyone(ct);
        return [.. lately.Select(a => a.Assessor == me ? new AssessmentNews(a, Name(people, a.Caseworker)!, a.RepliedAt!.Value) : new(a, Name(people, a.Assessor)!, a.AssessedAt!.Value)).OrderByDescending(n => n.At)];
    }

    static IQueryable<Assessment> Seen(PortalDb db, Actor actor)
    {
        var seen = db.Assessments.AsNoTracking().Where(a => db.Cases.SeenBy(actor).Any(c => c.Reference == a.Reference));
        if (actor.SeesAllTeams()) return seen;
        var led = actor.Posts.Where(p => p.Grade.LeadsPeople).Select(p => p.Team).OfType<string>().Distinct().ToArray();
        var me = actor.Id;
        return seen.Where(a => led.Contains(a.Team) || (a.AssessedAt != null && (a.Caseworker == me || a.DecidedBy == me)));
    }

    static IQueryable<Assessment> Narrowed(IQueryable<Assessment> rows, QualityFilter filter, DateTimeOffset now)
    {
        if (filter.Team is { } team) rows = rows.Where(a => a.Team == team);
        if (filter.ToDo) rows = rows.Where(a => a.AssessedAt == null);
        if (filter.Recent || filter.Criterion is not null)
        {
            var since = Since(now);
            rows = rows.Where(a => a.AssessedAt > since && a.AssessedAt <= now);
        }
        if (filter.Criterion is { } criterion)
        {
            // A mark as it is kept: one without a score has none in its text.
            var scored = $"{{\"criterion\":\"{criterion}\",\"score\":";
            rows = rows.Where(a => ((string)(object)a.Marks).Contains(scored));
        }
        if (filter.Result is { } result) rows = rows.Where(a => a.Result == result);
        if (filter.Person is { } person)
        {
            var caseworker = new PersonId(person);
            rows = rows.Where(a => a.Caseworker == caseworker);
        }
        return rows;
    }

    /// <summary>The last moment before the 90 days that end with the day of a moment.</summary>
    public static DateTimeOffset Since(DateTimeOffset now) => London.At(London.Day(now).AddDays(1 - Days), TimeOnly.MinValue).AddTicks(-1);

    static async Task<IReadOnlyList<SampleRow>> Samples(PortalDb db, Actor actor, string? team, IReadOnlyDictionary<PersonId, Person> people, CancellationToken ct)
    {
        var teams = actor.SeesAllTeams() ? null : actor.Posts.Where(p => p.Grade.LeadsPeople).Select(p => p.Team).OfType<string>().Distinct().ToArray();
        var samples = await db.QualitySamples.AsNoTracking().Where(s => (teams == null || teams.Contains(s.Team)) && (team == null || s.Team == team)).OrderByDescending(s => s.DrawnAt).ThenByDescending(s => s.Id).Take(10)
            .Select(s => new { Sample = s, Drawn = s.Assessments.Count, Done = s.Assessments.Count(a => a.AssessedAt != null) }).ToListAsync(ct);
        return [.. samples.Select(s => new SampleRow(s.Sample.Id, s.Sample.Team, Name(people, s.Sample.DrawnBy)!, s.Sample.DrawnAt, s.Sample.From, s.Sample.To, s.Sample.Seed, s.Sample.Frame.Count, s.Drawn, s.Done))];
    }

    static bool Draws(Actor actor, string team) => actor.Posts.Any(p => p.Grade.AssessesQuality && (p.Grade == Grade.HeadOfSection || p.Team == team));

    static string? Name(IReadOnlyDictionary<PersonId, Person> people, PersonId? id) => id is { } known ? people.GetValueOrDefault(known)?.Name ?? "Somebody who left" : null;
}
