using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Boards;

/// <summary>What happened to a case, in the few words of the morning.</summary>
static class MorningWords
{
    /// <summary>The kinds of event that are news: what people do to a case, and what time does. Dates that begin and end with a step are told by the step.</summary>
    public static readonly string[] Kinds =
    [
        nameof(CaseOpened), nameof(CaseAssigned), nameof(StepTaken), nameof(DeadlineMissed), nameof(DeadlineMoved), nameof(BroughtBack), nameof(DocumentAdded), nameof(DocumentDescribed), nameof(FactsRecorded), nameof(NoteAdded), nameof(NoticeSent),
        nameof(PaperSigned), nameof(PaperIssued), nameof(PaperRequested), nameof(PaperChased), nameof(PaperReceived), nameof(PaperNotAvailable), nameof(PatientChanged), nameof(RestrictionChanged), nameof(ClockPaused), nameof(ClockResumed),
        nameof(BriefingWritten), nameof(BriefingCleared), nameof(BriefingIssued), nameof(CaseFollowed), nameof(DeathOverridden), nameof(CaseResumed),
    ];

    public static string? Of(CaseEvent happened, IReadOnlyDictionary<PersonId, Person> people) => happened switch
    {
        CaseOpened e => e.By == PersonId.Clock ? "Opened by itself" : $"Opened by {Who(e.By, people)}",
        CaseAssigned { To: { } to } => $"Given to {Who(to, people)}",
        CaseAssigned => "Put back among the unassigned",
        StepTaken e => e.By == PersonId.Clock ? $"By itself: {e.Label}" : $"{e.Label}, {Who(e.By, people)}",
        DeadlineMissed e => $"Overdue: {e.Name}",
        DeadlineMoved e => $"Date moved: {e.Why}",
        BroughtBack => "Back again after it was brought forward",
        ClockPaused e => $"Clock paused: {Terms.Find(e.Rule)?.Name ?? e.Rule}",
        ClockResumed e => $"Clock runs again: {Terms.Find(e.Rule)?.Name ?? e.Rule}",
        CaseFollowed e => $"Followed by {e.Reference}",
        CaseResumed => "Goes on: the death was recorded by mistake",
        _ => Done(happened) is { } done ? happened.By == PersonId.Clock ? done : $"{done}, {Who(happened.By, people)}" : null,
    };

    static string? Done(CaseEvent happened) => happened switch
    {
        DocumentAdded => "Document added",
        DocumentDescribed => "Document described",
        FactsRecorded => "Record corrected",
        NoteAdded => "Note added",
        NoticeSent => "Somebody was told",
        PaperSigned e => $"Signed: {Papers.Get(e.Paper).Label}",
        PaperIssued e => $"Issued: {Papers.Get(e.Paper).Label}",
        PaperRequested e => $"Asked for: {Paper(e.Paper)}",
        PaperChased e => $"Chased: {Paper(e.Paper)}",
        PaperReceived e => $"Received: {Paper(e.Paper)}",
        PaperNotAvailable e => $"Given up: {Paper(e.Paper)}",
        PatientChanged => "The patient’s record changed",
        RestrictionChanged e => e.Restricted ? "Restricted to named people" : "Opened to the team again",
        BriefingWritten => "Briefing written",
        BriefingCleared => "Briefing cleared",
        BriefingIssued => "Briefing issued",
        DeathOverridden e => $"Sent although the patient has died: {e.What}",
        _ => null,
    };

    static string Paper(string key) => Wants.All.FirstOrDefault(w => w.Key == key)?.Label ?? key;

    static string Who(PersonId id, IReadOnlyDictionary<PersonId, Person> people) => people.GetValueOrDefault(id)?.Name ?? "somebody";
}
