using System.Diagnostics;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Ten changes a second on two hundred open boards: nobody looks at an old picture, nobody's screen renders without end.</summary>
sealed class SteadyStream : IStep
{
    const int Boards = 200, PerSecond = 10, Seconds = 60, Warming = 10;

    public string Name => $"{PerSecond} changes a second to {Boards} boards for {Seconds} s";
    public IReadOnlyList<int> Goals => [8];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        var portal = await bench.Portal(bench.Grown, ct);
        await using var people = await People.At(portal, 12, ct);
        await using var hand = await Hand.At(people[0], desk, ct);
        await using var screens = await Screens.Open(Boards, n => people[1 + (n % 11)].Open(Hand.Board, ct), ct);
        await Changes(Warming);

        var begun = Stopwatch.GetTimestamp();
        var changes = await Changes(Seconds);

        async Task<List<(long Asked, long Confirmed)>> Changes(int seconds)
        {
            List<(long Asked, long Confirmed)> made = [];
            using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
            List<Task> running = [];
            while (running.Count < PerSecond * seconds && !running.Exists(r => r.IsFaulted) && await timer.WaitForNextTickAsync(ct)) running.Add(One());
            await Task.WhenAll(running);
            await screens.Rest(ct);
            return made;

            async Task One()
            {
                var asked = Stopwatch.GetTimestamp();
                await hand.Drop();
                lock (made) made.Add((asked, Stopwatch.GetTimestamp()));
            }
        }

        var ages = screens.All.SelectMany(screen => Ages(screen.Batches, changes)).ToList();
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var renders = screens.All.Max(s => s.Batches.Count(b => b >= begun)) / took;
        return
        [
            Figure.AtMost(8, $"{PerSecond} changes/s to {Boards} boards for {Seconds} s: the oldest picture", ages.Max(), 500, "ms"),
            Figure.AtMost(8, "renders a second of one board, at most", renders, 10, "/s"),
        ];
    }

    /// <summary>For each change, how long until the screen's first rendering after it was confirmed: no earlier one is sure to show it.</summary>
    static IEnumerable<double> Ages(IReadOnlyList<long> batches, List<(long Asked, long Confirmed)> changes)
    {
        var next = 0;
        foreach (var (asked, confirmed) in changes.OrderBy(c => c.Confirmed))
        {
            while (next < batches.Count && batches[next] < confirmed) next++;
            if (next < batches.Count) yield return Stopwatch.GetElapsedTime(asked, batches[next]).TotalMilliseconds;
        }
    }
}
