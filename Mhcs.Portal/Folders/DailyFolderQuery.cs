using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Diary;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Folders;

/// <summary>The daily folder of a deputy head and above, under their own post or one they cover: of the teams in which they decide.</summary>
public sealed class DailyFolderQuery(IDbContextFactory<PortalDb> dbs, Occasions occasions, DecisionsQuery decisions, DiaryEntries diary)
{
    /// <summary>Urgent cases and missed dates that are listed; more than these nobody reads in a folder, so the rest is counted and linked.</summary>
    public const int Most = 40;
    /// <summary>Incidents that are listed: all of them, on any night that is not a catastrophe.</summary>
    public const int MostIncidents = 200;
    static readonly TimeOnly Closing = new(17, 0);

    // Kinds of case that begin with an incident.
    static readonly string[] Incidents = [Recall.Type.Key, UnauthorisedAbsence.Type.Key, Death.Type.Key];

    // What takes somebody's time today. Dates and tasks stand among the urgent cases.
    static readonly DiaryKind[] Appointments = [DiaryKind.Hearing, DiaryKind.Meeting, DiaryKind.Engagement, DiaryKind.Leave, DiaryKind.Absence];

    /// <summary>Null for somebody who holds no post of that grade today.</summary>
    public async Task<DailyFolder?> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        var posts = on.By.Posts.Where(p => p.Grade >= Grade.DeputyHead).ToList();
        if (posts.Count == 0) return null;
        var all = posts.Exists(p => p.Grade == Grade.HeadOfSection);
        var teams = posts.Select(p => p.Team).OfType<string>().Distinct().ToList();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var seen = db.Cases.AsNoTracking().SeenBy(on.By).Where(c => all || teams.Contains(c.Team));

        var tonight = London.At(on.Today.AddDays(1), TimeOnly.MinValue);
        var urgent = seen.Where(c => c.ClosedAt == null && (c.NextDueOn <= on.Today || c.NextOverdueAt <= tonight));
        var waiting = (await decisions.For(me, ct))?.Rows ?? [];
        var since = London.At(on.Days.EnglandAndWales.OnOrBefore(on.Today.AddDays(-1)), Closing);
        var (incidents, inAll) = await Incident(db, seen, since, ct);
        var (missed, missedInAll) = await Missed(db, seen, since, ct);
        return new(on, since,
            await Today(all ? [.. on.Book.Teams.All.Select(t => t.Code)] : teams, on, ct),
            [.. waiting.Where(row => row.Decisions.Count > 0)],
            await urgent.OrderByDescending(c => c.Patient!.HighProfile).ThenBy(c => c.NextDueOn).ThenBy(c => c.Id).Include(c => c.Patient).Take(Most).ToListAsync(ct), await urgent.CountAsync(ct),
            incidents, ToSign(waiting, on)) { OvernightInAll = inAll, Missed = missed, MissedInAll = missedInAll };
    }

    async Task<IReadOnlyList<DiaryItem>> Today(IReadOnlyList<string> teams, Occasion on, CancellationToken ct)
    {
        List<DiaryItem> items = [];
        foreach (var team in teams) items.AddRange(await diary.Between(on.Today, on.Today, team, null, on, ct));
        // What is the section's stands in every team's diary.
        return DiaryEntries.InOrder(items.Where(i => Appointments.Contains(i.Kind) && !i.IsCancelled).DistinctBy(i => i.Key));
    }

    /// <summary>Apart from what was missed, or a weekend of missed dates would push an abscond of Friday off the page.</summary>
    static async Task<(IReadOnlyList<OvernightRow>, int)> Incident(PortalDb db, IQueryable<CaseFile> seen, DateTimeOffset since, CancellationToken ct)
    {
        var begun = seen.Where(c => c.OpenedAt >= since && Incidents.Contains(c.TypeKey));
        var suspended = Entries(db, seen, nameof(PatientChanged), since).Where(e => e.Data.Contains("leaveSuspended"));
        var opened = await begun.OrderByDescending(c => c.OpenedAt).Take(MostIncidents).Include(c => c.Patient).ToListAsync(ct);
        var stopped = (await suspended.OrderByDescending(e => e.Seq).Take(MostIncidents).ToListAsync(ct)).Where(e => e.Event is PatientChanged { Change: LeaveSuspended });
        List<OvernightRow> rows = [.. opened.Select(c => new OvernightRow(c, c.OpenedAt, $"{c.Type.Label} opened")).Concat(await Told(seen, stopped, _ => "Leave suspended", ct)).OrderByDescending(r => r.At)];
        return ([.. rows.Take(MostIncidents)], rows.Count < MostIncidents ? rows.Count : await begun.CountAsync(ct) + await suspended.CountAsync(ct));
    }

    static async Task<(IReadOnlyList<OvernightRow>, int)> Missed(PortalDb db, IQueryable<CaseFile> seen, DateTimeOffset since, CancellationToken ct)
    {
        var missed = Entries(db, seen, nameof(DeadlineMissed), since);
        return (await Told(seen, await missed.OrderByDescending(e => e.Seq).Take(Most).ToListAsync(ct), e => $"Date missed: {((DeadlineMissed)e).Name}", ct), await missed.CountAsync(ct));
    }

    static IQueryable<TrailEntry> Entries(PortalDb db, IQueryable<CaseFile> seen, string kind, DateTimeOffset since) =>
        db.Trail.AsNoTracking().Where(e => e.Kind == kind && e.At >= since && seen.Any(c => c.Id == e.CaseId));

    static async Task<IReadOnlyList<OvernightRow>> Told(IQueryable<CaseFile> seen, IEnumerable<TrailEntry> entries, Func<CaseEvent, string> words, CancellationToken ct)
    {
        var told = entries.ToList();
        var ids = told.Select(e => e.CaseId).ToHashSet();
        var files = await seen.Where(c => ids.Contains(c.Id)).Include(c => c.Patient).ToDictionaryAsync(c => c.Id, ct);
        return [.. told.Select(e => new OvernightRow(files[e.CaseId!.Value], e.At, words(e.Event!)))];
    }

    static IReadOnlyList<ToSignRow> ToSign(IEnumerable<DecisionRow> waiting, Occasion on) =>
        [.. waiting.SelectMany(row => row.ToSign.Select(paper => new ToSignRow(row.File, paper, [.. Papers.Get(paper.Paper).PreFlight(row.File, on).Select(l => l.Problem).OfType<string>()]))).OrderBy(row => row.Raised.RaisedAt)];
}
