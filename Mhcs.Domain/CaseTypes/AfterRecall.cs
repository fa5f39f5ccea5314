using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>What the return of a recalled patient to hospital (MHA 1983 s42(3) and (4)) does to the case of their supervision: it is over, whichever case the recall was in.</summary>
public static class AfterRecall
{
    /// <summary>Stands on the patient’s new legal position.</summary>
    public const string Note = "Recalled";

    public static readonly State Recalled = State.Closing("Recalled");

    static readonly Step Over = Step.Grave("Record that the patient was recalled", "recalled");

    /// <summary>Closes supervision from these states. Somebody takes the step only where the recall came before it was made by itself.</summary>
    internal static IEnumerable<Move> Closes(IEnumerable<State> states) => Move.FromEach(states, from => new(from, Over, Recalled, Authorities.Casework) { When = Rules.IsDetained, Asks = [Facts.EndingDetail] });

    public static bool IsOne(Move move) => move.To == Recalled;
}
