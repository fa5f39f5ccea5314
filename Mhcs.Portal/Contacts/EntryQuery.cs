using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Contacts;

/// <summary>One of our patients who is at a place.</summary>
public sealed record PatientThere(string Number, string Name, string? Ward, LegalCategory Category, int OpenCases);

/// <param name="Recent">Received within the last <see cref="EntryQuery.RecentDays"/> days, open or not.</param>
public sealed record CasesThere(string Type, int Open, int Recent);

/// <summary>An entry of the directory with what this person may see of it.</summary>
/// <param name="Into">What it became part of.</param>
/// <param name="Parts">Entries that became part of it.</param>
public sealed record EntryView(DirectoryEntry Entry, EntryRow? Into, IReadOnlyList<EntryRow> Parts, IReadOnlyList<PatientThere> Patients, int Total, int Page, IReadOnlyList<CasesThere> Cases,
    IReadOnlyDictionary<PersonId, Person> People, bool MayChange, bool MayEnd, DateTimeOffset At)
{
    public DateOnly Today => London.Day(At);
    public string Who(PersonId id) => People.GetValueOrDefault(id)?.Name ?? "Somebody who has left";
}

public sealed class EntryQuery(IDbContextFactory<PortalDb> dbs, Staff staff, TimeProvider clock)
{
    public const int RecentDays = 90, PatientsOnAPage = 25;

    /// <summary>Null where there is no such entry.</summary>
    public async Task<EntryView?> For(PersonId me, int id, int page = 1, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || !actor.Posts.Any(p => p.Grade.DoesCasework)) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Directory.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id, ct) is not { } entry) return null;
        var into = entry.MergedInto is { } kept ? (await Rows(db.Directory.Where(e => e.Id == kept), ct)).FirstOrDefault() : null;
        var parts = await Rows(db.Directory.Where(e => e.MergedInto == id), ct);
        var view = new EntryView(entry, into, parts, [], 0, 1, [], await staff.Everyone(ct), DirectoryEntry.MayChange(actor), DirectoryEntry.MayEnd(actor), clock.GetUtcNow());
        return entry.Kind.IsNamedByCases ? await WithPatients(view, db, actor, page, ct) : view;
    }

    /// <summary>Records keep the name they were written with, so all of them are looked for.</summary>
    static async Task<EntryView> WithPatients(EntryView view, PortalDb db, Actor actor, int page, CancellationToken ct)
    {
        var (entry, since) = (view.Entry, view.Today.AddDays(-RecentDays));
        List<string> names = [entry.Name, .. entry.FormerNames];
        var there = db.Patients.AsNoTracking().SeenBy(actor);
        there = entry.Kind == EntryKind.Hospital ? there.Where(p => names.Contains(p.Hospital!)) : there.Where(p => p.Hospital == null && names.Contains(p.Residence!));
        var numbers = there.Select(p => p.Number);
        var cases = db.Cases.AsNoTracking().SeenBy(actor).Where(c => numbers.Contains(c.PatientNumber));
        var open = cases.Where(c => c.ClosedAt == null);
        var total = await there.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PatientsOnAPage - 1) / PatientsOnAPage));
        var rows = await there.OrderBy(p => p.Surname).ThenBy(p => p.Forenames).ThenBy(p => p.Id).Skip((page - 1) * PatientsOnAPage).Take(PatientsOnAPage)
            .Select(p => new PatientThere(p.Number, p.Surname + ", " + p.Forenames, p.Ward, p.Category, open.Count(c => c.PatientNumber == p.Number))).ToListAsync(ct);
        var types = await cases.Where(c => c.ClosedAt == null || c.ReceivedOn >= since).GroupBy(c => c.TypeKey)
            .Select(g => new { Key = g.Key, Open = g.Sum(c => c.ClosedAt == null ? 1 : 0), Recent = g.Sum(c => c.ReceivedOn >= since ? 1 : 0) }).ToListAsync(ct);
        return view with
        {
            Patients = rows, Total = total, Page = page,
            Cases = [.. types.OrderByDescending(t => t.Open).Select(t => new CasesThere(AllCaseTypes.Find(t.Key)?.Label ?? t.Key, t.Open, t.Recent))],
        };
    }

    static Task<List<EntryRow>> Rows(IQueryable<DirectoryEntry> entries, CancellationToken ct) =>
        entries.AsNoTracking().Select(e => new EntryRow(e.Id, e.Kind, e.Name, e.Organisation, e.Region, e.Town, e.Email, e.Telephone, e.From, e.To, e.FormerNames)).ToListAsync(ct);
}
