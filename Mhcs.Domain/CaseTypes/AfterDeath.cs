using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>What a recorded death brings to every table but its own: each open case is stopped at once, and closed from the case of the death.</summary>
public static class AfterDeath
{
    public static readonly State Stopped = State.Waiting("Stopped: the patient has died", "DeathRecorded"), Closed = State.Closing("Closed after the death", "Deceased");

    public static readonly Step Stop = Step.Called("Stop the case: the patient has died", "patient-died"), Close = Step.Grave("Close the case after the death", "close-after-death");

    /// <summary>Stops the case from these states. Those who wait for something of ours are told that it won’t come; a table says only who, and from which states.</summary>
    internal static IEnumerable<Move> Stops(IEnumerable<State> states, params IReadOnlyList<Party> told) =>
        Move.FromEach(states, from => new(from, Stop, Stopped, Authorities.Casework) { When = Rules.DeathRecorded, Tells = told });

    internal static Move Closes(params IReadOnlyList<Effect> changes) => new(Stopped, Close, Closed, Authorities.Casework) { Needs = [Rules.ToldOfDeath], Changes = changes };

    /// <summary>The rows by which a table is stopped: alike from every state, so that whoever prints a table says them once.</summary>
    public static bool IsStop(Move move) => move.To == Stopped;

    /// <summary>Who is told that what they wait for won't come, and from which states.</summary>
    public static IEnumerable<(State From, IReadOnlyList<Party> Told)> ToldBy(CaseType type) => type.Moves.Where(m => IsStop(m) && m.Tells.Count > 0).Select(m => (m.From, m.Tells));

    public static bool IsOne(Move move) => IsStop(move) || move.From == Stopped;

    internal static IEnumerable<Move> RowsMissingFrom(State start, IReadOnlyList<Move> table)
    {
        var open = table.SelectMany(m => new[] { m.From, m.To }).Prepend(start).Distinct().Where(s => s.IsOpen && s != Stopped);
        foreach (var row in Stops(open.Where(s => !table.Any(m => m.From == s && m.Step == Stop)))) yield return row;
        if (!table.Any(m => m.Step == Close)) yield return Closes();
    }
}
