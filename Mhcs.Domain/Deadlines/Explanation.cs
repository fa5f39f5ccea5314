using static Mhcs.Domain.Deadlines.London;

namespace Mhcs.Domain.Deadlines;

/// <summary>Puts a working into words. It reads the dates and never counts any.</summary>
static class Explanation
{
    public static IReadOnlyList<WorkingStep> Steps(Working working, DateOnly counted, WorkCalendars days) =>
    [
        new("Rule", $"{working.Term.Rule}: {working.Term.Name}"),
        new("Law", Law(working.Term)),
        new("Starts", Starts(working)),
        new("Counts", Counts(working.Term, days)),
        .. working.Stops.Select(stop => new WorkingStep("Pauses", Pause(stop))),
        .. working.Window is { } window ? [new WorkingStep("Window", $"Opens on {Words(window.Opens)} and closes at the end of {Words(window.Closes)}.")] : Array.Empty<WorkingStep>(),
        .. working.Term.OpensWindow ? [] : new[] { new WorkingStep("Last day", LastDay(working, counted, days)), new WorkingStep("Do by", DoBy(working, days) + (working.Term.Watch ? " Not ours to do: we watch it." : "")) }
    ];

    public static string Summary(Working working) => working switch
    {
        { Term.OpensWindow: true, Window: { } window } => $"{working.Term.Name}: from {Words(window.Opens)} to {Words(window.Closes)}.",
        { Term.SameDay: true } => $"{working.Term.Name}: on the same day, {Words(working.LastDay)}.",
        _ => $"{working.Term.Name}: {Verb(working)} {Moment(working)}, {Period(working.Term)} {Preposition(working.Term.Wording)} {Start(working)}{(working.Stops.Count > 0 ? ", without its pauses" : "")}{Earlier(working)}."
    };

    public static string? Caution(Working working, WorkCalendars days) => working switch
    {
        { Term.Awaits: not null } => "Not in force: enacted in 2025, but no regulations have started it. Shown for information.",
        _ when !working.Term.InForceOn(working.From) => $"Not in force on {Words(working.From)}.",
        { StoppedSince: { } since } => $"The clock has been stopped since {Words(since)}. These dates are the earliest there could be; they move on each day it stays stopped.",
        _ when !days.EnglandAndWales.CoversYear(working.LastDay.Year) => $"The bank holidays of {working.LastDay.Year} aren't loaded, so only weekends were looked at. Check the day to do it by once they are.",
        _ => null
    };

    static string Law(Term term) => (term.Source, term.Verified) switch
    {
        _ when term.Binding == Binding.Target && !term.Verified => $"{term.Binding.Label}, not law: {term.Source}.",
        (_, true) => $"{term.Binding.Label}: {term.Source}.",
        _ => $"{term.Binding.Label}: {term.Source}. The number has not been read in the law itself; check it before relying on it."
    };

    static string Starts(Working working) => $"{working switch
    {
        { FromAt: { } at } => Sentence(Words(at)),
        { Term: { Unit: Unit.Hours, SameDay: false } } => $"The start of {Words(working.From)}, because no time was given",
        _ => Words(working.From)
    }}{(working.Term.Trigger == "" ? "" : $": {working.Term.Trigger}")}.";

    static string Counts(Term term, WorkCalendars days) => (term.Unit, term.Wording) switch
    {
        _ when term.SameDay => "Nothing to count: at once, and at the latest on the same day.",
        (Unit.Hours, _) => $"{Sentence(Period(term))} of time passed, nights, weekends and changes of the clocks included.",
        (Unit.WorkingDays, Wording.After) => $"{Sentence(Period(term))}. The first working day after that day is day one. Weekends and the bank holidays of {days.For(term.Calendar).Name} aren't counted.",
        (_, Wording.BeginningWith) => $"{Sentence(Period(term))} beginning with that day: it is day one.",
        (_, Wording.OnExpiry) => $"On the expiry of {Period(term)} beginning with that day: the day after the period ends.",
        (_, Wording.Before) => $"{Sentence(Period(term))} before that day, counted back from the day before it.",
        (Unit.Months, _) => $"{Sentence(Period(term))} after that day, which isn't counted itself: the same date of the month, or the month's last day where there is no such date.",
        _ => $"{Sentence(Period(term))} after that day, which isn't counted itself."
    };

    static string Pause(ClockStop stop) => stop.To is { } to
        ? $"Not counted from {Words(stop.From)} to {Words(to)}: {stop.Reason}."
        : $"Stopped since {Words(stop.From)}: {stop.Reason}.";

    static string LastDay(Working working, DateOnly counted, WorkCalendars days) => working switch
    {
        _ when counted != working.LastDay => $"{Words(counted)}{WhyNot(counted, days.EnglandAndWales)}; the tribunal rules move it to the next working day: {Moment(working)}.",
        { Term.Binding: Binding.Statute, DueAt: null } when working.InternalDue != working.LastDay => $"{Words(working.LastDay)}{WhyNot(working.LastDay, days.EnglandAndWales)}. A period set by an Act doesn't move.",
        _ => $"{Sentence(Moment(working))}."
    };

    static string DoBy(Working working, WorkCalendars days) => working switch
    {
        _ when working.InternalDue != working.LastDay => $"{Words(working.InternalDue)}, the working day before.",
        _ when !days.EnglandAndWales.IsLikelyWorkingDay(working.LastDay) => $"{Words(working.LastDay)} itself: no working day lies between.",
        _ => $"{Words(working.InternalDue)}."
    };

    static string Verb(Working working) => working switch
    {
        { DueAt: not null } => "due by",
        { Term.Wording: Wording.OnExpiry } => "falls due on",
        _ => "the last day is"
    };

    static string Start(Working working) => working switch
    {
        { FromAt: { } at, Term.Unit: Unit.Hours } => Words(at),
        { Term.Unit: Unit.Hours } => $"the start of {Words(working.From)}",
        _ => Words(working.From)
    };

    static string Earlier(Working working) => working.InternalDue == working.LastDay || working.Term.Watch ? "" : $"; do it by {Words(working.InternalDue)}";

    static string WhyNot(DateOnly day, WorkCalendar calendar) =>
        calendar.HolidayName(day) is { } holiday ? $" is a bank holiday ({holiday})" : WorkCalendar.IsWeekend(day) ? " falls at a weekend" : " is past 5pm";

    static string Moment(Working working) => working.DueAt switch
    {
        null => Words(working.LastDay),
        { } at when Day(at) != working.LastDay => $"midnight at the end of {Words(working.LastDay)}",
        { } at => Words(at)
    };

    static string Period(Term term) => term switch
    {
        { Unit: Unit.Days, Amount: >= 14 and <= 56 } when term.Amount % 7 == 0 => $"{term.Amount} days ({term.Amount / 7} weeks)",
        { Unit: Unit.WorkingDays } => $"{term.Amount} working {(term.Amount == 1 ? "day" : "days")}",
        _ => $"{term.Amount} {Noun(term.Unit)}{(term.Amount == 1 ? "" : "s")}"
    };

    static string Noun(Unit unit) => unit switch { Unit.Hours => "hour", Unit.Months => "month", _ => "day" };

    static string Preposition(Wording wording) => wording switch
    {
        Wording.BeginningWith => "beginning with",
        Wording.OnExpiry => "on from",
        Wording.Before => "before",
        _ => "after"
    };

    static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
