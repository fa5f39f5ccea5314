using System.Runtime.CompilerServices;

namespace Mhcs.Domain.Workflow;

/// <summary>What a state asks of the section: work, a decision, patience, or nothing any more.</summary>
public enum StateKind
{
    /// <summary>Somebody here has to do something.</summary>
    Working,
    /// <summary>The file waits for a decision of ours.</summary>
    Deciding,
    /// <summary>The file waits for others or for time; it weighs less on its owner.</summary>
    Waiting,
    /// <summary>The file is closed.</summary>
    Closed,
}

/// <summary>Where a case can be. The code is stored and is the field's own name, so the wording can change without touching data.</summary>
public sealed record State(string Code, string Label, StateKind Kind)
{
    public bool IsOpen => Kind != StateKind.Closed;

    public static State Called(string label, [CallerMemberName] string code = "") => new(code, label, StateKind.Working);
    public static State Deciding(string label, [CallerMemberName] string code = "") => new(code, label, StateKind.Deciding);
    public static State Waiting(string label, [CallerMemberName] string code = "") => new(code, label, StateKind.Waiting);
    public static State Closing(string label, [CallerMemberName] string code = "") => new(code, label, StateKind.Closed);

    public override string ToString() => Label;
}
