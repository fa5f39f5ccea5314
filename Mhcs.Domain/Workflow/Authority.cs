using Mhcs.Domain.People;

namespace Mhcs.Domain.Workflow;

/// <summary>A decision or kind of work that somebody must be entitled to. Never a grade: the matrix says which grade holds it.</summary>
/// <param name="Key">Stable key, the column "decision" of the matrix.</param>
/// <param name="Label">As read in "Decide recall needs a deputy head".</param>
/// <param name="Default">The grade where the matrix says nothing.</param>
/// <param name="IsDecision">Decisions are never taken below caseworker.</param>
public sealed record Authority(string Key, string Label, Grade Default, bool IsDecision = true)
{
    /// <summary>The authority of time: nobody holds it, the deadline clock uses it.</summary>
    public static readonly Authority Clock = new("clock", "A date that passes", Grade.HeadOfSection, IsDecision: false);
}
