namespace Mhcs.Benchmarks;

/// <summary>What a run was asked for.</summary>
/// <param name="Goals">Numbers of the goals to measure; empty: all.</param>
/// <param name="Folder">Where sections are kept from run to run; null: they are made anew.</param>
sealed record Choices(int Patients, int Cases, int Circuits, TimeSpan Time, IReadOnlySet<int> Goals, string? Folder)
{
    public bool Wants(IEnumerable<int> goals) => Goals.Count == 0 || goals.Any(Goals.Contains);
}
