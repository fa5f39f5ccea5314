using System.Collections.Concurrent;
using System.Diagnostics;
using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Many open screens of one page, and how soon a change is on them.</summary>
sealed class Screens(IReadOnlyList<Circuit> all) : IAsyncDisposable
{
    const int Together = 8;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(300);

    public IReadOnlyList<Circuit> All => all;

    public static async Task<Screens> Open(int count, Func<int, Task<Circuit>> open, CancellationToken ct)
    {
        ConcurrentBag<Circuit> opened = [];
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = Together, CancellationToken = ct }, async (n, _) => opened.Add(await open(n)));
        var screens = new Screens([.. opened]);
        await screens.Rest(ct);
        return screens;
    }

    /// <summary>Makes one change and waits until the last screen has rendered it.</summary>
    /// <returns>Milliseconds from asking for the change to the last screen's batch.</returns>
    public async Task<double> Last(Func<Task> change, CancellationToken ct)
    {
        var coming = all.Select(c => c.Next()).ToArray();
        var begun = Stopwatch.GetTimestamp();
        await change();
        var came = await Task.WhenAll(coming).WaitAsync(Patience, ct);
        return Stopwatch.GetElapsedTime(begun, came.Max()).TotalMilliseconds;
    }

    public async Task<Sample> Rounds(int warm, int rounds, Func<Task> change, CancellationToken ct)
    {
        List<double> times = [];
        for (var i = 0; i < warm + rounds; i++)
        {
            var last = await Last(change, ct);
            if (i >= warm) times.Add(last);
            await Task.Delay(Pause, ct);
        }
        return Sample.Of(times);
    }

    /// <summary>Waits until nothing has rendered for a while: what a page does on joining is over.</summary>
    public async Task Rest(CancellationToken ct)
    {
        int before, now = -1;
        do
        {
            (before, now) = (now, all.Sum(c => c.Batches.Count));
            await Task.Delay(Pause, ct);
        }
        while (before != now);
    }

    public async ValueTask DisposeAsync() => await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = Together }, async (circuit, _) => await circuit.DisposeAsync());
}
