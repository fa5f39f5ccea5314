using Mhcs.Portal.Audit;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data;

/// <summary>One write of the portal: its context, and the trail entries that go into the same commit.</summary>
public sealed class Writing(PortalDb db)
{
    readonly List<TrailEntry> _entries = [];

    public PortalDb Db => db;
    public IReadOnlyList<TrailEntry> Entries => _entries;

    public void Record(TrailEntry entry) => _entries.Add(entry);
    public void Record(IEnumerable<TrailEntry> entries) => _entries.AddRange(entries);
}

/// <summary>The one way to the database for writers: a context, a transaction, the change and its trail in one commit. Nothing is half-done.</summary>
public sealed class WriteLane(IDbContextFactory<PortalDb> dbs, TrailChain chain, Storage storage)
{
    // SQLite lets one writer in; waiting here in order is kinder than its busy time-out.
    readonly SemaphoreSlim? _turn = storage.IsPostgres ? null : new(1, 1);

    public async Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken ct = default)
    {
        if (_turn is not null) await _turn.WaitAsync(ct);
        try
        {
            await using var db = await dbs.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var writing = new Writing(db);
            var result = await work(writing);
            if (writing.Entries.Any(e => e.Case is { Id: 0 })) await db.SaveChangesAsync(ct);   // a new case gets its number before it is sealed into the trail
            await chain.Append(db, writing.Entries, ct);
            var mark = writing.Entries.Count > 0 ? CommitMark.Current : null;
            mark?.Put(writing);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(CancellationToken.None);
            mark?.Committed();
            return result;
        }
        finally
        {
            _turn?.Release();
        }
    }

    public Task Write(Func<Writing, Task> work, CancellationToken ct = default) => Write(async writing =>
    {
        await work(writing);
        return true;
    }, ct);
}
