using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Engagement;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Engagement;

/// <summary>Which part of the contact log is shown.</summary>
public enum ContactView { All, ToFollowUp, Challenges, Judges }

/// <param name="MayAnswer">This person may record what came of it.</param>
public sealed record ContactRow(Contact Contact, string By, string? AnsweredBy, bool MayAnswer);

public sealed record ContactPageOf(IReadOnlyList<ContactRow> Rows, int Total, int Page, int Size, IReadOnlyDictionary<ContactView, int> Counts, DateTimeOffset At);

public sealed record TeamEventRow(TeamEvent Event, string Organiser);

public sealed record TeamEventPageOf(IReadOnlyList<TeamEventRow> Rows, int Total, int Page, int Size, int Ahead, int Past, DateTimeOffset At);

public sealed record TeamEventView(TeamEvent Event, string Organiser, bool MayRun, DateTimeOffset At);

/// <summary>The contact log of one's teams, and the section's visits, open days and training.</summary>
public sealed class EngagementQuery(IDbContextFactory<PortalDb> dbs, Staff staff, SensitiveReads reads, TimeProvider clock)
{
    /// <param name="entry">Only those with this entry of the directory.</param>
    public async Task<ContactPageOf?> Contacts(PersonId me, ContactView view, int page = 1, int size = 25, int? entry = null, CancellationToken ct = default)
    {
        if (await Caseworker(me, ct) is not { } actor) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var all = db.Contacts.AsNoTracking().SeenBy(actor, db);
        if (entry is not null) all = all.Where(c => db.Directory.Any(e => e.Id == c.EntryId && (e.Id == entry || e.MergedInto == entry)));
        var counts = await all.GroupBy(c => new { c.Kind, c.IsOpen }).Select(g => new { g.Key.Kind, g.Key.IsOpen, Count = g.Count() }).ToListAsync(ct);
        var shown = view switch
        {
            ContactView.ToFollowUp => all.Where(c => c.IsOpen),
            ContactView.Challenges => all.Where(c => c.Kind == ContactKind.Challenge),
            ContactView.Judges => all.Where(c => c.Kind == ContactKind.Judge),
            _ => all,
        };
        var by = new Dictionary<ContactView, int>
        {
            [ContactView.All] = counts.Sum(c => c.Count), [ContactView.ToFollowUp] = counts.Where(c => c.IsOpen).Sum(c => c.Count),
            [ContactView.Challenges] = counts.Where(c => c.Kind == ContactKind.Challenge).Sum(c => c.Count), [ContactView.Judges] = counts.Where(c => c.Kind == ContactKind.Judge).Sum(c => c.Count),
        };
        var (total, rows) = (by[view], Math.Clamp(size, 1, CaseListQuery.MostOnAPage));
        page = Math.Clamp(page, 1, Math.Max(1, (total + rows - 1) / rows));
        var found = await (view == ContactView.ToFollowUp ? shown.OrderBy(c => c.FollowUpOn ?? c.On).ThenBy(c => c.Id) : shown.OrderByDescending(c => c.On).ThenByDescending(c => c.Id)).Skip((page - 1) * rows).Take(rows).ToListAsync(ct);
        await Record(db, found, me, ct);
        var people = await staff.Everyone(ct);
        return new([.. found.Select(c => Row(c, people, actor))], total, page, rows, by, clock.GetUtcNow());
    }

    public async Task<TeamEventPageOf?> Events(PersonId me, bool past, int page = 1, int size = 25, int? entry = null, CancellationToken ct = default)
    {
        if (await Caseworker(me, ct) is null) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var (all, now) = (db.TeamEvents.AsNoTracking(), clock.GetUtcNow());
        if (entry is not null) all = all.Where(e => db.Directory.Any(d => d.Id == e.EntryId && (d.Id == entry || d.MergedInto == entry)));
        var today = London.Day(now);
        var (ahead, gone) = (await all.CountAsync(e => e.On >= today, ct), await all.CountAsync(e => e.On < today, ct));
        var (total, rows) = (past ? gone : ahead, Math.Clamp(size, 1, CaseListQuery.MostOnAPage));
        page = Math.Clamp(page, 1, Math.Max(1, (total + rows - 1) / rows));
        var found = await (past ? all.Where(e => e.On < today).OrderByDescending(e => e.On).ThenBy(e => e.Id) : all.Where(e => e.On >= today).OrderBy(e => e.On).ThenBy(e => e.Id)).Skip((page - 1) * rows).Take(rows).ToListAsync(ct);
        var people = await staff.Everyone(ct);
        return new([.. found.Select(e => new TeamEventRow(e, Name(people, e.OrganisedBy)))], total, page, rows, ahead, gone, now);
    }

    /// <summary>A line of the log; null where there is none for this person.</summary>
    public async Task<ContactRow?> Contact(PersonId me, int id, CancellationToken ct = default)
    {
        if (await Caseworker(me, ct) is not { } actor) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Contacts.AsNoTracking().SeenBy(actor, db).FirstOrDefaultAsync(c => c.Id == id, ct) is not { } contact) return null;
        await Record(db, [contact], me, ct);
        return Row(contact, await staff.Everyone(ct), actor);
    }

    /// <summary>What was said about a restricted case is part of it: whoever reads it is on the trail first.</summary>
    async Task Record(PortalDb db, IReadOnlyList<Contact> shown, PersonId me, CancellationToken ct)
    {
        var about = shown.Select(c => c.Reference).OfType<CaseReference>().Distinct().ToList();
        if (about.Count == 0) return;
        foreach (var file in await db.Cases.Where(c => c.Restricted && about.Contains(c.Reference)).Select(c => new { c.Reference, c.Team, c.PatientNumber }).ToListAsync(ct))
            await reads.OfPart(file.Reference, file.Team, file.PatientNumber, "contact log", me, ct);
    }

    public async Task<TeamEventView?> Event(PersonId me, int id, CancellationToken ct = default)
    {
        if (await Caseworker(me, ct) is not { } actor) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.TeamEvents.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct) is { } held ? new(held, Name(await staff.Everyone(ct), held.OrganisedBy), held.MayRun(actor), clock.GetUtcNow()) : null;
    }

    async Task<Actor?> Caseworker(PersonId me, CancellationToken ct) => await staff.Actor(me, ct) is { } actor && actor.Posts.Any(p => p.Grade.DoesCasework) ? actor : null;

    static ContactRow Row(Contact contact, IReadOnlyDictionary<PersonId, Person> people, Actor actor) =>
        new(contact, Name(people, contact.By), contact.AnsweredBy is { } who ? Name(people, who) : null, contact.IsOpen && contact.MayAnswer(actor));

    static string Name(IReadOnlyDictionary<PersonId, Person> people, PersonId id) => people.GetValueOrDefault(id)?.Name ?? "Somebody who has left";
}

static class EngagementSight
{
    /// <summary>The log of one's teams and of the section; what is about a case, only where one sees the case.</summary>
    public static IQueryable<Contact> SeenBy(this IQueryable<Contact> contacts, Actor actor, PortalDb db)
    {
        var (all, teams) = (actor.SeesAllTeams(), actor.Teams());
        if (all && !actor.Person.ConflictedWith.Any()) return contacts;
        var cases = db.Cases.SeenBy(actor);
        return contacts.Where(c => (all || c.Team == null || teams.Contains(c.Team)) && (c.Reference == null || cases.Any(f => f.Reference == c.Reference)));
    }
}
