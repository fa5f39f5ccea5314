using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Dashboards;
using Mhcs.Portal.Data;
using Mhcs.Portal.Diary;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Boards;

/// <summary>A case whose date would be missed soon.</summary>
public sealed record ComingRow(CaseReference Reference, string Patient, string? Name, Due Chip, string? Owner);

/// <summary>A case on which something happened, with what it was, newest first.</summary>
public sealed record ChangedRow(CaseReference Reference, string Patient, IReadOnlyList<string> What, DateTimeOffset At);

/// <summary>Somebody whom the reader covers today, and how their cases stand.</summary>
public sealed record CoveredRow(PersonId Id, string Name, int Overdue, int Today);

/// <summary>Somebody who is away and whom nobody covers, and how many cases lie there.</summary>
public sealed record UncoveredRow(PersonId Id, string Name, string Team, DateOnly Until, int Cases);

/// <summary>How somebody's day begins: their own work, or the team's for those who lead it.</summary>
/// <param name="Leads">The figures are the team's.</param>
/// <param name="Since">The reader's last working day: what changed is told from its beginning.</param>
/// <param name="Until">The last of the working days that are looked ahead to.</param>
/// <param name="Whose">What the figures count, as a list of cases is narrowed to it.</param>
public sealed record Morning(Occasion On, Team? Team, bool Leads, DateOnly Since, DateOnly Until, CaseFilter Whose, int Overdue, int DueToday, int Decisions, IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<DiaryItem> Today, IReadOnlyList<ComingRow> Coming, IReadOnlyList<ChangedRow> Changed, IReadOnlyList<CoveredRow> Covered)
{
    /// <summary>Cases on which something happened, those too that are not listed.</summary>
    public int ChangedInAll { get; init; }

    /// <summary>Early warnings of the team, for those who lead it.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Those of the team who are away today with nobody covering; empty for who leads nobody.</summary>
    public IReadOnlyList<UncoveredRow> Uncovered { get; init; } = [];
}

/// <summary>Reads the morning page: every figure is the length of a list that can be opened.</summary>
public sealed class MorningQuery(BoardQuery boards, TasksQuery tasks, DiaryEntries diary, DecisionsQuery decisions, TeamFiguresQuery figures, Staff staff, Occasions occasions, IDbContextFactory<PortalDb> dbs)
{
    /// <summary>Working days that are looked ahead to.</summary>
    public const int Ahead = 5;

    /// <summary>Changed cases that are told, and entries of the trail that are looked at for them; all are counted.</summary>
    const int MostCases = 100, Most = 2000;

    public async Task<Morning?> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on || !on.By.Person.Grade.DoesCasework) return null;
        var (person, days, bands) = (on.By.Person, on.Days.EnglandAndWales, new DueBands(on.At));
        var teams = on.Book.Teams.All.Where(t => on.By.SeesTeam(t.Code)).ToList();
        var team = on.Book.Teams.Find(person.Team);
        var leads = person.Grade >= Grade.DeputyHead;
        List<OpenCase> seen = [];
        foreach (var each in teams) seen.AddRange((await boards.Seen(me, each.Code, ct))?.Cases ?? []);

        var covered = on.By.Covered.ToList();
        PersonId[] whose = [me, .. covered.Select(c => c.Holder)];
        var scope = leads ? seen.Where(c => team is null || c.Team == team.Code).ToList() : [.. seen.Where(c => c.Holder == me)];
        var (since, until) = (days.AddWorkingDays(on.Today, -1, day => person.AwayOn(day) is not null), days.AddWorkingDays(on.Today, Ahead));
        var end = London.At(until.AddDays(1), TimeOnly.MinValue);
        var everyone = await staff.Everyone(ct);
        // Whoever covers is shown what comes and what changed for the others too.
        var watched = leads ? scope : [.. seen.Where(c => c.Holder is { } holder && whose.Contains(holder))];

        List<DiaryItem> today = [];
        foreach (var each in team is null ? teams : [team]) today.AddRange(await diary.Between(on.Today, on.Today, each.Code, leads ? null : whose, on, ct));

        var (changed, inAll) = await Changes(leads ? null : whose, team, since, on, everyone, ct);
        return new(on, team, leads, since, until, leads ? new() { Team = team?.Code } : new() { Owner = $"{me}" },
            scope.Count(c => bands.Of(c.DueOn, c.OverdueAt) == DueBand.Overdue), scope.Count(c => bands.Of(c.DueOn, c.OverdueAt) == DueBand.Today), await decisions.Count(me, ct),
            await tasks.For(me, on.Today, ct), [.. today.Where(i => i.OverdueAt is null)],
            [.. watched.Where(c => c.OverdueAt > on.At && c.OverdueAt <= end).OrderBy(c => c.OverdueAt).Select(c => new ComingRow(c.Reference, c.Patient, c.DueName, Due.Next(c.DueOn, c.OverdueAt, on.At)!, leads || c.Holder != me ? c.Holder is { } h ? everyone.GetValueOrDefault(h)?.Name : "Unassigned" : null))],
            changed,
            [.. covered.Select(p => new CoveredRow(p.Holder, p.HolderName, seen.Count(c => c.Holder == p.Holder && bands.Of(c.DueOn, c.OverdueAt) == DueBand.Overdue), seen.Count(c => c.Holder == p.Holder && bands.Of(c.DueOn, c.OverdueAt) == DueBand.Today)))])
        {
            ChangedInAll = inAll, Warnings = leads && team is not null ? (await figures.For(me, team.Code, ct: ct))?.Warnings ?? [] : [],
            Uncovered = person.Grade.LeadsPeople ? await Uncovered(team is null ? teams : [team], seen, on.Today, ct) : [],
        };
    }

    async Task<IReadOnlyList<UncoveredRow>> Uncovered(IReadOnlyList<Team> teams, List<OpenCase> seen, DateOnly today, CancellationToken ct)
    {
        List<UncoveredRow> rows = [];
        foreach (var team in teams) rows.AddRange((await staff.Uncovered(team.Code, ct)).Select(p => new UncoveredRow(p.Id, p.Name, team.Code, p.AwayOn(today)!.To, seen.Count(c => c.Holder == p.Id))));
        return rows;
    }

    /// <summary>What others, and time, did since a day to cases that are open, or were closed since: the newest of them told, all of them counted.</summary>
    /// <param name="whose">Whose cases; null: the team's, or everybody's.</param>
    async Task<(IReadOnlyList<ChangedRow> Rows, int InAll)> Changes(PersonId[]? whose, Team? team, DateOnly since, Occasion on, IReadOnlyDictionary<PersonId, Person> people, CancellationToken ct)
    {
        var (from, me, all, code) = (London.At(since, TimeOnly.MinValue), on.By.Id, whose is null, team?.Code);
        List<PersonId?> holders = [.. (whose ?? []).Select(id => (PersonId?)id)];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var files = db.Cases.AsNoTracking().SeenBy(on.By).Where(c => (c.ClosedAt == null || c.ClosedAt >= from) && (all ? code == null || c.Team == code : holders.Contains(c.AssigneeId)));
        var news = db.Trail.AsNoTracking().Where(e => MorningWords.Kinds.Contains(e.Kind) && e.At >= from && e.By != me && files.Any(c => c.Id == e.CaseId));
        var ids = await news.GroupBy(e => e.CaseId).Select(g => new { g.Key, Newest = g.Max(e => e.Seq) }).OrderByDescending(g => g.Newest).Select(g => g.Key).Take(MostCases).ToListAsync(ct);
        var inAll = ids.Count < MostCases ? ids.Count : await news.Select(e => e.CaseId).Distinct().CountAsync(ct);
        var entries = await news.Where(e => ids.Contains(e.CaseId)).OrderByDescending(e => e.Seq).Take(Most).Select(e => new { e.CaseId, e.At, e.Kind, e.Data }).ToListAsync(ct);
        var named = await files.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Reference, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).ToDictionaryAsync(c => c.Id, ct);
        return
        ([
            .. from entry in entries
               group entry by entry.CaseId!.Value into g
               let file = named[g.Key]
               let words = g.Select(e => MorningWords.Of(EventJson.Read(e.Kind, e.Data)!, people)).OfType<string>().Distinct().ToList()
               where words.Count > 0
               select new ChangedRow(file.Reference, file.Patient, words, g.Max(e => e.At)),
        ], inAll);
    }
}
