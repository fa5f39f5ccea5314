using Mhcs.Benchmarks.Floor;
using Mhcs.Benchmarks.Machinery;
using Microsoft.Data.Sqlite;

namespace Mhcs.Benchmarks.Steps;

/// <summary>One case given to somebody, flushed to the disk; by one person, and by thirty-two at once.</summary>
sealed class AssignOne : IStep
{
    const int Writers = 32;

    public string Name => "Assigning one case";
    public IReadOnlyList<int> Goals => [4];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        var floor = new FloorWork(Bench.Store(bench.Grown));
        await floor.Begin(ct);
        var (ours, bare) = (await Ours(bench, desk, 1, ct), await Bare(bench, desk, floor, ct));
        var many = await Ours(bench, desk, Writers, ct);
        await floor.Begin(ct);
        return
        [
            Figure.Times(4, "assign one: processor", ours.Cpu, bare.Cpu, 2.3, "ms"),
            Figure.Known(4, "assign one: waiting, p50 and p99", $"{ours.P50:0.0} and {ours.P99:0.0} ms", $"{bare.P50:0.0} and {bare.P99:0.0} ms"),
            Figure.AtLeast(4, $"{Writers} people assigning at once, none told that the store is busy", many.PerSecond, 400, "/s"),
            Figure.Known(4, "an empty commit, flushed", "", $"{RawCommits(bench.Grown):N0} /s"),
        ];
    }

    static Task<Sample> Ours(Bench bench, Desk desk, int clients, CancellationToken ct)
    {
        var next = 0;
        return Sample.Of(OwnCpu, bench.Choices.Time, clients, _ => desk.Assign([desk.Cases[(int)((uint)Interlocked.Increment(ref next) % (uint)desk.Cases.Count)].Reference], ct), ct);
    }

    static Task<Sample> Bare(Bench bench, Desk desk, FloorWork floor, CancellationToken ct)
    {
        var next = 0;
        return Sample.Of(OwnCpu, bench.Choices.Time, 1, _ => floor.Assign([desk.Cases[++next % desk.Cases.Count].Id], desk.Next().Id.Value, ct), ct);
    }

    static double RawCommits(string section)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var db = new SqliteConnection($"Data Source={Path.Combine(section, "raw.db")};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS one (n INTEGER); DELETE FROM one";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO one VALUES (1)";
        const int commits = 2000;
        watch.Restart();
        for (var i = 0; i < commits; i++) command.ExecuteNonQuery();
        return commits / watch.Elapsed.TotalSeconds;
    }

    public static TimeSpan OwnCpu() => Environment.CpuUsage.TotalTime;
}
