using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Guidance;

/// <summary>A page that somebody must read and has not confirmed.</summary>
/// <param name="By">From this day its case types are closed to them.</param>
public sealed record UnreadPage(string Key, string Title, IReadOnlyList<string> Governs, DateOnly By)
{
    /// <summary>Holds for every step that a person takes, before the conditions of its row: who acts knows the rules as they stand. Opening a case, notes and facts are never held up by it.</summary>
    public static Rule Read { get; } = new("You have read the guidance for this kind of case", s => Closing(s) is null)
    {
        Names = s => Closing(s) is { } page ? ($"Read “{page.Title}” and confirm it: since {London.Words(page.By)} nobody acts on this kind of case without", Mend.Read(page.Key)) : null,
    };

    static UnreadPage? Closing(Situation now) => now.On.By.Unread.FirstOrDefault(p => p.By <= now.On.Today && p.Governs.Contains(now.File.TypeKey));
}
