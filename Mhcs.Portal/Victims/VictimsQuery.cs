using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Victims;

/// <summary>A statutory notice to the liaison officer that has not gone out.</summary>
/// <param name="Asked">How many of the patient's victims asked to hear of it.</param>
public sealed record NotTold(CaseReference Case, string Patient, KeyStage? Stage, string About, DateOnly? DueOn, DateTimeOffset RaisedAt, int Asked, int Victims);

/// <summary>A victim in a list: by number and patient, never by name.</summary>
public sealed record VictimRow(int Id, CaseReference? Case, string Patient, LiaisonStanding Standing, string? Officer, string? Region, DateOnly? LastInformedOn, DateOnly? NextOn, string? NextRule);

/// <summary>A patient who is flagged with a victim in the scheme, and of whose victims no record is kept.</summary>
public sealed record Flagged(string Number, string Patient, string Team);

/// <param name="Named">People of the reader's teams and whether they are named for victim liaison; empty for who may not name anybody.</param>
public sealed record VictimsPageOf(IReadOnlyList<NotTold> NotTold, IReadOnlyList<Flagged> NoRecord, IReadOnlyList<VictimRow> Victims, int Total, int Page, int Size, IReadOnlyDictionary<VictimList, int> Counts,
    IReadOnlyList<string> Officers, IReadOnlyList<string> Regions, IReadOnlyList<Team> Teams, IReadOnlyList<Person> Named, DateTimeOffset At)
{
    /// <summary>Open cases of liaison whose holder is away: they pass to no cover.</summary>
    public IReadOnlyList<LyingCase> Lying { get; init; } = [];
}

/// <summary>A case of liaison that lies with somebody who is away.</summary>
public sealed record LyingCase(CaseReference Case, string Holder, DateOnly Until);

/// <summary>The oversight of the scheme: who has not been told, who waits, what runs. Paged in the database; null for whom no such page exists.</summary>
public sealed class VictimsQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, TimeProvider clock)
{
    static readonly LegalCategory[] Restricted = [.. Enum.GetValues<LegalCategory>().Where(c => c.IsRestricted)];

    public async Task<VictimsPageOf?> For(PersonId me, VictimsFilter filter, int page, int size, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || !actor.ReadsVictims()) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var (now, teams) = (clock.GetUtcNow(), reference.Book.Teams.All.Where(t => actor.SeesAllTeams() || actor.MayReadVictimsOf(t.Code)).ToList());
        var seen = Seen(db, actor, filter, [.. teams.Select(t => t.Code)]);
        var chosen = seen.Where(v => (filter.Region == null || v.LiaisonRegion == filter.Region) && (filter.Officer == null || v.LiaisonOfficer == filter.Officer));
        var flagged = NoRecord(db, actor, filter, [.. teams.Select(t => t.Code)]);
        var wanting = flagged.Where(p => Restricted.Contains(p.Category));
        var notices = Notices(db, actor, chosen, flagged);

        Dictionary<VictimList, int> counts = new() { [VictimList.NotTold] = await notices.CountAsync(ct), [VictimList.NoRecord] = await wanting.CountAsync(ct) };
        foreach (var list in Enum.GetValues<VictimList>().Where(IsOfRecords)) counts[list] = await Of(list, chosen).CountAsync(ct);
        var total = counts[filter.List];
        var at = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var skip = (at - 1) * size;
        return new(filter.List == VictimList.NotTold ? await NotTold(db, notices, skip, size, ct) : [], filter.List == VictimList.NoRecord ? await Rows(wanting, skip, size, ct) : [],
            IsOfRecords(filter.List) ? await Rows(db, Of(filter.List, chosen), skip, size, ct) : [],
            total, at, size, counts, await Distinct(seen.Select(v => v.LiaisonOfficer), ct), await Distinct(seen.Select(v => v.LiaisonRegion), ct), teams, await Named(actor, teams, ct), now) { Lying = await Lying(db, actor, ct) };
    }

    async Task<IReadOnlyList<LyingCase>> Lying(PortalDb db, Actor actor, CancellationToken ct)
    {
        var today = London.Day(clock.GetUtcNow());
        var away = (await staff.Everyone(ct)).Values.Where(p => p.AwayOn(today) is not null).ToDictionary(p => p.Id);
        List<PersonId?> ids = [.. away.Keys];
        var rows = await db.Cases.AsNoTracking().OpenTo(actor).Where(c => c.TypeKey == VictimLiaison.Key && c.ClosedAt == null && ids.Contains(c.AssigneeId)).OrderBy(c => c.Id).Select(c => new { c.Reference, c.AssigneeId }).ToListAsync(ct);
        return [.. rows.Select(r => new LyingCase(r.Reference, away[r.AssigneeId!.Value].Name, away[r.AssigneeId.Value].AwayOn(today)!.To))];
    }

    static IQueryable<Victim> Seen(PortalDb db, Actor actor, VictimsFilter filter, string[] teams)
    {
        string[] asked = [.. teams.Where(t => filter.Team is null || t == filter.Team)], apart = [.. actor.Person.ConflictedWith];
        return db.Victims.AsNoTracking().Where(v => !apart.Contains(v.PatientNumber) && db.Patients.Any(p => p.Number == v.PatientNumber && asked.Contains(p.Team)));
    }

    static bool IsOfRecords(VictimList list) => list is not (VictimList.NotTold or VictimList.NoRecord);

    // A region and an officer are of a record, so with either of them there is nobody here.
    static IQueryable<Patient> NoRecord(PortalDb db, Actor actor, VictimsFilter filter, string[] teams)
    {
        string[] asked = filter is { Region: null, Officer: null } ? [.. teams.Where(t => filter.Team is null || t == filter.Team)] : [], apart = [.. actor.Person.ConflictedWith];
        return db.Patients.AsNoTracking().Where(p => p.VictimScheme && p.DiedOn == null && asked.Contains(p.Team) && !apart.Contains(p.Number) && !db.Victims.Any(v => v.PatientNumber == p.Number));
    }

    static IQueryable<Victim> Of(VictimList list, IQueryable<Victim> victims) => list switch
    {
        VictimList.Waiting => victims.Where(v => v.Standing == LiaisonStanding.AwaitingContact),
        VictimList.Windows => victims.Where(v => v.WindowUntil != null),
        VictimList.Referrals => victims.Where(v => v.Standing == LiaisonStanding.ToRefer),
        _ => victims,
    };

    static IQueryable<Unsent> Notices(PortalDb db, Actor actor, IQueryable<Victim> victims, IQueryable<Patient> flagged) =>
        from n in db.Notices.AsNoTracking()
        where n.SentAt == null && KeyStages.Parties.Contains(n.Party)
        join c in db.Cases.AsNoTracking().SeenBy(actor) on EF.Property<int>(n, "CaseId") equals c.Id
        where victims.Any(v => v.PatientNumber == c.PatientNumber) || flagged.Any(p => p.Number == c.PatientNumber)
        select new Unsent { Notice = n, File = c };

    static async Task<IReadOnlyList<NotTold>> NotTold(PortalDb db, IQueryable<Unsent> notices, int skip, int size, CancellationToken ct)
    {
        var rows = await notices.OrderBy(u => u.Notice.DueOn == null).ThenBy(u => u.Notice.DueOn).ThenBy(u => u.File.Id).ThenBy(u => u.Notice.Number).Skip(skip).Take(size)
            .Select(u => new { u.File.Reference, u.File.TypeKey, u.File.PatientNumber, u.File.Patient!.Surname, u.File.Patient.Forenames, u.Notice }).ToListAsync(ct);
        var numbers = rows.Select(r => r.PatientNumber!).Distinct().ToList();
        var victims = (await db.Victims.AsNoTracking().Where(v => numbers.Contains(v.PatientNumber)).ToListAsync(ct)).ToLookup(v => v.PatientNumber);
        return [.. from row in rows
                   let stage = KeyStages.Of(AllCaseTypes.Get(row.TypeKey), row.Notice)
                   select new NotTold(row.Reference, $"{row.Surname}, {row.Forenames}", stage, row.Notice.About, row.Notice.DueOn, row.Notice.RaisedAt, victims[row.PatientNumber!].Count(v => v.IsToHear(stage)), victims[row.PatientNumber!].Count())];
    }

    static async Task<IReadOnlyList<VictimRow>> Rows(PortalDb db, IQueryable<Victim> victims, int skip, int size, CancellationToken ct) =>
        await (from v in victims
               join p in db.Patients on v.PatientNumber equals p.Number
               orderby v.NextOn == null, v.NextOn, v.Id
               select new VictimRow(v.Id, v.Case, p.Surname + ", " + p.Forenames, v.Standing, v.LiaisonOfficer, v.LiaisonRegion, v.LastInformedOn, v.NextOn, v.NextRule)).Skip(skip).Take(size).ToListAsync(ct);

    static async Task<IReadOnlyList<Flagged>> Rows(IQueryable<Patient> flagged, int skip, int size, CancellationToken ct) =>
        await flagged.OrderBy(p => p.Surname).ThenBy(p => p.Forenames).ThenBy(p => p.Id).Skip(skip).Take(size).Select(p => new Flagged(p.Number, p.Surname + ", " + p.Forenames, p.Team)).ToListAsync(ct);

    static async Task<IReadOnlyList<string>> Distinct(IQueryable<string?> values, CancellationToken ct) => [.. (await values.Where(v => v != null).Distinct().OrderBy(v => v).ToListAsync(ct)).OfType<string>()];

    async Task<IReadOnlyList<Person>> Named(Actor actor, IReadOnlyList<Team> teams, CancellationToken ct)
    {
        List<Person> people = [];
        foreach (var team in teams) people.AddRange((await staff.Of(team.Code, ct)).Where(p => p.Grade < Grade.DeputyHead && actor.MayNameForVictims(p).Granted));
        return people;
    }

    sealed class Unsent
    {
        public required Notice Notice { get; init; }
        public required CaseFile File { get; init; }
    }
}
