using System.Security.Cryptography;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Audit;

/// <summary>Result of reading the whole trail.</summary>
/// <param name="FirstBad">Sequence number of the first entry that is not what was written; null when all are.</param>
public sealed record TrailVerdict(bool Ok, long Count, long? FirstBad, string? Why = null);

/// <summary>The keyed chain over the trail. Its key and its head lie outside the database, so an entry changed, removed, swapped, added or cut off is found.</summary>
public sealed class TrailChain(Storage storage)
{
    readonly byte[] _key = storage.AuditKey();
    readonly string _headFile = Path.Combine(storage.Folder, "audit-head");

    /// <summary>Seals entries onto the end of the chain, inside the caller's transaction.</summary>
    public async Task Append(PortalDb db, IReadOnlyList<TrailEntry> entries, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        await storage.LockChain(db, ct);
        var head = await Head(db, ct);
        foreach (var entry in entries)
        {
            entry.Seal(head.Seq + 1, head.Mac, _key);
            head = new(entry.Seq, entry.Mac);
        }
        db.Trail.AddRange(entries);
    }

    /// <summary>Seals very many entries, in their order, with one prepared sentence: the model's tracking would cost more than the sealing. For seeding.</summary>
    public async Task AppendMany(PortalDb db, IEnumerable<TrailEntry> entries, Action<long> progress, CancellationToken ct)
    {
        await storage.LockChain(db, ct);
        var head = await Head(db, ct);
        await using var insert = TrailInsert.Prepare(db);
        foreach (var entry in entries)
        {
            entry.Seal(head.Seq + 1, head.Mac, _key);
            head = new(entry.Seq, entry.Mac);
            await insert.Execute(entry, ct);
            if (entry.Seq % 50_000 == 0) progress(entry.Seq);
        }
    }

    /// <summary>Notes how long the chain is by now, beside the database: a trail cut off at its end is shorter than its head.</summary>
    public void KeepHead(long seq, byte[] mac)
    {
        var draft = _headFile + ".new";
        File.WriteAllText(draft, $"{seq} {Convert.ToHexString(mac)}");
        File.Move(draft, _headFile, overwrite: true);
    }

    public async Task KeepHead(IDbContextFactory<PortalDb> dbs, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var head = await Head(db, ct);
        if (head.Seq > 0) KeepHead(head.Seq, head.Mac);
    }

    /// <param name="withHead">Whether the head kept beside the database belongs to it; that of a backup is older.</param>
    public async Task<TrailVerdict> Verify(PortalDb db, CancellationToken ct, bool withHead = true)
    {
        (long Seq, byte[] Mac) last = (0, []);
        var kept = withHead ? KeptHead() : null;
        await foreach (var entry in db.Trail.AsNoTracking().OrderBy(e => e.Seq).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (entry.Seq != last.Seq + 1) return new(false, last.Seq, last.Seq + 1, "An entry is missing");
            if (!CryptographicOperations.FixedTimeEquals(entry.SealOver(last.Mac, _key), entry.Mac)) return new(false, last.Seq, entry.Seq, "An entry is not what was written");
            last = (entry.Seq, entry.Mac);
            if (kept?.Seq == entry.Seq && !CryptographicOperations.FixedTimeEquals(kept.Value.Mac, entry.Mac)) return new(false, last.Seq, entry.Seq, "The chain is not the one whose head was kept");
        }
        return kept is { } head && head.Seq > last.Seq
            ? new(false, last.Seq, last.Seq + 1, "Entries at the end are missing")
            : new(true, last.Seq, null);
    }

    (long Seq, byte[] Mac)? KeptHead() =>
        File.Exists(_headFile) && File.ReadAllText(_headFile).Split(' ') is [var seq, var mac] ? (long.Parse(seq, System.Globalization.CultureInfo.InvariantCulture), Convert.FromHexString(mac)) : null;

    static async Task<(long Seq, byte[] Mac)> Head(PortalDb db, CancellationToken ct) =>
        await db.Trail.Where(e => e.Seq == db.Trail.Max(last => (long?)last.Seq)).Select(e => new { e.Seq, e.Mac }).FirstOrDefaultAsync(ct) is { } last ? (last.Seq, last.Mac) : (0, []);
}
