using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The warrants, letters and references that the tables issue. Each has a template of the same key.</summary>
public static class Papers
{
    public static IReadOnlyList<Paper> All { get; } = [];

    public static Paper Get(string key) => All.FirstOrDefault(p => p.Key == key) ?? throw new ArgumentException($"There is no paper '{key}'", nameof(key));
}
