using Mhcs.Benchmarks.Floor;
using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Fifty cases given to somebody in one commit.</summary>
sealed class AssignMany : IStep
{
    const int Many = 50;

    public string Name => "Assigning fifty cases at once";
    public IReadOnlyList<int> Goals => [5];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        var floor = new FloorWork(Bench.Store(bench.Grown));
        await floor.Begin(ct);
        var batch = desk.Cases.Take(Many).ToList();
        var ours = await Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => desk.Assign([.. batch.Select(c => c.Reference)], ct), ct);
        var bare = await Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => floor.Assign([.. batch.Select(c => c.Id)], desk.Next().Id.Value, ct), ct);
        await floor.Begin(ct);
        return
        [
            Figure.Times(5, $"assign {Many} in one commit with one signal: processor", ours.Cpu, bare.Cpu, 3, "ms"),
            Figure.Known(5, $"assign {Many}: waiting, p50 and p99", $"{ours.P50:0.0} and {ours.P99:0.0} ms", $"{bare.P50:0.0} and {bare.P99:0.0} ms"),
        ];
    }
}
