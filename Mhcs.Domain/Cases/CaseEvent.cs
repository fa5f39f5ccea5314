using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Something that happened to a case. One event is the audit row, the line on the timeline and the reason to signal; read in order, the events are the past.</summary>
public abstract record CaseEvent
{
    public DateTimeOffset At { get; init; }
    public PersonId By { get; init; }
    /// <summary>Whose post the actor used, when acting under cover.</summary>
    public PersonId? ActingFor { get; init; }
}

public sealed record CaseOpened(string Type, string? PatientNumber, string Team, DateOnly ReceivedOn, string State, FactSheet Facts, bool Restricted) : CaseEvent;
public sealed record CaseAssigned(PersonId? From, PersonId? To) : CaseEvent
{
    /// <summary>This assignment takes back the one before it.</summary>
    public bool Undoes { get; init; }
}
public sealed record StepTaken(string Step, string Label, string From, string To, FactSheet Facts, string? Note) : CaseEvent;
/// <summary>Facts recorded or corrected outside a step; what they replace is in the earlier events.</summary>
public sealed record FactsRecorded(FactSheet Facts, string? Why) : CaseEvent;
public sealed record DeadlineStarted(int Number, string Rule, string Name, DateOnly From, DateTimeOffset? FromInstant, string? FromFact, DateOnly LastDay, DateOnly InternalDue, DateTimeOffset OverdueAt) : CaseEvent;
/// <summary>The date a deadline counts from was corrected, or its clock was paused or resumed: the new dates.</summary>
public sealed record DeadlineMoved(int Number, string Rule, DateOnly From, DateTimeOffset? FromInstant, DateOnly LastDay, DateOnly InternalDue, DateTimeOffset OverdueAt, string Why) : CaseEvent;
public sealed record DeadlineMet(int Number, string Rule) : CaseEvent;
public sealed record DeadlineMissed(int Number, string Rule, string Name) : CaseEvent;
public sealed record DeadlineEnded(int Number, string Rule, string Why) : CaseEvent;
public sealed record ClockPaused(int Number, string Rule, DateOnly From, string Reason) : CaseEvent;
public sealed record ClockResumed(int Number, string Rule, DateOnly To) : CaseEvent;
public sealed record NoticeRaised(int Number, string Party, string Label, string About, DateOnly? DueOn) : CaseEvent;
public sealed record NoticeSent(int Number, string Party, string How) : CaseEvent;
public sealed record PaperRaised(int Number, string Paper, string Label) : CaseEvent;
public sealed record PaperIssued(int Number, string Paper, int Version, string DocumentId) : CaseEvent;
public sealed record NoteAdded(string Text) : CaseEvent;
public sealed record DocumentAdded(string DocumentId, string Name, long Size) : CaseEvent;
public sealed record RestrictionChanged(bool Restricted, IReadOnlyList<PersonId> Named, string Why) : CaseEvent;
public sealed record PatientChanged(PatientChange Change) : CaseEvent;
/// <summary>Another case follows from this one.</summary>
public sealed record CaseFollowed(string Type, string Reference) : CaseEvent;
/// <summary>Something is sent though the patient has died: who answers for it, and why.</summary>
public sealed record DeathOverridden(string What, string Why) : CaseEvent;
/// <summary>The death that stopped the case was recorded by mistake: it goes on where it was.</summary>
public sealed record CaseResumed(string To, string Death) : CaseEvent;
/// <summary>A date that had been ended runs again as it was.</summary>
public sealed record DeadlineResumed(int Number, string Rule) : CaseEvent;
