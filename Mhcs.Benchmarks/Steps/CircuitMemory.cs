using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>What an open board costs in memory, what many opened and closed leave behind, and what the whole process holds with sixty at work.</summary>
sealed class CircuitMemory : IStep
{
    const int Boards = 60;
    static readonly TimeSpan LettingGo = TimeSpan.FromSeconds(5);
    // The framework keeps a call of a script whose answer never came for a minute, and the circuit with it.
    static readonly TimeSpan Forgetting = TimeSpan.FromSeconds(75);

    public string Name => "Memory of board circuits";
    public IReadOnlyList<int> Goals => [11, 12];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        double bare;
        {
            var floor = await bench.Floor(bench.Grown, ct);
            using var somebody = new Visitor(floor.Address);
            bare = await Each(floor, _ => somebody.Open("/", ct), ct);
            await bench.Stop();
        }
        var portal = await bench.Portal(bench.Grown, ct);
        await using var people = await People.At(portal, 10, ct);
        Task<Circuit> Open(int n) => people[1 + (n % 9)].Open(Hand.Board, ct);
        var each = await Each(portal, Open, ct);

        // Sixty at work are sixty: those that were only counted have been forgotten by then.
        await Task.Delay(Forgetting, ct);
        long resident;
        await using (var hand = await Hand.At(people[0], desk, ct))
        await using (var screens = await Screens.Open(Boards, Open, ct))
        {
            await screens.Rounds(0, 40, hand.Drop, ct);
            resident = portal.Resident;
        }
        await Task.Delay(LettingGo, ct);
        var start = await portal.Managed(ct);
        await Parallel.ForAsync(0, bench.Choices.Circuits, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (n, _) => await (await Open(n)).DisposeAsync());
        await Task.Delay(Forgetting, ct);
        var end = await portal.Managed(ct);
        return
        [
            Figure.Times(11, "a board circuit, managed memory", each / 1024, bare / 1024, 2, "KiB"),
            Figure.Times(11, $"managed memory after {bench.Choices.Circuits:N0} boards opened and closed, against before", end / 1048576.0, start / 1048576.0, 1.2, "MiB"),
            Figure.AtMost(12, $"the whole process with {Boards} boards at work", resident / 1048576.0, 320, "MiB"),
        ];
    }

    static async Task<double> Each(Server server, Func<int, Task<Circuit>> open, CancellationToken ct)
    {
        // Once before, so that what is made only once is not counted.
        await using (await Screens.Open(Boards, open, ct)) { }
        await Task.Delay(LettingGo, ct);
        var before = await server.Managed(ct);
        await using var screens = await Screens.Open(Boards, open, ct);
        return (double)(await server.Managed(ct) - before) / Boards;
    }
}
