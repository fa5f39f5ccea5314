using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The decisions and kinds of work that the tables name. Which grade holds each is data (seed-data/authority-matrix.csv); the default stands where the data is silent.</summary>
public static class Authorities
{
    /// <summary>Work of record: receiving, filing, chasing, producing warrants and stock letters.</summary>
    public static readonly Authority Administration = new("administration", "Casework administration", Grade.CaseworkAdministrator, IsDecision: false);
    /// <summary>Assessing and recommending.</summary>
    public static readonly Authority Casework = new("casework", "Casework", Grade.Caseworker, IsDecision: false);
    public static readonly Authority Recall = new("recall", "Deciding a recall", Grade.DeputyHead);
    public static readonly Authority EmergencyRecall = new("emergency-recall", "Deciding an emergency recall", Grade.TeamManager);
    public static readonly Authority SignWarrant = new("sign-warrant", "Signing a warrant", Grade.DeputyHead);
    public static readonly Authority TribunalStatement = new("tribunal-statement", "Endorsing a statement to the tribunal", Grade.Caseworker);
    public static readonly Authority TribunalReview = new("tribunal-review", "Reviewing adjournments, directions and decisions of the tribunal", Grade.DeputyHead);
    public static readonly Authority PrisonTransfer = new("prison-transfer", "Deciding a prison transfer", Grade.CaseworkManager);
    public static readonly Authority LevelTransfer = new("level-transfer", "Deciding a level transfer", Grade.CaseworkManager);
    public static readonly Authority StepDownTransfer = new("step-down-transfer", "Deciding a transfer to lower security", Grade.DeputyHead);
    public static readonly Authority StepUpTransfer = new("step-up-transfer", "Deciding a transfer to higher security", Grade.CaseworkManager);
    public static readonly Authority Remission = new("remission", "Deciding a remission", Grade.DeputyHead);
    public static readonly Authority ConditionalDischarge = new("conditional-discharge", "Deciding a discharge", Grade.HeadOfTeam);
    public static readonly Authority ChangeOfConditions = new("change-of-conditions", "Changing conditions of discharge", Grade.DeputyHead);
    public static readonly Authority ReportConcern = new("report-concern", "Deciding on a concern in a report", Grade.DeputyHead);
    public static readonly Authority VoluntaryAdmission = new("voluntary-admission", "Monitoring a voluntary admission", Grade.DeputyHead);
    public static readonly Authority AbsoluteDischarge = new("absolute-discharge", "Deciding an absolute discharge", Grade.HeadOfTeam);

    public static readonly Authority LiftRestrictions = new("lift-restrictions", "Deciding to lift restrictions", Grade.HeadOfTeam);
    public static readonly Authority EscortedLeave = new("escorted-leave", "Deciding escorted day leave", Grade.CaseworkManager);
    public static readonly Authority UnescortedLeave = new("unescorted-leave", "Deciding unescorted day leave", Grade.DeputyHead);
    public static readonly Authority OvernightLeave = new("overnight-leave", "Deciding overnight leave", Grade.DeputyHead);
    public static readonly Authority LongTermLeave = new("long-term-leave", "Deciding long-term escorted leave", Grade.DeputyHead);
    public static readonly Authority UrgentLeave = new("urgent-leave", "Deciding medical or compassionate leave", Grade.CaseworkManager);
    public static readonly Authority CourtAttendance = new("court-attendance", "Directing attendance at court", Grade.DeputyHead);
    public static readonly Authority WithdrawLeave = new("withdraw-leave", "Withdrawing consent to leave", Grade.DeputyHead);
    public static readonly Authority AbsenceReview = new("absence-review", "Reviewing an absence without leave", Grade.DeputyHead);
    public static readonly Authority HighProfile = new("high-profile", "Assessing whether a patient is high profile", Grade.DeputyHead);

    /// <summary>For those who read victims' records, whatever their grade.</summary>
    public static readonly Authority VictimLiaison = new("victim-liaison", "Victim liaison", Grade.CaseworkAdministrator, IsDecision: false);
    public static readonly Authority VictimSummary = new("victim-summary", "Settling a summary for a victim", Grade.DeputyHead, IsDecision: false);
    /// <summary>Lets a decision be taken early; it decides nothing itself, so it is nobody's decision to wait for.</summary>
    public static readonly Authority VictimWindow = new("victim-window", "Deciding before a victim’s time has passed", Grade.HeadOfTeam, IsDecision: false);

    /// <summary>Clearing what a decision maker or a minister is told about a case.</summary>
    public static readonly Authority ClearBriefing = new("clear-briefing", "Clearing a briefing or submission", Grade.DeputyHead, IsDecision: false);

    /// <summary>Sending something though the patient has died, and taking back a death recorded by mistake.</summary>
    public static readonly Authority OverrideDeath = new("override-death", "Overriding or taking back a recorded death", Grade.DeputyHead);

    /// <summary>Says who answers a letter, or that nobody need.</summary>
    public static readonly Authority TriageLetters = new("triage-letters", "Triaging letters", Grade.CaseworkManager, IsDecision: false);
    public static readonly Authority ClearLetter = new("clear-letter", "Clearing a draft reply", Grade.CaseworkManager);
    public static readonly Authority SignLetter = new("sign-letter", "Signing a Treat Official reply", Grade.DeputyHead);
    public static readonly Authority ClearForMinister = new("clear-for-minister", "Clearing a draft or an answer for the minister", Grade.DeputyHead);
    public static readonly Authority ClearSubmission = new("clear-submission", "Clearing a submission", Grade.HeadOfTeam);
    public static readonly Authority Litigation = new("litigation", "Answering a letter before claim", Grade.DeputyHead);
    public static readonly Authority Impartiality = new("impartiality", "Deciding whether a request breaches impartiality", Grade.TeamManager);

    public static IReadOnlyList<Authority> All { get; } =
    [
        Administration, Casework, Recall, EmergencyRecall, SignWarrant, TribunalStatement, TribunalReview, PrisonTransfer, LevelTransfer, StepDownTransfer, StepUpTransfer,
        Remission, ConditionalDischarge, ChangeOfConditions, ReportConcern, VoluntaryAdmission, AbsoluteDischarge, LiftRestrictions,
        EscortedLeave, UnescortedLeave, OvernightLeave, LongTermLeave, UrgentLeave, CourtAttendance, WithdrawLeave, AbsenceReview, HighProfile, OverrideDeath, ClearBriefing,
        TriageLetters, ClearLetter, SignLetter, ClearForMinister, ClearSubmission, Litigation, Impartiality,
        VictimLiaison, VictimSummary, VictimWindow,
    ];
}
