using Mhcs.Domain.Cases;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Mhcs.Portal.Cases;

/// <summary>A case with its record, as all who may see it see it.</summary>
/// <param name="Seq">The newest entry of the whole trail when it was read, or last found unchanged.</param>
/// <param name="Happenings">Newest first.</param>
/// <param name="Earlier">Older entries that were not read.</param>
/// <param name="Backbone">Opening, steps and corrections from the start on, oldest first.</param>
public sealed record CaseRead(long Seq, CaseFile File, IReadOnlyList<Happening> Happenings, int Earlier, IReadOnlyList<Happening> Backbone, IReadOnlyList<StoredDocument> Documents);

/// <summary>
/// The last reading of each case that somebody looks at, for a page and the live screen that follows it, and for everybody beside them. Every change is in the trail, so one question tells whether it still holds.
/// Nothing in it depends on a person: who may see it is asked each time, by who hands it out.
/// </summary>
public sealed class CaseReads(IDbContextFactory<PortalDb> dbs, TrailEnd trail) : IDisposable
{
    const int Most = 300;
    static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);
    static readonly string[] Backbone = [nameof(CaseOpened), nameof(StepTaken), nameof(FactsRecorded)];
    readonly MemoryCache _last = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>As it stands after every change committed before the call; null where there is no such case. Nothing in it may be changed: others look at it too.</summary>
    /// <param name="entries">How many of the newest events to read.</param>
    public async Task<CaseRead?> Of(CaseReference reference, int entries, CancellationToken ct = default)
    {
        var (newest, last) = (await trail.Now(ct), _last.Get<CaseRead>((reference, entries)));
        if (last is not null && last.Seq >= newest) return last;

        await using var db = await dbs.CreateDbContextAsync(ct);
        var read = last is null || await _touched(db, last.Seq, last.File.Id, last.File.PatientNumber, ct) ? await Read(db, reference, entries, newest, ct) : last with { Seq = newest };
        if (read is not null) _last.Set((reference, entries), read, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Forgotten });
        return read;
    }

    public void Dispose() => _last.Dispose();

    async Task<CaseRead?> Read(PortalDb db, CaseReference reference, int entries, long seq, CancellationToken ct)
    {
        if (await _file(db, reference, ct) is not { } file) return null;
        var newest = await _newest(db, file.Id, entries).ToListAsync(ct);
        var whole = newest.Count < entries;
        var backbone = whole ? [.. newest.AsEnumerable().Reverse().Where(e => Backbone.Contains(e.Kind))] : await _backbone(db, file.Id).ToListAsync(ct);
        var all = whole ? newest.Count : await db.Trail.CountAsync(e => e.CaseId == file.Id, ct);
        if (all > newest.Count) KeepWholeActs(newest);
        return new(seq, file, Happening.Of(newest), all - newest.Count, Happening.Of(backbone), await _documents(db, file.Id).ToListAsync(ct));
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

    // A step of one case may change the patient of another.
    readonly Func<PortalDb, long, int, string?, CancellationToken, Task<bool>> _touched = EF.CompileAsyncQuery((PortalDb db, long seq, int file, string? patient, CancellationToken ct) =>
        db.Trail.Any(e => e.Seq > seq && (e.CaseId == file || (patient != null && e.PatientNumber == patient && !SensitiveReads.Kinds.Contains(e.Kind)))));

    /// <summary>An act whose first entries were not read is left for the next reading, as long as another stays.</summary>
    static void KeepWholeActs(List<TrailEntry> newest)
    {
        var (at, by) = (newest[^1].At, newest[^1].By);
        if (newest.Exists(e => e.At != at || e.By != by)) newest.RemoveAll(e => e.At == at && e.By == by);
    }
}
