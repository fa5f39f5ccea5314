using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Confidentiality;

/// <summary>Who may read a report of impropriety.</summary>
public enum Confidant { HeadOfSection, Auditor }

/// <summary>Something that ought not to have happened, told in private to somebody outside one’s own line. With one’s name or without: without it, nobody can tell from any record who wrote it.</summary>
public sealed class ImproprietyReport
{
    /// <summary>Longest report and longest answer, in characters.</summary>
    public const int TextLimit = 4000;

    public int Id { get; init; }
    public required Confidant To { get; init; }
    /// <summary>Null where it was sent without a name.</summary>
    public PersonId? By { get; init; }
    /// <summary>The text, sealed: readable through the portal alone.</summary>
    public required string Sealed { get; init; }
    /// <summary>The day alone where it was sent without a name, so that the hour tells on nobody.</summary>
    public required DateTimeOffset At { get; init; }
    public string? SealedAnswer { get; private set; }
    public PersonId? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The checks of a report before it is sealed.</summary>
    /// <exception cref="RuleBroken">No reader chosen, nothing said, or too long.</exception>
    public static (Confidant To, string Text) Check(Confidant? to, string? text)
    {
        List<Refusal> faults = [];
        if (to is null) faults.Add(new("missing", "Choose who is to read it", "to"));
        if (string.IsNullOrWhiteSpace(text)) faults.Add(new("missing", "Say what happened", "text"));
        else if (text.Trim().Length > TextLimit) faults.Add(new("invalid", $"Say it in {TextLimit} characters or fewer; it has {text.Trim().Length}", "text"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        return (to!.Value, text!.Trim());
    }

    /// <summary>Whether somebody is the reader it was sent to. Cover lends nothing here.</summary>
    public static bool IsReader(Confidant to, Person person) => person.Active && person.Grade == (to == Confidant.HeadOfSection ? Grade.HeadOfSection : Grade.Auditor);

    /// <summary>Says what came of it.</summary>
    /// <exception cref="RuleBroken">Not the reader, nothing said, or answered already.</exception>
    public void Answer(string? text, Func<string, string> seal, Occasion on)
    {
        if (!IsReader(To, on.By.Person)) throw new RuleBroken(new Refusal("not-found", "There is no such report for you"));
        if (AnsweredAt is not null) throw new RuleBroken(new Refusal("wrong-state", "This report has been answered already"));
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBroken(new Refusal("missing", "Say what was done", "answer"));
        if (text.Trim().Length > TextLimit) throw new RuleBroken(new Refusal("invalid", $"Say it in {TextLimit} characters or fewer; it has {text.Trim().Length}", "answer"));
        (SealedAnswer, AnsweredBy, AnsweredAt) = (seal(text.Trim()), on.By.Id, on.At);
    }
}
