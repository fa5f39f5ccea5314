using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>From the start of the process to the first page it answers, with everything migrated and seeded already.</summary>
sealed class StartToReady : IStep
{
    const int Starts = 7;

    public string Name => "Start to ready";
    public IReadOnlyList<int> Goals => [13];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        List<double> ours = [], bare = [];
        for (var i = 0; i < Starts; i++)
        {
            await using (var floor = await bench.StartFloor(bench.Grown, ct)) bare.Add(floor.ReadyAfter.TotalSeconds);
            await using (var portal = await bench.StartPortal(bench.Grown, ct)) ours.Add(portal.ReadyAfter.TotalSeconds);
        }
        return [Figure.Times(13, "start to the first page", Sample.Of(ours).P50, Sample.Of(bare).P50, 2.5, "s")];
    }
}
