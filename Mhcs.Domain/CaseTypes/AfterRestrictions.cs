using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>What the end of a patient's restrictions brings to every table: nothing is left for the Secretary of State to decide, so each other open case is closed at once (MHA 1983 s41(5), s42(1), s50(2)). What is owed to somebody else goes on, and its owner is asked whether it still has to be done.</summary>
public static class AfterRestrictions
{
    public static readonly State Closed = State.Closing("Closed: no longer restricted", "NoLongerRestricted");

    public static readonly Step Over = Step.Grave("Record that no restrictions are left", "restrictions-over");

    /// <summary>The task on a case that goes on.</summary>
    public const string Question = "Restrictions ended: does this still need doing?";

    /// <summary>Working days for the answer (design figure, not policy).</summary>
    public const int DaysToAnswer = 5;

    /// <summary>Closes the case from these states, and tells those who wait for something of ours that it won't come.</summary>
    internal static IEnumerable<Move> Closes(IEnumerable<State> states, State to, Func<State, IReadOnlyList<Party>> told, params IReadOnlyList<Effect> changes) =>
        Move.FromEach(states, from => new(from, Over, to, Authorities.Casework) { When = Rules.RestrictionsOver, Tells = told(from), Changes = changes });

    public static bool IsOne(Move move) => move.Step == Over;

    /// <summary>Where a table does not say from which states it is closed, it is from all of them.</summary>
    /// <param name="table">With the rows of a death, which say who waits for something.</param>
    internal static IEnumerable<Move> RowsMissingFrom(State start, IReadOnlyList<Move> table, IReadOnlyList<Effect> changes) =>
        table.Any(IsOne) ? [] : Closes(table.SelectMany(m => new[] { m.From, m.To }).Prepend(start).Distinct().Where(s => s.IsOpen && s != AfterDeath.Stopped), Closed, from => ToldFrom(table, from), changes);

    internal static IReadOnlyList<Party> ToldFrom(IReadOnlyList<Move> table, State from) => table.FirstOrDefault(m => m.From == from && AfterDeath.IsStop(m))?.Tells ?? [];
}
