using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>Reads one case for one person: a file that is hidden from them is not found.</summary>
public sealed class CaseQuery(IDbContextFactory<PortalDb> dbs, Occasions occasions, Staff staff, SensitiveReads reads)
{
    public const int Newest = 50;
    static readonly string[] Backbone = [nameof(CaseOpened), nameof(StepTaken), nameof(FactsRecorded)];

    /// <param name="entries">How many of the newest events to read.</param>
    public async Task<CaseView?> Find(string reference, PersonId me, int entries = Newest, CancellationToken ct = default)
    {
        if (!CaseReference.TryParse(reference, null, out var wanted) || await occasions.For(me, ct) is not { } on) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await _file(db, wanted, ct) is not { } file || !on.By.Sees(file)) return null;
        await reads.Of(file, me, ct);

        var newest = await _newest(db, file.Id, entries).ToListAsync(ct);
        var whole = newest.Count < entries;
        var backbone = whole ? [.. newest.AsEnumerable().Reverse().Where(e => Backbone.Contains(e.Kind))] : await _backbone(db, file.Id).ToListAsync(ct);
        var all = whole ? newest.Count : await db.Trail.CountAsync(e => e.CaseId == file.Id, ct);
        if (all > newest.Count) KeepWholeActs(newest);
        var documents = await _documents(db, file.Id).ToListAsync(ct);
        return new(file, on, Read(newest), all - newest.Count, Read(backbone), documents, await staff.Everyone(ct));
    }

    // Compiled once for the database in use: a case page is asked for all day, and putting its questions into words cost more than asking them.
    readonly Func<PortalDb, CaseReference, CancellationToken, Task<CaseFile?>> _file = EF.CompileAsyncQuery((PortalDb db, CaseReference file, CancellationToken ct) =>
        db.Cases.AsNoTracking().Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).AsSplitQuery().FirstOrDefault(c => c.Reference == file));

    readonly Func<PortalDb, int, int, IAsyncEnumerable<TrailEntry>> _newest = EF.CompileAsyncQuery<PortalDb, int, int, TrailEntry>((PortalDb db, int file, int most) =>
        db.Trail.AsNoTracking().Where(e => e.CaseId == file).OrderByDescending(e => e.Seq).Take(most));

    readonly Func<PortalDb, int, IAsyncEnumerable<TrailEntry>> _backbone = EF.CompileAsyncQuery<PortalDb, int, TrailEntry>((PortalDb db, int file) =>
        db.Trail.AsNoTracking().Where(e => e.CaseId == file && Backbone.Contains(e.Kind)).OrderBy(e => e.Seq));

    readonly Func<PortalDb, int, IAsyncEnumerable<StoredDocument>> _documents = EF.CompileAsyncQuery<PortalDb, int, StoredDocument>((PortalDb db, int file) =>
        db.Documents.AsNoTracking().Where(d => d.CaseId == file).OrderBy(d => d.Name).ThenByDescending(d => d.Version));

    /// <summary>The same reading of the file for the person as they stand by now: cover begins and ends while a page is open. Null where they no longer see it.</summary>
    public async Task<CaseView?> Again(CaseView seen, PersonId me, CancellationToken ct = default) =>
        await occasions.For(me, ct) is { } on && on.By.Sees(seen.File) ? new(seen.File, on, seen.Happenings, seen.Earlier, seen.Backbone, seen.Documents, seen.People) : null;

    /// <summary>What happened after an entry, oldest first: for the person whose form was overtaken.</summary>
    public async Task<IReadOnlyList<Happening>> Since(CaseView seen, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return Read(await db.Trail.AsNoTracking().Where(e => e.CaseId == seen.File.Id && e.Seq > seen.LastSeq).OrderBy(e => e.Seq).ToListAsync(ct));
    }

    /// <summary>An act whose first entries were not read is left for the next reading, as long as another stays.</summary>
    static void KeepWholeActs(List<TrailEntry> newest)
    {
        var (at, by) = (newest[^1].At, newest[^1].By);
        if (newest.Exists(e => e.At != at || e.By != by)) newest.RemoveAll(e => e.At == at && e.By == by);
    }

    static IReadOnlyList<Happening> Read(IEnumerable<TrailEntry> entries) => [.. entries.Select(e => (e.Seq, e.Event)).Where(e => e.Event is not null).Select(e => new Happening(e.Seq, e.Event!))];
}
