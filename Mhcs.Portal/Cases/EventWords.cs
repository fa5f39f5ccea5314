using Mhcs.Domain.Briefings;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Cases;

/// <summary>Events as people read them.</summary>
public static class EventWords
{
    public static string Of(CaseEvent happened, CaseView view) => happened switch
    {
        CaseOpened => $"Case opened: {view.File.Type.Label.ToLowerInvariant()}",
        StepTaken e => e.From == e.To ? e.Label : $"{e.Label}: now {Lower(view.File.Type.State(e.To).Label)}",
        CaseAssigned { Undoes: true } e => $"Move taken back: {(e.To is { } to ? $"again with {view.Who(to)}" : "unassigned again")}",
        CaseAssigned { To: { } to } => $"Assigned to {view.Who(to)}",
        CaseAssigned => "Put back among the unassigned",
        FactsRecorded e => e.Facts.Entries.Count == 1 ? $"{Label(e.Facts.Entries.Keys.First(), view)} recorded" : $"{e.Facts.Entries.Count} facts recorded",
        DeadlineStarted e when e.Rule == Terms.Task.Rule => $"Task set: {e.Name}, by {FactWords.Day(e.LastDay)}",
        DeadlineStarted e when e.Rule == Terms.BroughtForward.Rule => $"Brought forward to {FactWords.Day(e.LastDay)}: {e.Name}",
        DeadlineStarted e => $"Date started: {e.Name}, by {FactWords.Day(e.InternalDue)}",
        BroughtBack e => $"Back again: {Name(e.Number, e.Rule, view)}",
        DeadlineMoved e => $"Date moved: {Name(e.Number, e.Rule, view)}, now by {FactWords.Day(e.InternalDue)}",
        DeadlineMet e => $"{(Set(e.Rule) ? "Done" : "Date met")}: {Name(e.Number, e.Rule, view)}",
        DeadlineMissed e => $"Date became overdue: {e.Name}",
        DeadlineEnded e => $"{(Set(e.Rule) ? "Dropped" : "Date ended")}: {Name(e.Number, e.Rule, view)}",
        ClockPaused e => $"Clock paused: {Name(e.Rule)}",
        ClockResumed e => $"Clock runs again: {Name(e.Rule)}",
        NoticeRaised e when e.Party == Parties.Ppud.Key => "PPUD to be updated",
        NoticeSent e when e.Party == Parties.Ppud.Key => "PPUD updated",
        NoticeRaised e => $"To tell: {e.Label}",
        NoticeSent e => $"Told: {Label(view.File.Notices.FirstOrDefault(n => n.Number == e.Number)?.Label, e.Party)}",
        PaperRaised e => $"To issue: {e.Label}",
        PaperSigned e => $"Signed: {Papers.Get(e.Paper).Label}",
        PaperIssued e => $"Issued: {Papers.Get(e.Paper).Label}{(e.Version > 1 ? $", version {e.Version}" : "")}",
        PapersWanted { Papers: [var only] } => $"Paper wanted: {Paper(only)}",
        PapersWanted e => $"{e.Papers.Count} papers wanted from others",
        PaperRequested e => $"Asked for: {Paper(e.Paper)}",
        PaperChased e => $"Chased: {Paper(e.Paper)}{(e.Times > 1 ? $", time {e.Times}" : "")}",
        PaperReceived e => $"Received: {Paper(e.Paper)}",
        PaperNotAvailable e => $"Not available: {Paper(e.Paper)}",
        PaperTakenBack e => $"Receipt taken back: {Paper(e.Paper)}",
        NoteAdded => "Note added",
        DocumentDescribed e => $"Document described: {e.Name}",
        DocumentAdded e => $"Document added: {e.Name}",
        RestrictionChanged e => e.Restricted ? "File restricted to named people" : "File opened to the team again",
        DeathOverridden e => $"Sent although the patient has died: {e.What}",
        CaseResumed e => $"The case goes on: {Lower(view.File.Type.State(e.To).Label)}",
        DeadlineResumed e => $"Date runs again: {Name(e.Rule)}",
        PatientChanged e => $"Patient’s record changed: {Of(e.Change)}",
        BriefingWritten e => $"{Briefing.LabelOf(e.Kind)} {(e.Version == 1 ? "begun" : "edited")}",
        BriefingCleared e => $"{Briefing.LabelOf(e.Kind)} cleared",
        BriefingIssued e => $"{Briefing.LabelOf(e.Kind)} issued",
        CaseFollowed e => $"Followed by {e.Reference}",
        _ => happened.GetType().Name,
    };

    /// <summary>What stands under the line, besides who did it.</summary>
    public static string? Detail(CaseEvent happened, CaseView view) => happened switch
    {
        CaseOpened e => $"Received on {FactWords.Day(e.ReceivedOn)}",
        CaseAssigned e => e.From is { } from ? $"Was with {view.Who(from)}" : null,
        FactsRecorded { Why: { Length: > 0 } why } => why,
        DeadlineStarted e when Set(e.Rule) => TaskWords.Of(e.For is { } whose ? view.Who(whose) : null, e.Until, e.Every),
        BroughtBack e => e.Why,
        DeadlineMoved e => e.Why,
        DeadlineEnded e => e.Why,
        ClockPaused e => e.Reason,
        NoticeSent e => e.How,
        PapersWanted { Papers.Count: > 1 } e => string.Join("; ", e.Papers.Select(Paper)),
        PaperRequested e => e.How,
        PaperChased e => e.How,
        PaperReceived e => $"On {FactWords.Day(e.On)}",
        PaperNotAvailable e => e.Why,
        PaperTakenBack e => e.Why,
        DocumentDescribed e => string.Join(", ", new[] { e.Category, e.DatedOn is { } day ? $"dated {FactWords.Day(day)}" : null, e.Disturbing is { } words ? $"folded: {words}" : null }.OfType<string>()),
        PaperIssued e => e.Again is { } again ? $"Again, because: {again}" : null,
        NoteAdded e => e.Text,
        StepTaken { Note: { Length: > 0 } note } => note,
        RestrictionChanged e => e.Why,
        DeathOverridden e => e.Why,
        CaseResumed e => $"The death in {e.Death} was recorded by mistake",
        _ => null,
    };

    /// <summary>The turning points of a case.</summary>
    public static bool IsKey(CaseEvent happened) => happened is CaseOpened or StepTaken or DeadlineMissed or PaperSigned or PaperIssued or DeathOverridden or CaseResumed;

    static string Of(PatientChange change) => change switch
    {
        LegalStatusBegan c => $"{c.Category.Label} from {FactWords.Day(c.On)}",
        Admitted c => $"admitted to {c.Hospital}",
        LeftHospital c => $"left hospital for {c.To}",
        ConditionsSet { Conditions: [] } => "conditions of discharge ended",
        ConditionsSet { Conditions: [_] } => "1 condition set",
        ConditionsSet c => $"{c.Conditions.Count} conditions set",
        SupervisorAppointed c => $"{Lower(c.Post)}: {c.Name}",
        SupervisorLeft c => $"{Lower(c.Post)}: post empty from {FactWords.Day(c.On)}",
        SupervisionEnded => "supervision ended",
        FlagSet { HighProfile: { } high } => high ? "high profile" : "not high profile",
        FlagSet => "flags",
        ConsideredByTribunal c => $"considered by the tribunal on {FactWords.Day(c.On)}",
        SentenceRecorded => "release date",
        LeaveAgreed c => $"leave agreed, {Lower(c.Kind)}, until {FactWords.Day(c.Until)}",
        LeaveSuspended => "leave suspended",
        LeaveResumed => "leave goes on",
        LeaveEnded c => $"leave ended: {Lower(c.How)}",
        LeaveCorrected c => $"terms of the leave corrected, until {FactWords.Day(c.Until)}",
        AbsenceBegan c => $"absent without leave from {FactWords.Day(c.On)}",
        AbsenceEnded c => $"no longer absent: {Lower(c.How)}",
        LeaveReported c => $"leave: {Lower(c.Report)}",
        VictimWindowsPassedOver => "decided before a victim’s time for representations has passed",
        VictimWindowChange => "a victim’s time for representations",
        PatientDied c => $"died on {FactWords.Day(c.On)}",
        DecisionSetAside c => $"the tribunal’s decision of {FactWords.Day(c.Decided)} is set aside{(c.TakesBackPosition ? ", and the discharge with it" : "")}",
        DeathCorrected c => $"died on {FactWords.Day(c.On)}, corrected",
        DeathTakenBack => "the death is taken back",
        ClinicianReported c => $"the clinician’s report of {FactWords.Day(c.On)}",
        _ => "particulars",
    };

    static string Paper(string key) => Wants.All.FirstOrDefault(w => w.Key == key)?.Label ?? key;
    static bool Set(string rule) => rule == Terms.Task.Rule || rule == Terms.BroughtForward.Rule;
    static string Name(int number, string rule, CaseView view) => view.File.Deadlines.FirstOrDefault(d => d.Number == number && d.Rule == rule)?.Name ?? Name(rule);
    static string Name(string rule) => Terms.Find(rule)?.Name ?? rule;
    static string Label(string key, CaseView view) => view.File.Type.AllFacts.FirstOrDefault(f => f.Key == key)?.Label ?? key;
    static string Label(string? label, string otherwise) => label ?? otherwise;
    static string Lower(string words) => words.Length > 1 && char.IsUpper(words[1]) ? words : char.ToLowerInvariant(words[0]) + words[1..];
}
