using Mhcs.Domain.Cases;

namespace Mhcs.Domain.Workflow;

/// <summary>The situation a rule is asked about: the file, the facts as they would then stand, and who acts when.</summary>
public sealed record Situation(CaseFile File, FactSheet Facts, Occasion On)
{
    public DateOnly Today => On.Today;
    /// <summary>The patient the case is about, for tables whose cases always concern one.</summary>
    /// <exception cref="InvalidOperationException">The case is about nobody on our books; its table asks the file.</exception>
    public Patients.Patient Patient => File.Patient ?? throw new InvalidOperationException($"{File.Reference} is about nobody on our books");
}

/// <summary>Where a condition that is not met can be mended.</summary>
/// <param name="Kind">What has to be done.</param>
/// <param name="Key">Which fact, step, notice, paper, paper from others, case or page of guidance; empty for the owner.</param>
public sealed record Mend(MendKind Kind, string Key = "")
{
    public static Mend Record(Fact fact) => new(MendKind.RecordFact, fact.Key);
    public static Mend Take(Step step) => new(MendKind.TakeStep, step.Code);
    public static Mend Read(string page) => new(MendKind.ReadGuidance, page);
    public static Mend Get(Want want) => new(MendKind.GetPaper, want.Key);
    public static Mend In(string otherCase) => new(MendKind.OtherCase, otherCase);
    public static readonly Mend Assign = new(MendKind.AssignOwner);
    public static readonly Mend SendNotices = new(MendKind.SendNotices);
    public static readonly Mend IssuePapers = new(MendKind.IssuePapers);
    public static readonly Mend Tasks = new(MendKind.AnswerTasks);
    public static readonly Mend Patient = new(MendKind.CorrectPatient);
}

public enum MendKind { RecordFact, TakeStep, AssignOwner, SendNotices, IssuePapers, CorrectPatient, OtherCase, GetPaper, AnswerTasks, ReadGuidance }

/// <summary>A condition of a step, worded as people read it: guard, tooltip, refusal and diagram label at once.</summary>
/// <param name="Because">A positive sentence: "The receiving prison's governor has agreed".</param>
public sealed record Rule(string Because, Func<Situation, bool> Holds)
{
    /// <summary>Facts the rule looks at. While the step itself still has to ask for one of them, the rule is judged when the step is taken.</summary>
    public IReadOnlyList<Fact> About { get; init; } = [];
    /// <summary>What the refusal says; the positive sentence where nothing better is given.</summary>
    public string? Otherwise { get; init; }
    public Mend? Mend { get; init; }
    /// <summary>The text whose writers may not take the step.</summary>
    public Fact? NotByWritersOf { get; init; }

    /// <summary>The rule this one turns round: two rows with the same state and step carry such a pair.</summary>
    public Rule? OppositeOf { get; init; }

    /// <summary>For a rule that something on the record can break: what it is now, in a sentence, and where that is mended. Null where it is nothing.</summary>
    public Func<Situation, (string Text, Mend Mend)?>? Names { get; init; }

    public string Refusal => Otherwise ?? "Not yet: " + Because;
    /// <summary>What is said, and where it is mended, while the rule doesn't hold.</summary>
    public (string Text, Mend? Mend) WhyNot(Situation now) => Names?.Invoke(now) is { } named ? named : (Refusal, Mend);
    /// <summary>The opposite rule, for a pair of rows that exclude each other.</summary>
    public Rule Not(string because) => new(because, s => !Holds(s)) { About = About, Mend = Mend, OppositeOf = this };
    public bool Equals(Rule? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => Because.GetHashCode(StringComparison.Ordinal);
}
