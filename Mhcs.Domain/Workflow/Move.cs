using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Workflow;

/// <summary>A term that a move starts, counted from the day of the move or from a date recorded as a fact.</summary>
public sealed record Start(Term Term, Fact? From = null)
{
    /// <summary>A day worked out from the file, where no fact holds it: the release date on the patient's record, the day the last report was due.</summary>
    public Anchor? Or { get; init; }
    /// <summary>The fact whose words name the date, where the term alone would not tell one from another.</summary>
    public Fact? Named { get; init; }
    /// <summary>Started only where this rule holds at that moment; null: always.</summary>
    public Rule? If { get; init; }

    public static implicit operator Start(Term term) => new(term);
}

/// <summary>A day that a term counts from, worked out from the file; null: nothing to count.</summary>
public sealed record Anchor(string Label, Func<Situation, DateOnly?> Of)
{
    /// <summary>The last day of the latest of these terms, so that a cycle doesn't drift. Periods that have passed altogether are skipped.</summary>
    public static Anchor DueDateOf(Term next, params IReadOnlyList<Term> earlier) => new("the day the last one was due", s =>
    {
        var day = s.File.Deadlines.LastOrDefault(d => earlier.Any(t => t.Rule == d.Rule))?.LastDay;
        return day is { } due ? Skipping(next, due, s) : null;
    });

    /// <summary>Counts on by whole periods until the next one ends today or later.</summary>
    public static DateOnly Skipping(Term next, DateOnly from, Situation s)
    {
        var term = s.On.Book.Resolve(next);
        while (term.Amount > 0 && term.WorkOut(from, s.On.Days).LastDay is var end && end < s.Today) from = end;
        return from;
    }

    public bool Equals(Anchor? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What a move does to every other open case of the patient, in the same commit.</summary>
public enum Elsewhere
{
    /// <summary>Ends every clock and holds every letter: the patient has died.</summary>
    Stop,
    /// <summary>Closes what a death has stopped.</summary>
    Close,
    /// <summary>Lets go on what a death has stopped: it was recorded by mistake.</summary>
    Resume,
}

/// <summary>One row of a case type's table: everything about one move, and nothing else holds a copy.</summary>
/// <param name="By">The decision somebody must be entitled to take, never a grade.</param>
public sealed record Move(State From, Step Step, State To, Authority By)
{
    /// <summary>Chooses between two rows with the same state and step; one carries the rule, the other its opposite.</summary>
    public Rule? When { get; init; }
    public IReadOnlyList<Rule> Needs { get; init; } = [];
    public IReadOnlyList<Fact> Asks { get; init; } = [];
    /// <summary>What was answered before and is fixed by this decision: from then on it is corrected by whoever may take it.</summary>
    public IReadOnlyList<Fact> Settles { get; init; } = [];
    /// <summary>What the step records by itself beside what it asks.</summary>
    public IReadOnlyList<Finding> Records { get; init; } = [];
    public IReadOnlyList<Start> Starts { get; init; } = [];
    /// <summary>Terms that are met by this move. What else still runs when a case closes is ended with it.</summary>
    public IReadOnlyList<Term> Stops { get; init; } = [];
    /// <summary>Terms that end with this move without having been met: what they waited for is waited for no longer.</summary>
    public IReadOnlyList<Term> Ends { get; init; } = [];
    public IReadOnlyList<Paper> Issues { get; init; } = [];
    public IReadOnlyList<Party> Tells { get; init; } = [];
    /// <summary>What its notice to the liaison officer tells of, where what the move does not say it by itself.</summary>
    public CaseTypes.KeyStage? VictimsHear { get; init; }
    /// <summary>What the move does to the patient's legal position.</summary>
    public IReadOnlyList<Effect> Changes { get; init; } = [];
    /// <summary>Key of the case type of a case that follows.</summary>
    public string? Opens { get; init; }
    /// <summary>Code of the step that the case which follows takes at once, with the answers that this one holds: the decision was taken here.</summary>
    public string? OpensWith { get; init; }
    /// <summary>What becomes of the patient's other cases; null: nothing.</summary>
    public Elsewhere? Elsewhere { get; init; }
    /// <summary>From here on the file is closed to all but those who go on with the patient; they may name others, or open it again.</summary>
    public bool Restricts { get; init; }
    /// <summary>The move is made by time itself when the last day of this term has passed.</summary>
    public Term? After { get; init; }

    /// <summary>Decides what waited for a decision of ours. Sending back decides nothing, and a signature gives effect to what was decided.</summary>
    public bool IsDecision => By.IsDecision && From.Kind == StateKind.Deciding && Step != CaseTypes.Steps.SendBack && By != CaseTypes.Authorities.SignWarrant;

    /// <summary>The same row from several states: a spread, not a new concept.</summary>
    public static IEnumerable<Move> FromEach(IEnumerable<State> states, Func<State, Move> row) => states.Select(row);
}

/// <summary>A fact that a step records by itself, worked out from its answers and the file; null: nothing to record.</summary>
public sealed record Finding(Fact Fact, Func<Situation, string?> Of)
{
    public bool Equals(Finding? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => Fact.GetHashCode();
}

/// <summary>A named change to the patient, worked out from the file and its facts.</summary>
public sealed record Effect(string Label, Func<Situation, IEnumerable<Patients.PatientChange>> Of)
{
    /// <summary>What it records no list of patients brings: a case that is taken over brings it with it.</summary>
    public bool IsOfTheCase { get; init; }

    /// <summary>It leaves the patient without restrictions: the patient's other open cases lose their purpose.</summary>
    public bool EndsRestrictions { get; init; }

    public bool Equals(Effect? other) => ReferenceEquals(this, other);
    public override int GetHashCode() => Label.GetHashCode(StringComparison.Ordinal);
}
