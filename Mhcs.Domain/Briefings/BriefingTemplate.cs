namespace Mhcs.Domain.Briefings;

/// <summary>The parts that every briefing has, in the order they are read.</summary>
public static class BriefingTemplate
{
    /// <summary>Kept on what is issued, so that it can be told from which shape it was made.</summary>
    public const int Version = 1;

    /// <summary>The part into which the offence and whatever may distress is put: folded on screens.</summary>
    public const string Risk = "risk";

    public static IReadOnlyList<(string Key, string Title, string Asks)> Sections { get; } =
    [
        ("purpose", "Purpose", "What the reader is asked to note or decide, and by when"),
        ("background", "Background", "Who the patient is, their legal position, and how the case came here"),
        ("facts", "Facts", "What is recorded on the case. Keep opinion out of it"),
        (Risk, "Risk", "To whom, of what, how likely, and what holds it"),
        ("options", "Options", "Each way open now, with what speaks for and against it"),
        ("recommendation", "Recommendation", "One of the options, and why"),
        ("lines", "Lines to take", "What may be said outside if asked"),
        ("victims", "Victims", "Whether anybody has to be told or heard. No name or address of a victim"),
        ("sources", "Sources", "Documents and records this rests on, with their dates"),
    ];
}
