namespace Mhcs.Benchmarks.Steps;

/// <summary>One step of a caseworker's day, measured with its floor.</summary>
interface IStep
{
    string Name { get; }
    /// <summary>Numbers of the goals that it answers.</summary>
    IReadOnlyList<int> Goals { get; }
    Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct);
}
