using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>One drop, and how long until the last of many open boards shows it.</summary>
sealed class BoardsAtOnce(int goal, int boards, int rounds) : IStep
{
    public string Name => $"One change to {boards:N0} open boards";
    public IReadOnlyList<int> Goals => [goal];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        var bare = await Floor(bench, ct);
        var ours = await Portal(bench, ct);
        List<Figure> figures = [Figure.Times(goal, $"one change to {boards:N0} boards, the last one: p50", ours.P50, bare.P50, 1.5, "ms")];
        if (goal == 7) figures.Add(Figure.AtMost(goal, $"one change to {boards:N0} boards, the last one: p99", ours.P99, 100, "ms", $"{bare.P99:0.0} ms"));
        return figures;
    }

    async Task<Sample> Portal(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        var portal = await bench.Portal(bench.Grown, ct);
        await using var people = await People.At(portal, (boards / 20) + 1, ct);
        await using var hand = await Hand.At(people[0], desk, ct);
        await using var screens = await Screens.Open(boards, n => people[1 + (n % Math.Max(1, boards / 20))].Open(Hand.Board, ct), ct);
        return await screens.Rounds(rounds, rounds, hand.Drop, ct);
    }

    async Task<Sample> Floor(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        var floor = await bench.Floor(bench.Grown, ct);
        using var somebody = new Visitor(floor.Address);
        await using var screens = await Screens.Open(boards, _ => somebody.Open("/", ct), ct);
        var next = 0;
        return await screens.Rounds(rounds, rounds, () => somebody.Post($"/assign?id={desk.Cases[++next % desk.Cases.Count].Id}&to={desk.Next().Id.Value}", null, ct), ct);
    }
}
