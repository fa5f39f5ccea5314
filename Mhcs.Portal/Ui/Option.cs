namespace Mhcs.Portal.Ui;

/// <summary>One thing to choose: the value kept, the words shown.</summary>
/// <param name="Count">How many rows it would leave; shown beside filters.</param>
public sealed record Option(string Value, string Text, string? Hint = null, int? Count = null);
