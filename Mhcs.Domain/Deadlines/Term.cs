namespace Mhcs.Domain.Deadlines;

/// <summary>
/// One rule of time: how long, counted how, from what, and what makes it bind. The amount of a target is data and null until
/// <see cref="With(Targets)"/> has resolved it; every other amount is the law's own number.
/// </summary>
public sealed record Term(string Rule, string Name, int? Amount, Unit Unit, Wording Wording, Binding Binding, string Source)
{
    /// <summary>What starts the clock, in words: "the day the patient is back in hospital".</summary>
    public string Trigger { get; init; } = "";

    /// <summary>Who has to do it.</summary>
    public string Owner { get; init; } = "";

    public string SourceUrl { get; init; } = "";

    /// <summary>Whether the number was read in the law or an official page, not taken from professional knowledge.</summary>
    public bool Verified { get; init; }

    public DateOnly? InForceFrom { get; init; }

    public DateOnly? InForceTo { get; init; }

    /// <summary>Enacted, but waiting for regulations: not in force on any day until <see cref="Under"/> knows a date.</summary>
    public Provision? Awaits { get; init; }

    /// <summary>Ends the day before this provision starts.</summary>
    public Provision? EndsWith { get; init; }

    public WorkingDaysIn Calendar { get; init; }

    /// <summary>A window or another body's duty: shown, and never our own overdue work.</summary>
    public bool Watch { get; init; }

    /// <summary>A fresh period starts when this one has ended, counted from its last day so that the cycle doesn't drift.</summary>
    public bool Repeats { get; init; }

    /// <summary>Several may run on one file, each named by what was ordered and answered by itself: the directions of a tribunal.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>For a right or an event that may only fall in a window: from the end of the first amount to the end of the second.</summary>
    public Span? Between { get; init; }

    public string Note { get; init; } = "";

    /// <summary>Nothing to count: at once, or on the day itself.</summary>
    public bool SameDay => Amount == 0;

    /// <summary>The day the window opens is no day anything is due by, so it is neither rolled nor brought forward.</summary>
    public bool OpensWindow => Between is { } span && Amount == span.Opens;

    public bool InForceOn(DateOnly day) => Awaits is null && !(day < InForceFrom) && !(day > InForceTo);

    /// <summary>The same term with the dates the law has since been given.</summary>
    public Term Under(LegalParameters law)
    {
        var starts = Awaits is { } awaited ? law.Commences(awaited) : null;
        var ends = EndsWith is { } ending ? law.Commences(ending)?.AddDays(-1) : null;
        return this with { Awaits = starts is null ? Awaits : null, InForceFrom = starts ?? InForceFrom, InForceTo = ends ?? InForceTo };
    }

    /// <summary>The same term with the amount our targets give it. Nothing but a target listens.</summary>
    public Term With(Targets targets) => With(targets.AmountOf(Rule));

    /// <summary>The same term with the amount our targets gave it at a moment.</summary>
    public Term With(Targets targets, DateTimeOffset at) => With(targets.AmountOf(Rule, at));

    Term With(int? target) => Binding == Binding.Target && target is { } amount ? this with { Amount = amount } : this;

    public Working WorkOut(DateOnly from, WorkCalendars days, IReadOnlyList<ClockStop>? stops = null) =>
        new Reckoning(this, days, stops ?? []).From(from);

    /// <summary>As from a day; a term in hours counts the hours that pass, whatever the clocks do.</summary>
    public Working WorkOut(DateTimeOffset from, WorkCalendars days, IReadOnlyList<ClockStop>? stops = null) =>
        new Reckoning(this, days, stops ?? []).From(from);
}

/// <summary>Two amounts in the unit of the term: what may happen, may happen between their ends.</summary>
public sealed record Span(int Opens, int Closes);
