using Mhcs.Domain.Deadlines;
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
public sealed record StepTaken(string Step, string Label, string From, string To, FactSheet Facts, string? Note) : CaseEvent
{
    /// <summary>What was recorded before and is settled by this step; null: nothing.</summary>
    public Settlement? Settles { get; init; }
}
/// <param name="By">Key of the authority that took the decision.</param>
/// <param name="Facts">Keys of the facts that it rested on.</param>
public sealed record Settlement(string By, IReadOnlyList<string> Facts);
/// <summary>Facts recorded or corrected outside a step; what they replace is in the earlier events.</summary>
public sealed record FactsRecorded(FactSheet Facts, string? Why) : CaseEvent;
public sealed record DeadlineStarted(int Number, string Rule, string Name, DateOnly From, DateTimeOffset? FromInstant, string? FromFact, DateOnly LastDay, DateOnly InternalDue, DateTimeOffset OverdueAt) : CaseEvent
{
    /// <summary>Of a task or a brought-forward: whose it is, what brings the case back earlier, and how often it comes again.</summary>
    public PersonId? For { get; init; }
    public string? Until { get; init; }
    public Recurrence? Every { get; init; }
}
/// <summary>The date a deadline counts from was corrected, or its clock was paused or resumed: the new dates.</summary>
public sealed record DeadlineMoved(int Number, string Rule, DateOnly From, DateTimeOffset? FromInstant, DateOnly LastDay, DateOnly InternalDue, DateTimeOffset OverdueAt, string Why) : CaseEvent;
public sealed record DeadlineMet(int Number, string Rule) : CaseEvent;
public sealed record DeadlineMissed(int Number, string Rule, string Name) : CaseEvent;
public sealed record DeadlineEnded(int Number, string Rule, string Why) : CaseEvent;
/// <summary>A case that was put away is back: its day has come, or what it waited for.</summary>
public sealed record BroughtBack(int Number, string Rule, string Why) : CaseEvent;
public sealed record ClockPaused(int Number, string Rule, DateOnly From, string Reason) : CaseEvent;
public sealed record ClockResumed(int Number, string Rule, DateOnly To) : CaseEvent;
public sealed record NoticeRaised(int Number, string Party, string Label, string About, DateOnly? DueOn) : CaseEvent;
public sealed record NoticeSent(int Number, string Party, string How) : CaseEvent;
public sealed record PaperRaised(int Number, string Paper, string Label) : CaseEvent;
/// <summary>Somebody entitled signed the paper as its facts then stood.</summary>
public sealed record PaperSigned(int Number, string Paper) : CaseEvent
{
    /// <summary>The version of the template that was signed, and the mark of its words as they then read; null before signatures kept them.</summary>
    public int? Template { get; init; }
    public string? Mark { get; init; }
}
public sealed record PaperIssued(int Number, string Paper, int Version, string DocumentId) : CaseEvent
{
    /// <summary>The version of the template it was made from; null where it was issued on paper, or before templates had versions.</summary>
    public int? Template { get; init; }
    /// <summary>Why the same letter goes out again within days.</summary>
    public string? Again { get; init; }
}
/// <summary>Papers from others that the case has come to need, by their keys.</summary>
public sealed record PapersWanted(IReadOnlyList<string> Papers) : CaseEvent;
/// <param name="Chase">Number of the date by which it is chased next.</param>
public sealed record PaperRequested(string Paper, string How, int? Chase) : CaseEvent;
public sealed record PaperChased(string Paper, int Times, string How, int? Chase) : CaseEvent;
public sealed record PaperReceived(string Paper, DateOnly On, string? DocumentId) : CaseEvent;
public sealed record PaperNotAvailable(string Paper, string Why) : CaseEvent;
/// <summary>A receipt that was recorded by mistake: the paper is owed again.</summary>
public sealed record PaperTakenBack(string Paper, string Why, int? Chase) : CaseEvent;
public sealed record NoteAdded(string Text) : CaseEvent;
public sealed record DocumentAdded(string DocumentId, string Name, long Size) : CaseEvent;
/// <summary>What a document is, as somebody who has read it says.</summary>
/// <param name="Disturbing">What it shows, plainly, where it is folded on screens; null: it is not.</param>
public sealed record DocumentDescribed(string DocumentId, string Name, string? Category, DateOnly? DatedOn, string? Disturbing) : CaseEvent;
public sealed record RestrictionChanged(bool Restricted, IReadOnlyList<PersonId> Named, string Why) : CaseEvent;
public sealed record PatientChanged(PatientChange Change) : CaseEvent;
public sealed record BriefingWritten(Briefings.BriefingKind Kind, int Version) : CaseEvent;
public sealed record BriefingCleared(Briefings.BriefingKind Kind, int Version) : CaseEvent;
public sealed record BriefingIssued(Briefings.BriefingKind Kind, int Version, string DocumentId) : CaseEvent;
/// <summary>Another case follows from this one.</summary>
public sealed record CaseFollowed(string Type, string Reference) : CaseEvent;
/// <summary>Something is sent though the patient has died: who answers for it, and why.</summary>
public sealed record DeathOverridden(string What, string Why) : CaseEvent;
/// <summary>The death that stopped the case was recorded by mistake: it goes on where it was.</summary>
public sealed record CaseResumed(string To, string Death) : CaseEvent;
/// <summary>A date that had been ended runs again as it was.</summary>
public sealed record DeadlineResumed(int Number, string Rule) : CaseEvent;
