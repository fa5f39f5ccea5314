using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Boards;

/// <summary>A case in somebody's own list.</summary>
public sealed record WorkRow(CaseReference Reference, int Version, string Patient, string What, string? Next, Due? Chip, bool HighProfile, bool Victims, bool Restricted, int Weight);

/// <summary>One's cases of one kind of urgency.</summary>
public sealed record WorkGroup(string Title, IReadOnlyList<WorkRow> Rows);

/// <summary>Somebody to tell or a paper to issue.</summary>
/// <param name="What">"Tell: victim liaison officer", "Issue: recall warrant".</param>
/// <param name="After">The step it follows from, or the day it was raised.</param>
public sealed record Errand(CaseReference Reference, int Number, bool IsPaper, string Patient, string What, string After, DateOnly? DueOn, Due? Chip)
{
    /// <summary>Whose case it is, where the reader covers them.</summary>
    public string? CoveringFor { get; init; }
}

/// <summary>What one person has before them.</summary>
/// <param name="TeamsErrands">The errands are the team's, for those who hold no cases but see to its papers.</param>
/// <param name="Takes">May take an unassigned case.</param>
public sealed record WorkInHand(DateTimeOffset At, Team? Team, Load Load, int Open, IReadOnlyList<WorkGroup> Groups, IReadOnlyList<Errand> Errands, int MoreErrands, bool TeamsErrands, IReadOnlyList<WorkRow> Unassigned, bool Takes, IReadOnlyList<TaskRow> Tasks)
{
    /// <summary>Papers among the errands, those too that are not listed.</summary>
    public int Letters { get; init; }

    /// <summary>Of <see cref="MoreErrands"/>, the papers.</summary>
    public int MorePapers { get; init; }

    /// <summary>Open cases of the people whom the reader covers today, a group each: "For N. Osierby, away until 3 December".</summary>
    public IReadOnlyList<WorkGroup> Covered { get; init; } = [];

    public int Count(string title) => Groups.FirstOrDefault(g => g.Title == title)?.Rows.Count ?? 0;
}

/// <summary>A person's own work: their cases by date, what is to be sent and issued on them, and what waits to be taken. Whoever covers somebody today has theirs beside it.</summary>
public sealed class MyWorkQuery(BoardQuery boards, TasksQuery tasks, Staff staff, Occasions occasions, IDbContextFactory<PortalDb> dbs)
{
    public const string Overdue = "Overdue", Today = "Due today", Week = "Due this week", Later = "Later", Waiting = "Waiting for others or for time", Away = "Brought forward";
    const int Most = 40, Soon = 7;

    public async Task<WorkInHand?> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on || !on.By.Person.Grade.DoesCasework) return null;
        var person = on.By.Person;
        var team = person.Team ?? on.By.Teams().FirstOrDefault();
        var seen = team is null ? [] : (await boards.Seen(me, team, ct))?.Cases ?? [];
        var bands = new DueBands(on.At);
        var held = seen.Where(c => c.Holder == me).ToList();
        List<OpenCase> mine = [.. held.Concat(await Liaison(on, ct)).OrderBy(c => c.Urgency)];
        var teams = person.Grade == Grade.CaseworkAdministrator;
        var errands = await Errands(on, team, teams, ct);
        return new(on.At, on.Book.Teams.Find(team), new Load(held.Sum(c => c.Weight), person.Capacity), mine.Count,
            [.. mine.GroupBy(c => Group(c, bands)).OrderBy(g => Array.IndexOf(Order, g.Key)).Select(g => new WorkGroup(g.Key, [.. g.Select(c => Row(c, on.At))]))],
            errands.Rows, errands.More, teams, [.. seen.Where(c => c.Holder is null).OrderBy(c => c.Urgency).Select(c => Row(c, on.At))], person.Grade.HoldsCases, await tasks.For(me, on.Today.AddDays(Soon), ct)) { Letters = errands.Letters, MorePapers = errands.MorePapers, Covered = await Covered(on, team, seen, ct) };
    }

    /// <summary>One's own cases of liaison with victims, which no board shows and no load counts.</summary>
    async Task<IReadOnlyList<OpenCase>> Liaison(Occasion on, CancellationToken ct)
    {
        if (!on.By.ReadsVictims()) return [];
        await using var db = await dbs.CreateDbContextAsync(ct);
        PersonId? me = on.By.Id;
        return await BoardReads.Rows(db.Cases.AsNoTracking().OpenTo(on.By).Where(c => c.AssigneeId == me && c.ClosedAt == null && c.TypeKey == VictimLiaison.Key)).ToListAsync(ct);
    }

    /// <summary>What those leave behind whom this person covers. Liaison with victims passes to no cover.</summary>
    async Task<IReadOnlyList<WorkGroup>> Covered(Occasion on, string? team, IReadOnlyList<OpenCase> own, CancellationToken ct)
    {
        List<WorkGroup> groups = [];
        foreach (var post in on.By.Covered)
        {
            var theirs = (post.Team is null || post.Team == team ? own : (await boards.Seen(on.By.Id, post.Team, ct))?.Cases ?? []).Where(c => c.Holder == post.Holder).OrderBy(c => c.Urgency).ToList();
            if (theirs.Count > 0) groups.Add(new(await For(post, on, ct), [.. theirs.Select(c => Row(c, on.At))]));
        }
        return groups;
    }

    async Task<string> For(Post post, Occasion on, CancellationToken ct) =>
        $"For {post.HolderName}, {((await staff.Find(post.Holder, ct))?.AwayOn(on.Today) is { } away ? $"away until {away.To:d MMMM}" : "whom you cover today")}";

    static readonly string[] Order = [Overdue, Today, Week, Later, Waiting, Away];

    static string Group(OpenCase file, DueBands bands) => file.ParkedUntil is not null ? Away : bands.Of(file.DueOn, file.OverdueAt) switch
    {
        DueBand.Overdue => Overdue,
        DueBand.Today => Today,
        DueBand.Week => Week,
        // A case that waits has a date of ours only when we must look again; it comes up by itself when that is near.
        _ => AllCaseTypes.Get(file.TypeKey).State(file.StateCode).Kind == StateKind.Waiting ? Waiting : Later,
    };

    static WorkRow Row(OpenCase file, DateTimeOffset now) => new(file.Reference, file.Version, file.Patient, $"{file.Type} · {file.State}", file.DueName, Due.Next(file.DueOn, file.OverdueAt, now),
        file.HighProfile, file.Victims, file.Restricted, file.Weight);

    /// <summary>Unsent notices and unissued papers: on one's own cases and those one covers, also those closed since; or, for the team's administrators, those of the team that are due.</summary>
    async Task<(IReadOnlyList<Errand> Rows, int More, int MorePapers, int Letters)> Errands(Occasion on, string? team, bool teams, CancellationToken ct)
    {
        if (team is null) return ([], 0, 0, 0);
        await using var db = await dbs.CreateDbContextAsync(ct);
        PersonId? me = on.By.Id;
        var covered = on.By.Covered.ToDictionary(p => p.Holder, p => p.HolderName);
        List<PersonId?> others = [.. covered.Keys];
        var files = teams ? db.Cases.AsNoTracking().SeenBy(on.By).Where(c => c.Team == team || others.Contains(c.AssigneeId))
            : db.Cases.AsNoTracking().OpenTo(on.By).Where(c => c.AssigneeId == me || (others.Contains(c.AssigneeId) && c.TypeKey != VictimLiaison.Key));
        // A stopped case still tells of the death itself; nothing else on it waits.
        var (going, stop, ppud) = (files.NotStoppedByDeath(), AfterDeath.Stop.Label, Parties.Ppud.Key);
        var horizon = on.Today.AddDays(Soon);
        var notices = from n in db.Notices.AsNoTracking()
                      where n.SentAt == null && (!teams || n.DueOn == null || n.DueOn <= horizon)
                      join c in files on EF.Property<int>(n, "CaseId") equals c.Id
                      where n.About == stop || n.Party == ppud || going.Any(g => g.Id == c.Id)
                      orderby n.DueOn == null, n.DueOn, n.RaisedAt
                      select new { c.Reference, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames, n.Number, n.Party, n.Label, n.About, n.DueOn, c.AssigneeId };
        var papers = from p in db.CasePapers.AsNoTracking()
                     where p.IssuedAt == null
                     join c in going on EF.Property<int>(p, "CaseId") equals c.Id
                     orderby p.RaisedAt
                     select new { c.Reference, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames, p.Number, p.Label, p.RaisedAt, c.AssigneeId };
        var (told, issued) = (await notices.Take(Most).ToListAsync(ct), await papers.Take(Most).ToListAsync(ct));
        var (tell, issue) = (told.Count < Most ? told.Count : await notices.CountAsync(ct), issued.Count < Most ? issued.Count : await papers.CountAsync(ct));
        List<Errand> rows = [.. told.Select(n => Errand(n.Reference, n.Number, false, n.Patient, n.Party == ppud ? "Update PPUD" : $"Tell: {Lower(n.Label)}", n.About == "Opened" ? "When it was opened" : $"After “{n.About}”", n.DueOn, on.At) with { CoveringFor = Of(n.AssigneeId) })
            .Concat(issued.Select(p => Errand(p.Reference, p.Number, true, p.Patient, $"Issue: {Lower(p.Label)}", $"Since {London.Words(London.Day(p.RaisedAt))}", null, on.At) with { CoveringFor = Of(p.AssigneeId) }))
            .OrderBy(e => e.DueOn ?? DateOnly.MaxValue).Take(Most)];
        return (rows, tell + issue - rows.Count, issue - rows.Count(r => r.IsPaper), issue);

        string? Of(PersonId? holder) => holder is { } id ? covered.GetValueOrDefault(id) : null;
    }

    static Errand Errand(CaseReference reference, int number, bool paper, string patient, string what, string after, DateOnly? due, DateTimeOffset now) =>
        new(reference, number, paper, patient, what, after, due, due is { } day ? Due.Of(day, London.At(day.AddDays(1), TimeOnly.MinValue), now) : null);

    static string Lower(string label) => label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;
}
