using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>A team's queue of fifty rows as first HTML, and what it weighs for a browser.</summary>
sealed class QueueFirstHtml : IStep
{
    public const string Queue = $"/cases?team={Bench.Team}&pageSize=50";
    const int Clients = 2;

    public string Name => "A team's queue, first HTML, 50 rows";
    public IReadOnlyList<int> Goals => [1];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        var floor = await bench.Floor(bench.Grown, ct);
        using var anybody = new Visitor(floor.Address);
        var bare = await Sample.Of(() => floor.Cpu, bench.Choices.Time, Clients, _ => anybody.Get("/", ct), ct);
        await bench.Stop();
        var portal = await bench.Portal(bench.Grown, ct);
        await using var people = await People.At(portal, 1, ct);
        var ours = await Sample.Of(() => portal.Cpu, bench.Choices.Time, Clients, _ => people[0].Get(Queue, ct), ct);
        var board = await Sample.Of(() => portal.Cpu, bench.Choices.Time, Clients, _ => people[0].Get(Hand.Board, ct), ct);
        var list = await PageWeight.Of(people[0], Queue, ct);
        var boards = await PageWeight.Of(people[0], Hand.Board, ct);
        return
        [
            Figure.Times(1, "queue of 50 rows: processor a page (bare query and prerender)", ours.Cpu, bare.Cpu, 3.5, "ms"),
            Figure.Known(1, "queue: waiting with two readers, p50 and p99", $"{ours.P50:0.0} and {ours.P99:0.0} ms", $"{bare.P50:0.0} and {bare.P99:0.0} ms"),
            Figure.Known(1, "board: processor a page; waiting, p50 and p99", $"{board.Cpu:0.00} ms; {board.P50:0.0} and {board.P99:0.0} ms"),
            .. list.Figures("queue", nodes: true), .. boards.Figures("board", nodes: false),
        ];
    }
}
