using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Portal.Cases;

/// <summary>What there is to say of a task besides its name and its day.</summary>
public static class TaskWords
{
    /// <param name="who">Whose it is; null: whoever holds the case.</param>
    public static string Of(string? who, string? until, Recurrence? every) => string.Join(". ", new[]
    {
        who is null ? "For whoever holds the case" : $"For {who}",
        Awaited.Find(until) is { } awaited ? $"Earlier if {awaited.Label}" : null,
        every?.Label,
    }.OfType<string>());
}
