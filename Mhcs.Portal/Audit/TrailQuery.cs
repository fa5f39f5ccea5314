using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Audit;

public sealed record TrailRow(TrailEntry Entry, string? Reference, string By, string? ActingFor);

/// <param name="Next">Number before which to read on; null at the beginning of the trail.</param>
/// <param name="Last">Number of the newest entry there is.</param>
public sealed record TrailPageOf(IReadOnlyList<TrailRow> Rows, long? Next, long Last, IReadOnlyList<Person> People, DateTimeOffset At);

/// <summary>The trail for those who check it: the auditor and the head of section.</summary>
public sealed class TrailQuery(IDbContextFactory<PortalDb> dbs, Staff staff, TrailChain chain, TimeProvider clock)
{
    public const int OnAPage = 50;

    /// <summary>Newest first; null for whoever may not read it.</summary>
    public async Task<TrailPageOf?> For(PersonId me, TrailFilter filter, CancellationToken ct = default)
    {
        if (await Reader(me, ct) is not { } reader) return null;
        var people = await staff.Everyone(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var last = await db.Trail.MaxAsync(e => (long?)e.Seq, ct) ?? 0;
        var read = await Narrowed(Open(db, reader), Cases(db, reader), filter, people, await LastOn(db, filter.UpTo, last, ct)).OrderByDescending(e => e.Seq).Take(OnAPage + 1).ToListAsync(ct);
        var rows = await WithNames(Cases(db, reader), [.. read.Take(OnAPage)], people, ct);
        return new(rows, read.Count > OnAPage ? read[OnAPage - 1].Seq : null, last, [.. people.Values.OrderBy(p => p.Name, StringComparer.Ordinal)], clock.GetUtcNow());
    }

    /// <summary>In the trail's own order, from the entry after this one.</summary>
    public async Task<IReadOnlyList<TrailRow>> After(PersonId me, long seq, int most, CancellationToken ct = default)
    {
        if (await Reader(me, ct) is not { } reader) return [];
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await WithNames(Cases(db, reader), await db.Trail.AsNoTracking().Where(e => e.Seq > seq).OrderBy(e => e.Seq).Take(most).ToListAsync(ct), await staff.Everyone(ct), ct);
    }

    /// <summary>Reads the whole trail and says whether every entry is what was written; null for whoever may not ask.</summary>
    public async Task<TrailVerdict?> Verify(PersonId me, CancellationToken ct = default)
    {
        if (await Reader(me, ct) is null) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await chain.Verify(db, ct);
    }

    async Task<Actor?> Reader(PersonId me, CancellationToken ct) => await staff.Actor(me, ct) is { Person.Grade: Grade.Auditor or Grade.HeadOfSection } actor ? actor : null;

    /// <summary>All of it, but for patients with whom the reader has a conflict of interest.</summary>
    static IQueryable<TrailEntry> Open(PortalDb db, Actor reader)
    {
        List<string?> conflicted = [.. reader.Person.ConflictedWith];
        return conflicted.Count == 0 ? db.Trail.AsNoTracking() : db.Trail.AsNoTracking().Where(e => !conflicted.Contains(e.PatientNumber));
    }

    /// <summary>The cases that an entry may name: those of liaison with victims too, for whoever reads victims' records.</summary>
    static IQueryable<CaseFile> Cases(PortalDb db, Actor reader) => reader.ReadsVictims() ? db.Cases.WithVictims() : db.Cases;

    static IQueryable<TrailEntry> Narrowed(IQueryable<TrailEntry> entries, IQueryable<CaseFile> cases, TrailFilter filter, IReadOnlyDictionary<PersonId, Person> people, long? lastOn)
    {
        if (filter.Before is { } before) entries = entries.Where(e => e.Seq < before);
        if (lastOn is { } seq) entries = entries.Where(e => e.Seq <= seq);
        if (filter.Reference is { } text)
        {
            var reference = new CaseReference(text);
            // Who read a record is asked of the patient: readings name their record, and are linked to no case. What is read of many, or about nobody on the books, is found by the reference itself.
            var (ofCase, named) = (cases.Where(c => c.Reference == reference), $"\"{reference.Value}\"");
            entries = text.StartsWith("P-", StringComparison.Ordinal) ? entries.Where(e => e.PatientNumber == text)
                : filter.Subject?.Kinds == SensitiveReads.Kinds ? entries.Where(e => (e.PatientNumber == null && e.Data.Contains(named)) || ofCase.Any(c => c.PatientNumber != null && c.PatientNumber == e.PatientNumber))
                : entries.Where(e => ofCase.Select(c => (int?)c.Id).Contains(e.CaseId));
        }
        if (filter.UserName is { } name)
        {
            var by = people.Values.FirstOrDefault(p => p.UserName == name)?.Id ?? default;
            entries = entries.Where(e => e.By == by);
        }
        return filter.Subject switch
        {
            null => entries,
            { Kinds: null } => entries.Where(e => e.CaseId != null),
            { Kinds: { } kinds } => entries.Where(e => kinds.Contains(e.Kind)),
        };
    }

    /// <summary>The last entry of a day, found by halving: entries stand in the order of their numbers, and nothing sorts them by time.</summary>
    static async Task<long?> LastOn(PortalDb db, DateOnly? day, long last, CancellationToken ct)
    {
        if (day is not { } given) return null;
        var end = London.At(given.AddDays(1), TimeOnly.MinValue).ToUniversalTime();
        long low = 0, high = last;
        while (low < high)
        {
            var middle = high - ((high - low) / 2);
            if (await db.Trail.Where(e => e.Seq == middle).Select(e => e.At).FirstOrDefaultAsync(ct) < end) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    static async Task<IReadOnlyList<TrailRow>> WithNames(IQueryable<CaseFile> cases, IReadOnlyList<TrailEntry> entries, IReadOnlyDictionary<PersonId, Person> people, CancellationToken ct)
    {
        var ids = entries.Select(e => e.CaseId).OfType<int>().Distinct().ToList();
        var references = await cases.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Reference }).ToDictionaryAsync(c => c.Id, c => c.Reference.Value, ct);
        return [.. entries.Select(e => new TrailRow(e, e.CaseId is { } id ? references.GetValueOrDefault(id) : null, Name(e.By), e.ActingFor is { } post ? Name(post) : null))];

        string Name(PersonId id) => id == PersonId.Clock ? "By itself" : people.GetValueOrDefault(id)?.Name ?? "Nobody we know";
    }
}
