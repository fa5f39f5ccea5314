namespace Mhcs.Portal.Feed;

/// <summary>Somebody is on a case, or has left it: ids only. It goes to every node's memory, never to the trail.</summary>
/// <param name="Screen">The screen that says so; one person may have several.</param>
/// <param name="Person">Number of the person.</param>
/// <param name="Editing">Code of the step or key of the fact they have open to change; null: they look.</param>
public sealed record Here(string Screen, string Case, int Person, string? Editing, bool Left = false);
