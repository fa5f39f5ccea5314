using System.Collections.Concurrent;
using Mhcs.Portal.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

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
public sealed class WriteLane(IDbContextFactory<PortalDb> dbs, TrailChain chain, Storage storage) : IDisposable
{
    /// <summary>Most writes that share one flush to the disk.</summary>
    const int Most = 50;
    const string Mark = "one";

    // SQLite lets one writer in. Whoever has the turn writes for all who wait by then: the flush, which is the dear part, is shared.
    readonly SemaphoreSlim _turn = new(1, 1);
    readonly ConcurrentQueue<Waiting> _waiting = [];

    public async Task<T> Write<T>(Func<Writing, Task<T>> work, CancellationToken ct = default)
    {
        var result = default(T)!;
        var mine = new Waiting(async writing => result = await work(writing), ct);
        if (storage.IsPostgres) await Together([mine]);
        else
        {
            _waiting.Enqueue(mine);
            await _turn.WaitAsync(CancellationToken.None);
            try
            {
                while (!mine.Answer.Task.IsCompleted) await Together(Next());
            }
            finally
            {
                _turn.Release();
            }
        }
        await mine.Answer.Task;
        return result;
    }

    public Task Write(Func<Writing, Task> work, CancellationToken ct = default) => Write(async writing =>
    {
        await work(writing);
        return true;
    }, ct);

    public void Dispose() => _turn.Dispose();

    List<Waiting> Next()
    {
        List<Waiting> next = [];
        while (next.Count < Most && _waiting.TryDequeue(out var waiting))
            if (waiting.Cancelled.IsCancellationRequested) waiting.Answer.SetCanceled(waiting.Cancelled);
            else next.Add(waiting);
        return next;
    }

    /// <summary>Writes these in one commit. What one of them throws is its own: it is taken back to where it began, and the others go on.</summary>
    async Task Together(List<Waiting> all)
    {
        if (all.Count == 0) return;
        try
        {
            await using var db = await dbs.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var good = new List<Waiting>();
            foreach (var one in all)
                try
                {
                    if (all.Count > 1) await transaction.CreateSavepointAsync(Mark);
                    await one.InItsOwnContext(() => Put(one, db, transaction));
                    good.Add(one);
                }
                catch (Exception wrong)
                {
                    if (all.Count > 1) await transaction.RollbackToSavepointAsync(Mark);
                    one.Answer.SetException(wrong);
                }
            if (good.Count > 0) await transaction.CommitAsync(CancellationToken.None);
            foreach (var one in good) one.Committed();
        }
        catch (Exception trouble)
        {
            // The transaction is gone, and with it what everybody had written.
            foreach (var one in all) one.Answer.TrySetException(trouble);
        }
    }

    async Task Put(Waiting one, PortalDb shared, IDbContextTransaction transaction)
    {
        await using var db = shared.Another();
        db.Database.SetDbConnection(shared.Database.GetDbConnection());
        db.Database.AutoSavepointsEnabled = false;
        await db.Database.UseTransactionAsync(transaction.GetDbTransaction(), one.Cancelled);
        var writing = new Writing(db);
        await one.Work(writing);
        if (writing.Entries.Any(e => e.Case is { Id: 0 })) await db.SaveChangesAsync(one.Cancelled);   // a new case gets its number before it is sealed into the trail
        await chain.Append(db, writing.Entries, one.Cancelled);
        one.Mark = writing.Entries.Count > 0 ? CommitMark.Current : null;
        one.Mark?.Put(writing);
        await db.SaveChangesAsync(one.Cancelled);
    }

    /// <summary>Somebody's write, until it is committed or refused.</summary>
    sealed class Waiting(Func<Writing, Task> work, CancellationToken cancelled)
    {
        readonly ExecutionContext? _caller = ExecutionContext.Capture();

        public Func<Writing, Task> Work => work;
        public CancellationToken Cancelled => cancelled;
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What has to go into the same commit on behalf of the caller's request.</summary>
        public CommitMark? Mark { get; set; }

        public void Committed()
        {
            Mark?.Committed();
            Answer.SetResult();
        }

        /// <summary>Whoever has the turn runs it, but as if its caller did: under the caller's culture, tracing and ambient values.</summary>
        public Task InItsOwnContext(Func<Task> act)
        {
            if (_caller is null) return act();
            var running = Task.CompletedTask;
            ExecutionContext.Run(_caller, _ => running = act(), null);
            return running;
        }
    }
}
