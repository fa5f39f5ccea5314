namespace Mhcs.Domain.Correspondence;

/// <summary>A sentence or two that was agreed for letters on a topic (seed-data/standard-lines.csv).</summary>
public sealed record StandardLine(string Topic, string Title, string Text);
