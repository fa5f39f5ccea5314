using System.Collections.Concurrent;
using System.Threading.Channels;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Audit;

/// <summary>
/// Who read which record, into the trail. A page is opened far more often than anything is done on it, so readings wait up to a second and go into one commit together; one person's reading of one record counts once in a while.
/// While the store is in trouble they are kept, and once too many wait, whoever reads waits for the store: what can't be recorded isn't shown.
/// </summary>
public sealed class RecordReads(WriteLane lane, TimeProvider clock, ILogger<RecordReads> log) : BackgroundService
{
    // An open screen reads its record at every change: that is one reading of it.
    public static readonly TimeSpan OneReading = TimeSpan.FromMinutes(15);
    static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1), Trouble = TimeSpan.FromSeconds(5);
    const int Most = 500, Remembered = 20_000;

    readonly ConcurrentDictionary<(PersonId, string), long> _lately = [];
    readonly Channel<TrailEntry> _waiting = Channel.CreateBounded<TrailEntry>(5_000);

    /// <summary>Whether this is a reading of its own; if so it counts from now on.</summary>
    public bool IsNew(PersonId by, string record)
    {
        if (_lately.TryGetValue((by, record), out var at) && clock.GetElapsedTime(at) < OneReading) return false;
        _lately[(by, record)] = clock.GetTimestamp();
        return true;
    }

    /// <summary>To be recorded again: it could not be.</summary>
    public void Forget(PersonId by, string record) => _lately.TryRemove((by, record), out _);

    public async Task Add(TrailEntry reading, CancellationToken ct)
    {
        if (!_waiting.Writer.TryWrite(reading)) await Write([reading], ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<TrailEntry> held = [];
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                if (held.Count == 0) held.Add(await _waiting.Reader.ReadAsync(stoppingToken));
                await Task.Delay(Gathering, clock, stoppingToken);
                while (held.Count < Most && _waiting.Reader.TryRead(out var more)) held.Add(more);
                await Write(held, CancellationToken.None);
                held.Clear();
                if (_lately.Count > Remembered) Prune();
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (Exception trouble) when (trouble.IsStorageTrouble())
            {
                log.LogWarning(trouble, "{Count} readings wait to be recorded", held.Count);
                await Task.Delay(Trouble, clock, CancellationToken.None);
            }
        while (_waiting.Reader.TryRead(out var left)) held.Add(left);
        if (held.Count > 0) await Write(held, CancellationToken.None);
    }

    void Prune()
    {
        foreach (var (key, at) in _lately)
            if (clock.GetElapsedTime(at) >= OneReading) _lately.TryRemove(key, out _);
    }

    Task Write(IReadOnlyList<TrailEntry> readings, CancellationToken ct) => lane.Write(writing =>
    {
        writing.Record(readings);
        return Task.CompletedTask;
    }, ct);
}
