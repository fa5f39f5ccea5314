namespace Mhcs.Domain.Cases;

/// <summary>Something that brings a case back before its day. A new kind is one line here.</summary>
/// <param name="Key">Stored, and spoken by the API.</param>
/// <param name="Label">As it follows “or earlier, when”.</param>
public sealed record Awaited(string Key, string Label, Func<CaseEvent, bool> Is)
{
    public static IReadOnlyList<Awaited> All { get; } =
    [
        new("paper", "a paper from others comes", e => e is PaperReceived or PaperNotAvailable),
        new("document", "a document is added", e => e is DocumentAdded),
        new("step", "a step is taken", e => e is StepTaken),
        new("fact", "a fact is recorded", e => e is FactsRecorded),
        new("note", "a note is added", e => e is NoteAdded),
    ];

    public static Awaited? Find(string? key) => All.FirstOrDefault(a => a.Key == key);
}
