namespace Mhcs.Domain.Deadlines;

/// <summary>The amounts of our own targets by rule, in the unit of the rule. They are data: no statute is changed here.</summary>
public sealed record Targets(IReadOnlyDictionary<string, int> Amounts)
{
    public static Targets None { get; } = new(new Dictionary<string, int>());

    public int? AmountOf(string rule) => Amounts.TryGetValue(rule, out var amount) ? amount : null;
}
