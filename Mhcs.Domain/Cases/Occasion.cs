using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Cases;

/// <summary>Reference data that decisions are taken against: calendars, our targets, the law's dated parameters, teams and places.</summary>
public sealed record ReferenceBook(WorkCalendars Days, Targets Targets, LegalParameters Law, Teams Teams, Places Places)
{
    /// <summary>The term as it stands: its amount from our targets, its dates from the law.</summary>
    public Term Resolve(Term term) => term.With(Targets).Under(Law);

    /// <summary>The term as it stood when a clock was started: our targets may have changed since.</summary>
    public Term Resolve(Term term, DateTimeOffset startedAt) => term.With(Targets, startedAt).Under(Law);
}

/// <summary>Names of the places a fact may name today, from the directory.</summary>
public sealed record Places(IReadOnlySet<string> Hospitals, IReadOnlySet<string> Prisons)
{
    /// <summary>Names that stand on records and can't be taken for new ones, each with what became of it: "closed on 3 May 2026", "is now Northmere Hospital".</summary>
    public IReadOnlyDictionary<string, string> Gone { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Why a name can't be chosen.</summary>
    public string WhyNot(string name, string kind) => Gone.TryGetValue(name, out var what) ? $"“{name}” {what}; choose one from the list" : $"“{name}” is not in the directory of {kind}; choose one from the list";
}

/// <summary>Who acts, when, and against which reference data: handed in, for the domain never asks for the time.</summary>
public sealed record Occasion(Actor By, DateTimeOffset At, ReferenceBook Book)
{
    public WorkCalendars Days => Book.Days;
    /// <summary>The texts of papers as they are in force; null: what a text says is not looked at.</summary>
    public Workflow.IPaperTexts? Texts { get; init; }
    /// <summary>The day in London.</summary>
    public DateOnly Today { get; } = London.Day(At);
}
