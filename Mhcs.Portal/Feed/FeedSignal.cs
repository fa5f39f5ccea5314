namespace Mhcs.Portal.Feed;

/// <summary>A hint that something changed: ids only, never data. Whoever hears it reads again under their own name.</summary>
public sealed record FeedSignal(string Topic, string? Team = null, string? Case = null)
{
    public const string Cases = "cases", Patients = "patients", Time = "time", People = "people", Quality = "quality", Settings = "settings", Diary = "diary", Presence = "presence", Directory = "directory", Guidance = "guidance";

    /// <summary>Of somebody who comes to a case or leaves it, and of nothing else.</summary>
    public Here? Here { get; init; }

    /// <summary>Read everything again: on joining, and after a lost connection.</summary>
    public static FeedSignal Everything { get; } = new("*");

    /// <summary>Whether this could concern one team's screens.</summary>
    public bool Concerns(string? team) => Here is null && (Topic is "*" or Time or People || Team is null || team is null || Team == team);
}
