using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>One reason why something can't be done.</summary>
/// <param name="Code">Stable for programs: not-entitled, missing, invalid, rule, wrong-state, stale, unknown-step.</param>
/// <param name="Text">The sentence people read, with the mend in it.</param>
/// <param name="Field">Key of the fact at fault, where it is one.</param>
public sealed record Refusal(string Code, string Text, string? Field = null, Mend? Mend = null);

/// <summary>A command the rules refuse, with every reason at once. Nothing has changed.</summary>
public sealed class RuleBroken : Exception
{
    public RuleBroken(params IReadOnlyList<Refusal> reasons) : base(string.Join("; ", reasons.Select(r => r.Text))) => Reasons = reasons;
    public RuleBroken() : this([]) { }
    public RuleBroken(string message) : this([new Refusal("rule", message)]) { }
    public RuleBroken(string message, Exception inner) : base(message, inner) => Reasons = [new("rule", message)];

    public IReadOnlyList<Refusal> Reasons { get; }
}
