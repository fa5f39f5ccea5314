namespace Mhcs.Domain.Deadlines;

/// <summary>A date and the reasoning that gave it, so that the explanation can't disagree with the date.</summary>
/// <param name="Term">The rule that was counted.</param>
/// <param name="From">The day the clock was counted from; for a term counted back, the day of the event.</param>
/// <param name="LastDay">The last day on which it is in time.</param>
/// <param name="InternalDue">The working day we do it by: never after the last day.</param>
/// <param name="DueAt">The moment, where the rule has one: hours, or 5pm for a tribunal.</param>
/// <param name="Window">The days on which a right may be used, for a rule that has one.</param>
/// <param name="Steps">The reasoning, a sentence each.</param>
public sealed record Working(Term Term, DateOnly From, DateOnly LastDay, DateOnly InternalDue, DateTimeOffset? DueAt, Window? Window, IReadOnlyList<WorkingStep> Steps)
{
    /// <summary>The whole answer in one sentence.</summary>
    public string Summary { get; init; } = "";

    /// <summary>What the reader has to check: bank holidays not loaded, a law not in force.</summary>
    public string? Caution { get; init; }

    /// <summary>The moment the hours were counted from, where it was known.</summary>
    public DateTimeOffset? FromAt { get; init; }

    public IReadOnlyList<ClockStop> Stops { get; init; } = [];

    /// <summary>Set while the clock is stopped; the dates are then the earliest there could be, and no one is late.</summary>
    public DateOnly? StoppedSince { get; init; }
}

/// <summary>The first and the last day on which something may be done.</summary>
public sealed record Window(DateOnly Opens, DateOnly Closes)
{
    public bool IsOpenOn(DateOnly day) => day >= Opens && day <= Closes;
}

/// <summary>One line of "How was this worked out?": "Starts", "Sunday 31 January 2027, the day the patient is back in hospital".</summary>
public sealed record WorkingStep(string Label, string Text);
