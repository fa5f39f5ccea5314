using Mhcs.Benchmarks.Floor;
using Mhcs.Benchmarks.Machinery;
using Mhcs.Portal.Dashboards;

namespace Mhcs.Benchmarks.Steps;

/// <summary>The figures of a team's dashboard: asked for by one more screen, and read anew because something changed.</summary>
sealed class DashboardFigures : IStep
{
    public string Name => "Figures of a team's dashboard";
    public IReadOnlyList<int> Goals => [3];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        var figures = ActivatorUtilities.CreateInstance<TeamFiguresQuery>(desk.Services);
        var floor = new FloorWork(Bench.Store(bench.Grown));
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        var next = 0;
        Task Change() => desk.Assign([desk.Cases[++next % desk.Cases.Count].Reference], ct);
        Task<Sample> Of(Func<Task> act) => Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => act(), ct);

        var bare = await Of(() => floor.Counts(now, ct));
        var asked = await Of(() => figures.For(desk.Head, Bench.Team, ct: ct));
        var changed = await Of(Change);
        var anew = await Of(async () => { await Change(); await figures.For(desk.Head, Bench.Team, ct: ct); });
        return
        [
            Figure.Times(3, "figures of a dashboard, one more screen asking: processor (one bare GROUP BY)", asked.Cpu, bare.Cpu, 1.2, "ms"),
            Figure.Known(3, "the same, read anew after a change, once for all screens: processor", $"{anew.Cpu - changed.Cpu:0.00} ms", $"{bare.Cpu:0.00} ms"),
        ];
    }
}
