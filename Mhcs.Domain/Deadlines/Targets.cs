namespace Mhcs.Domain.Deadlines;

/// <summary>The amounts of our own targets by rule, in the unit of the rule. They are data: no statute is changed here.</summary>
public sealed record Targets(IReadOnlyDictionary<string, int> Amounts)
{
    public static Targets None { get; } = new(new Dictionary<string, int>());

    /// <summary>Approved changes in the order in which they came into force.</summary>
    public IReadOnlyList<TargetChange> Changes { get; init; } = [];

    /// <summary>As it stands now.</summary>
    public int? AmountOf(string rule) => Amounts.TryGetValue(rule, out var amount) ? amount : null;

    /// <summary>As it stood at a moment: a clock keeps the amount it was started with.</summary>
    public int? AmountOf(string rule, DateTimeOffset at) =>
        Changes.LastOrDefault(c => c.Rule == rule && c.From <= at)?.Amount ?? Changes.FirstOrDefault(c => c.Rule == rule)?.Was ?? AmountOf(rule);
}

/// <summary>A target changed by those who may.</summary>
/// <param name="Was">The amount before, in the unit of the rule; null where there was none.</param>
public sealed record TargetChange(string Rule, int? Was, int Amount, DateTimeOffset From);
