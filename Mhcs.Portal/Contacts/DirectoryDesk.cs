using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Contacts;

/// <summary>The one writer of the directory.</summary>
public sealed class DirectoryDesk(PlainDesk desk, Storage storage)
{
    public const string Added = "DirectoryEntryAdded", Changed = "DirectoryEntryChanged", Closed = "DirectoryEntryClosed", Reopened = "DirectoryEntryReopened", Merged = "DirectoryEntryMerged";
    public static readonly IReadOnlyList<string> Kinds = [Added, Changed, Closed, Reopened, Merged];

    public Task<PlainOutcome> Add(EntryKind? kind, EntryDetails details, PersonId by, CancellationToken ct = default) => Work(Added, by, async (on, db) =>
    {
        var entry = DirectoryEntry.Add(kind, details, await Alike(db, kind, details, ct), on);
        db.Directory.Add(entry);
        await db.SaveChangesAsync(ct);
        return (entry, null);
    }, ct);

    /// <param name="version">The entry as the person saw it; null: as it is now.</param>
    public Task<PlainOutcome> Change(int id, EntryDetails details, int? version, PersonId by, CancellationToken ct = default) => Work(Changed, by, async (on, db) =>
    {
        var entry = await Find(db, id, version, ct);
        entry.Change(details, await Alike(db, entry.Kind, details, ct), on);
        return (entry, null);
    }, ct);

    public Task<PlainOutcome> Close(int id, DateOnly? lastDay, PersonId by, int? version = null, CancellationToken ct = default) => Work(Closed, by, async (on, db) =>
    {
        var entry = await Find(db, id, version, ct);
        entry.Close(lastDay, on);
        return (entry, null);
    }, ct);

    public Task<PlainOutcome> Reopen(int id, PersonId by, int? version = null, CancellationToken ct = default) => Work(Reopened, by, async (on, db) =>
    {
        var entry = await Find(db, id, version, ct);
        entry.Reopen(on);
        return (entry, null);
    }, ct);

    /// <summary>Makes two entries one: the first becomes part of the second.</summary>
    public Task<PlainOutcome> Merge(int id, int? into, string? reason, PersonId by, int? version = null, CancellationToken ct = default) => Work(Merged, by, async (on, db) =>
    {
        var entry = await Find(db, id, version, ct);
        var kept = await db.Directory.FirstOrDefaultAsync(e => e.Id == into, ct) ?? throw new RuleBroken(new Refusal("missing", "Choose the entry that stays", "into"));
        kept.Absorb(entry, reason, on);
        // Those that became part of it before lead to the one that stays, at one step.
        foreach (var earlier in await db.Directory.Where(e => e.MergedInto == entry.Id).ToListAsync(ct)) earlier.FollowInto(kept);
        return (kept, entry);
    }, ct);

    Task<PlainOutcome> Work(string kind, PersonId by, Func<Occasion, PortalDb, Task<(DirectoryEntry Entry, DirectoryEntry? Gone)>> work, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        // One after the other on either database, or two people at once could add the same place.
        await storage.LockChain(writing.Db, ct);
        var (entry, gone) = await work(on, writing.Db);
        writing.Record(Entry(kind, entry, gone, on));
        return (entry.Id, new FeedSignal(FeedSignal.Directory));
    }, ct);

    /// <summary>An act on the directory as the trail keeps it.</summary>
    /// <param name="gone">The entry that became part of the other.</param>
    public static TrailEntry Entry(string kind, DirectoryEntry entry, DirectoryEntry? gone, Occasion on) => new()
    {
        Kind = kind, By = on.By.Id, At = on.At,
        Data = JsonSerializer.Serialize(new { entry.Id, kind = entry.Kind.Label, entry.Name, entry.Organisation, entry.From, entry.To, changes = (gone ?? entry).History.Where(c => c.At == on.At).Select(c => new { c.What, c.Was, c.Now }), merged = gone?.Name, mergedId = gone?.Id }, EventJson.Options),
    };

    static async Task<DirectoryEntry> Find(PortalDb db, int id, int? version, CancellationToken ct)
    {
        var entry = await db.Directory.FirstOrDefaultAsync(e => e.Id == id, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such entry in the directory"));
        return version is { } seen && entry.Version != seen ? throw new DbUpdateConcurrencyException("Changed since it was read") : entry;
    }

    /// <summary>Entries of the kind that may have this name.</summary>
    static async Task<List<DirectoryEntry>> Alike(PortalDb db, EntryKind? kind, EntryDetails details, CancellationToken ct)
    {
        var name = details.Name?.Trim().ToLowerInvariant() ?? "";
        return name.Length == 0 ? [] : await db.Directory.Where(e => e.Kind == kind && e.Words.Contains(name)).ToListAsync(ct);
    }
}
