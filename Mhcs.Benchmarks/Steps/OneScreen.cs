using System.Diagnostics;
using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>A drop, until it stands on one other screen and until it is confirmed on one's own. Without a browser the clock stops when the rendering arrives there.</summary>
sealed class OneScreen : IStep
{
    const int Rounds = 60;

    public string Name => "A drop on one's own screen and on another";
    public IReadOnlyList<int> Goals => [9, 10];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var cases = await Desk.Over(bench.Grown, ct);
        var floor = await bench.Floor(bench.Grown, ct);
        using var somebody = new Visitor(floor.Address);
        Sample nudge, assign, commit;
        await using (var bare = await Screens.Open(1, _ => somebody.Open("/", ct), ct))
        {
            var next = 0;
            Task Assign() => somebody.Post($"/assign?id={cases.Cases[++next % cases.Cases.Count].Id}&to={cases.Next().Id.Value}", null, ct);
            nudge = await bare.Rounds(Rounds, Rounds, () => somebody.Post("/nudge", null, ct), ct);
            assign = await bare.Rounds(Rounds, Rounds, Assign, ct);
        }
        // With nobody looking: the commit alone.
        var n = 0;
        commit = await Sample.Of(() => floor.Cpu, bench.Choices.Time, 1, _ => somebody.Post($"/assign?id={cases.Cases[++n % cases.Cases.Count].Id}&to={cases.Next().Id.Value}", null, ct), ct);

        await bench.Stop();
        var portal = await bench.Portal(bench.Grown, ct);
        // Read again: the floor has given cases to others meanwhile.
        await using var desk = await Desk.Over(bench.Grown, ct);
        await using var people = await People.At(portal, 2, ct);
        await using var hand = await Hand.At(people[0], desk, ct);
        Sample other;
        await using (var screen = await Screens.Open(1, _ => people[1].Open(Hand.Board, ct), ct)) other = await screen.Rounds(Rounds, Rounds, hand.Drop, ct);
        var own = await Own(hand, ct);
        return
        [
            Figure.AtMost(9, "drop to another screen, p50 (4 × the bare event, and the commit)", other.P50, (4 * nudge.P50) + commit.P50, "ms", $"event {nudge.P50:0.0} ms, commit {commit.P50:0.0} ms"),
            Figure.Times(10, "drop to one's own screen, confirmed, p50", own.P50, assign.P50, 3, "ms"),
        ];
    }

    static async Task<Sample> Own(Hand hand, CancellationToken ct)
    {
        List<double> times = [];
        for (var i = 0; i < 2 * Rounds; i++)
        {
            var shown = hand.Screen.Next();
            var begun = Stopwatch.GetTimestamp();
            await hand.Drop();
            await shown.WaitAsync(TimeSpan.FromSeconds(10), ct);
            if (i >= Rounds) times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            await Task.Delay(300, ct);
        }
        return Sample.Of(times);
    }
}
