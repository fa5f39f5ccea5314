using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Workflow;

/// <summary>A body outside from which papers come.</summary>
/// <param name="Key">Stored, and spoken by the API: court, prison, police.</param>
/// <param name="To">As printed on a letter to it.</param>
/// <param name="Chase">How long after the request the first chase falls due.</param>
/// <param name="Category">What its papers are filed as.</param>
public sealed record Source(string Key, string Label, string To, Term Chase, string Category);

/// <summary>A paper that a case needs from somebody outside: a row of its table beside the moves. What waits for it is said by the moves themselves, whose rules name it.</summary>
/// <param name="Key">Stored: previous-convictions.</param>
public sealed record Want(string Key, string Label, Source From)
{
    /// <summary>The states with whose beginning the paper is wanted.</summary>
    public IReadOnlyList<State> Since { get; init; } = [];
    /// <summary>Wanted only where this rule holds at that moment; null: always.</summary>
    public Rule? If { get; init; }
    /// <summary>The date fact that its receipt answers, where the table, a letter or an import knows the paper by one.</summary>
    public Fact? Answers { get; init; }
    /// <summary>What we issue once it has come: the cover sheet under which it is filed.</summary>
    public Paper? Brings { get; init; }

    /// <summary>The same paper as a row of a table: wanted from when the case comes into one of these states.</summary>
    public Want FromWhen(params IReadOnlyList<State> states) => this with { Since = states };

    public bool Equals(Want? other) => other?.Key == Key;
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
