namespace Mhcs.Domain.Workflow;

/// <summary>How a case of this type is opened.</summary>
public sealed record Opening(Authority By)
{
    public IReadOnlyList<Fact> Asks { get; init; } = [];
    public IReadOnlyList<Start> Starts { get; init; } = [];
    public IReadOnlyList<Rule> Needs { get; init; } = [];
    public IReadOnlyList<Party> Tells { get; init; } = [];
    /// <summary>What the opening does to the patient's record.</summary>
    public IReadOnlyList<Effect> Changes { get; init; } = [];
    /// <summary>The deadline clock too opens one, where the law sets a day for it.</summary>
    public bool ByTime { get; init; }
}

/// <summary>A kind of casework as a table of moves.</summary>
/// <param name="Key">Stored, and spoken by the API: recall, prison-transfer.</param>
/// <param name="Prefix">First letter of references, as in R-1042.</param>
/// <param name="Weight">Load points while the section has to act on it (design figure, not policy).</param>
/// <param name="Rows">The table as it is written; <see cref="Moves"/> has the rows besides that a death and the end of restrictions bring to every table, and tells the head of what they hear of a high-profile patient.</param>
public sealed record CaseType(string Key, string Label, string Prefix, int Weight, State Start, Opening Opening, IReadOnlyList<Move> Rows)
{
    /// <summary>Its cases touch victims: they stand in no list but the victims' own, and exist only for those who read victims' records.</summary>
    public bool IsProtected { get; init; }

    /// <summary>One paragraph for the manual: what the work is and under which sections.</summary>
    public required string Law { get; init; }

    /// <summary>The papers that a case needs from others.</summary>
    public IReadOnlyList<Want> Wants { get; init; } = [];

    /// <summary>The steps that wait for a paper from others.</summary>
    public IEnumerable<Step> HeldUpBy(Want want) => Moves.Where(m => m.Needs.Any(r => r.Mend == Mend.Get(want))).Select(m => m.Step).Distinct();

    /// <summary>What has to follow on the patient's record where a fact is recorded or corrected outside a step.</summary>
    public IReadOnlyList<Effect> Corrects { get; init; } = [];
    /// <summary>What has to hold of a fact that is recorded or corrected outside a step.</summary>
    public IReadOnlyList<Rule> Keeps { get; init; } = [];
    /// <summary>Goes on when the patient has died: the case of the death itself, and what is owed to somebody else.</summary>
    public bool OutlastsDeath { get; init; }

    /// <summary>Goes on when the patient's restrictions have ended: what is owed to somebody else, and what began without restrictions. Its owner is asked whether it still has to be done.</summary>
    public bool OutlastsRestrictions { get; init; }

    /// <summary>What closing the case because the restrictions ended does to the patient's record.</summary>
    public IReadOnlyList<Effect> EndsWithRestrictions { get; init; } = [];

    /// <summary>What goes out from it tells of the death, so that nobody has to be asked for it.</summary>
    public bool TellsOfDeath { get; init; }

    /// <summary>A patient has one open case of this type at most.</summary>
    public bool OneAtATime { get; init; }

    /// <summary>The states in which a step of another case that would open one joins the open one: a second would be about the same thing. Somebody may still open another.</summary>
    public IReadOnlyList<State> JoinedIn { get; init; } = [];

    /// <summary>Where a case begins that finds part of the way behind it; null: at the start.</summary>
    public Func<Situation, State>? BeginsIn { get; init; }

    /// <summary>Every row there is.</summary>
    public IReadOnlyList<Move> Moves => field ??= WithTheHead(WithTheEnd(OutlastsDeath ? Rows : [.. Rows, .. CaseTypes.AfterDeath.RowsMissingFrom(Start, Rows)]));

    // A letter is drafted, cleared and signed: the head hears that it came.
    IReadOnlyList<Move> WithTheHead(IReadOnlyList<Move> rows) => ConcernsAPatient ? CaseTypes.HeadHears.OfAll(rows) : rows;

    IReadOnlyList<Move> WithTheEnd(IReadOnlyList<Move> rows) => OutlastsRestrictions ? rows : [.. rows, .. CaseTypes.AfterRestrictions.RowsMissingFrom(Start, rows, EndsWithRestrictions)];

    /// <summary>The facts whose words name a case that may be about nobody on our books: who wrote, and about what. Empty: a case of this type always concerns a patient.</summary>
    public IReadOnlyList<Fact> NamedBy { get; init; } = [];

    /// <summary>Whether it can't be opened without a patient.</summary>
    public bool ConcernsAPatient => NamedBy.Count == 0;

    /// <summary>What these facts name a case: "Ann Hale MP: delay of a transfer". Null for a type that always concerns a patient.</summary>
    public string? Subject(FactSheet facts) =>
        ConcernsAPatient ? null : string.Join(": ", NamedBy.Select(facts.Text).OfType<string>()) is { Length: > 0 } words ? words : Label;

    /// <summary>Every state, the start first, in the order the table names them.</summary>
    public IReadOnlyList<State> States => field ??= [.. Moves.SelectMany(m => new[] { m.From, m.To }).Prepend(Start).Distinct()];

    /// <summary>The rows that leave a state, by its code.</summary>
    public ILookup<string, Move> MovesFrom => field ??= Moves.ToLookup(m => m.From.Code, StringComparer.Ordinal);

    public IReadOnlyList<Fact> AllFacts => field ??= [.. Opening.Asks.Concat(Moves.SelectMany(m => m.Asks)).Concat(Wants.Select(w => w.Answers).OfType<Fact>()).DistinctBy(f => f.Key)];

    /// <summary>Codes of the states in which somebody has ended a case, whatever it was for.</summary>
    public IReadOnlyList<string> EndedByHand => field ??= [.. Moves.Where(m => m.Step == CaseTypes.Steps.End).Select(m => m.To.Code).Distinct()];

    public State State(string code) => States.FirstOrDefault(s => s.Code == code)
        ?? throw new ArgumentException($"{Label} has no state '{code}'", nameof(code));

    public bool Equals(CaseType? other) => other?.Key == Key;
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
