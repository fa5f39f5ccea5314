using System.Diagnostics;

namespace Mhcs.Benchmarks.Machinery;

/// <summary>How one act went, done again and again: wall time in milliseconds, and CPU time of whoever did the work.</summary>
sealed record Sample(int Count, double P50, double P99, double Cpu, double PerSecond)
{
    const int MostWarming = 8;

    /// <summary>Repeats an act by several clients: first until it costs no less from one turn to the next, for the runtime compiles what is used much for up to a minute; then to measure.</summary>
    /// <param name="cpu">CPU time used so far by the process that does the work.</param>
    public static async Task<Sample> Of(Func<TimeSpan> cpu, TimeSpan time, int clients, Func<int, Task> act, CancellationToken ct)
    {
        var (warm, before) = (await Turn(cpu, time, clients, act, ct), double.PositiveInfinity);
        for (var n = 1; n < MostWarming && warm.Cpu < 0.95 * before; n++) (warm, before) = (await Turn(cpu, time, clients, act, ct), warm.Cpu);
        return await Turn(cpu, time, clients, act, ct);
    }

    static async Task<Sample> Turn(Func<TimeSpan> cpu, TimeSpan time, int clients, Func<int, Task> act, CancellationToken ct)
    {
        var before = cpu();
        var watch = Stopwatch.StartNew();
        var times = await Repeat(time, clients, act, ct);
        var used = (cpu() - before).TotalMilliseconds;
        return new(times.Length, Share(times, 0.50), Share(times, 0.99), used / times.Length, times.Length / watch.Elapsed.TotalSeconds);
    }

    public static Sample Of(IEnumerable<double> times)
    {
        var sorted = times.Order().ToArray();
        return new(sorted.Length, Share(sorted, 0.50), Share(sorted, 0.99), 0, 0);
    }

    static async Task<double[]> Repeat(TimeSpan time, int clients, Func<int, Task> act, CancellationToken ct)
    {
        var until = Stopwatch.StartNew();
        var all = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            List<double> times = [];
            while (until.Elapsed < time)
            {
                ct.ThrowIfCancellationRequested();
                var begun = Stopwatch.GetTimestamp();
                await act(client);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
            return times;
        }, ct)));
        return [.. all.SelectMany(times => times).Order()];
    }

    static double Share(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
