namespace Mhcs.Portal.Ui;

/// <summary>A link by its words, with the count that stands beside it.</summary>
public sealed record TextLink(string Text, string Href, string? Count = null);
