using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Engagement;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>Reads one case for one person: a file that is hidden from them is not found.</summary>
public sealed class CaseQuery(IDbContextFactory<PortalDb> dbs, CaseReads reads, Occasions occasions, Staff staff, SensitiveReads sensitive)
{
    public const int Newest = 50;

    /// <param name="entries">How many of the newest events to read.</param>
    public async Task<CaseView?> Find(string reference, PersonId me, int entries = Newest, CancellationToken ct = default)
    {
        if (!CaseReference.TryParse(reference, null, out var wanted) || await occasions.For(me, ct) is not { } on) return null;
        if (await reads.Of(wanted, entries, ct) is not { } read || !on.By.Sees(read.File)) return null;
        await sensitive.Of(read.File, me, ct);
        return await WithOthers(new(read.File, on, read.Happenings, read.Earlier, read.Backbone, read.Documents, await staff.Everyone(ct)), ct);
    }

    // Compiled once for the database in use: asked with every case page, and mostly answered with nothing.
    readonly Func<PortalDb, CaseReference, IAsyncEnumerable<Contact>> _contacts = EF.CompileAsyncQuery<PortalDb, CaseReference, Contact>((PortalDb db, CaseReference file) =>
        db.Contacts.AsNoTracking().Where(c => c.Reference == file).OrderByDescending(c => c.On).ThenByDescending(c => c.Id));

    async Task<CaseView> WithOthers(CaseView view, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        view = view with { Contacts = [.. (await _contacts(db, view.File.Reference).ToListAsync(ct)).Where(c => c.Team is null || view.On.By.SeesTeam(c.Team))] };
        if (view.File.HighProfile) view = view with { HighProfileLevel = await Level(db, view.File.PatientNumber, ct) };
        if (view.Named is not { Count: > 0 } named) return view;
        return view with { OtherCases = (await db.Cases.SeenBy(view.On.By).Where(c => named.Contains(c.Reference)).Select(c => c.Reference).ToListAsync(ct)).Select(r => r.Value).ToHashSet(StringComparer.Ordinal) };
    }

    // Of the assessment, which is closed to most, this alone is said on the patient’s other cases: who else is kept informed.
    static async Task<string?> Level(PortalDb db, string? patient, CancellationToken ct)
    {
        var states = HighProfileAssessment.Standing;
        return (await db.Cases.AsNoTracking().Where(c => c.PatientNumber == patient && c.TypeKey == HighProfileAssessment.Type.Key && c.ClosedAt == null && states.Contains(c.StateCode))
            .OrderByDescending(c => c.Id).Select(c => c.Facts).FirstOrDefaultAsync(ct))?.Text(Facts.HighProfileLevel);
    }

    /// <summary>The same reading of the file for the person as they stand by now: cover begins and ends while a page is open. Null where they no longer see it.</summary>
    public async Task<CaseView?> Again(CaseView seen, PersonId me, CancellationToken ct = default) =>
        await occasions.For(me, ct) is { } on && on.By.Sees(seen.File) ? new(seen.File, on, seen.Happenings, seen.Earlier, seen.Backbone, seen.Documents, seen.People) { OtherCases = seen.OtherCases, Contacts = seen.Contacts, HighProfileLevel = seen.HighProfileLevel } : null;

    /// <summary>What happened after an entry, oldest first: for the person whose form was overtaken.</summary>
    public async Task<IReadOnlyList<Happening>> Since(CaseView seen, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return Happening.Of(await db.Trail.AsNoTracking().Where(e => e.CaseId == seen.File.Id && e.Seq > seen.LastSeq).OrderBy(e => e.Seq).ToListAsync(ct));
    }

    /// <summary>Reads a case again for somebody whose form was overtaken by nothing but dates that passed: what they saw still holds. Null where anybody did anything.</summary>
    public async Task<CaseView?> IfOnlyDatesPassed(CaseView seen, PersonId me, CancellationToken ct = default)
    {
        // Read first and asked afterwards: what comes between the two is asked after as well.
        var now = await Find(seen.File.Reference.Value, me, ct: ct);
        return now is not null && (await Since(seen, ct)).All(h => h.Event is DeadlineMissed) ? now : null;
    }
}
