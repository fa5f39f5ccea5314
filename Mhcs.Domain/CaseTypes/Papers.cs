using System.Reflection;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The warrants, letters and references that the tables issue. Each has a template of the same key.</summary>
public static partial class Papers
{
    // Recall
    public static readonly Paper RecallWarrant = Warrant("recall-warrant", "Recall warrant, section 42(3)", "The hospital named in the warrant", Facts.RecallHospital, Facts.WarrantDate, Facts.BriefReason);
    public static readonly Paper RecallLetter = Letter("recall-letter", "Letter to the hospital with the recall warrant", "The hospital named in the warrant", Facts.RecallHospital, Facts.WarrantDate, Facts.BriefReason, Facts.BedConfirmedBy);
    public static readonly Paper RecallPoliceNotice = Letter("recall-police-notice", "Notice of recall to the police", "Police", Facts.RecallHospital, Facts.WarrantDate, Facts.PoliceForce, Facts.LastSeen);
    public static readonly Paper RecallReasons = Letter("recall-reasons", "Letter of reasons for the recall", "The patient, through the responsible clinician", Facts.RecallHospital, Facts.WarrantDate, Facts.BriefReason);
    public static readonly Paper RecallReference = new("recall-reference", "Reference to the tribunal, section 75(1)", PaperKind.Reference, [Facts.TribunalBody, Facts.ReturnedAt, Facts.RecallHospital, Facts.ReferredOn, Facts.ResponsibleClinician]) { To = "The tribunal" };
    public static readonly Paper RecallRefused = Letter("recall-refused", "Letter: no recall", "Clinical and social supervisor", Facts.DecisionReasons);
    public static readonly Paper MonitoringLetter = Letter("monitoring", "Letter: closer monitoring", "Clinical and social supervisor", Facts.ReviewOn);
    public static readonly Paper TribunalStatement = Letter("tribunal-statement", "Information and observations to the tribunal", "The tribunal", Facts.TribunalBody, Facts.HospitalPapersOn);

    // Transfers and remission
    public static readonly Paper TransferWarrant = Warrant("transfer-warrant", "Transfer direction", "The prison and the hospital named in the direction", Facts.TransferPower, Facts.Prison, Facts.TransferHospital, Facts.TransferSecurity, Facts.WarrantDate, Facts.FirstReportBy, Facts.FirstReportOn, Facts.SecondReportBy, Facts.SecondReportOn);
    public static readonly Paper RestrictionDirection = Warrant("restriction-direction", "Restriction direction, section 49", "The hospital named in the direction", Facts.TransferPower, Facts.TransferHospital, Facts.WarrantDate);
    public static readonly Paper PrisonTransferLetter = Letter("prison-transfer-letter", "Letter to prison and hospital with the transfer direction", "The prison and the hospital", Facts.Prison, Facts.TransferHospital, Facts.WarrantDate, Facts.BedFrom);
    public static readonly Paper PrisonTransferRefused = Letter("prison-transfer-refused", "Letter: transfer refused", "The prison and the hospital", Facts.Prison, Facts.DecisionReasons);
    public static readonly Paper TransferConsent = Letter("transfer-consent", "Consent to the transfer, section 41(3)(c)", "Both hospitals", Facts.ProposedHospital, Facts.ProposedSecurity, Facts.MoveDirection);
    public static readonly Paper TrialLeaveConsent = Letter("trial-leave-consent", "Consent to trial leave, section 17", "Both hospitals", Facts.ProposedHospital, Facts.ProposedSecurity);
    public static readonly Paper TrialLeaveExtended = Letter("trial-leave-extended", "Letter: trial leave extended", "Both hospitals", Facts.ProposedHospital, Facts.TrialLeaveTo);
    public static readonly Paper FullTransfer = Letter("full-transfer", "Consent to full transfer after trial leave", "Both hospitals", Facts.ProposedHospital, Facts.TrialLeaveFrom);
    public static readonly Paper TransferRefused = Letter("transfer-refused", "Letter: transfer refused", "Responsible clinician", Facts.ProposedHospital, Facts.DecisionReasons);
    public static readonly Paper IncompleteForm = Letter("form-incomplete", "Letter: the form is incomplete", "Responsible clinician", Facts.MissingInformation);
    public static readonly Paper RemissionWarrant = Warrant("remission-warrant", "Remission warrant", "The hospital and the receiving prison", Facts.RemissionGround, Facts.ReceivingPrison, Facts.WarrantDate);
    public static readonly Paper RemissionLetter = Letter("remission-letter", "Letter to hospital and prison with the remission warrant", "The hospital and the receiving prison", Facts.ReceivingPrison, Facts.WarrantDate, Facts.MinutesSentOn);
    public static readonly Paper RemissionRefused = Letter("remission-refused", "Letter: remission refused", "Responsible clinician", Facts.DecisionReasons);
    public static readonly Paper ReleaseDirection = Warrant("release-direction", "Direction to release, section 50(1)(b)", "The hospital", Facts.DecisionReasons);
    public static readonly Paper EndOfRestriction = Letter("end-of-restriction", "Letter: restrictions have ended", "Hospital, patient, police and probation");

    // Discharge
    public static readonly Paper DischargeWarrant = Warrant("conditional-discharge-warrant", "Warrant of conditional discharge, section 42(2)", "The hospital", Facts.DecisionReasons);
    public static readonly Paper DischargeLetter = Letter("discharge-letter", "Letter: conditional discharge and its conditions", "Patient and supervisors", Facts.DischargedOn, Facts.ConditionResidence, Facts.ConditionTreatment, Facts.ConditionSupervision, Facts.ConditionSubstances, Facts.ConditionVictims, Facts.ConditionLiberty);
    public static readonly Paper DischargeRefused = Letter("discharge-refused", "Letter: discharge refused", "Responsible clinician", Facts.DecisionReasons);
    public static readonly Paper ArrangementsAsked = Letter("arrangements-asked", "Letter: how the arrangements for the discharge stand", "Whoever is asked", Facts.ArrangementsAskedOf, Facts.TribunalDecisionOn, Facts.ArrangementsOutstanding);
    public static readonly Paper ReportChase = Letter("report-chase", "Letter: the supervisors’ report is late", "Clinical and social supervisor");
    public static readonly Paper ConcernLetter = Letter("concern-letter", "Letter: outcome of the concern", "Clinical and social supervisor", Facts.DecisionReasons);
    public static readonly Paper ConditionsLetter = Letter("conditions-letter", "Letter: conditions changed", "Patient and supervisors", Facts.ChangedFrom, Facts.ConditionResidence, Facts.ConditionTreatment, Facts.ConditionSupervision, Facts.ConditionSubstances, Facts.ConditionVictims, Facts.ConditionLiberty);
    public static readonly Paper ConditionsRefused = Letter("conditions-refused", "Letter: change of conditions refused", "Clinical and social supervisor", Facts.DecisionReasons);
    public static readonly Paper DischargedReference = new("discharged-reference", "Reference to the tribunal, section 75(2C) or (2E)", PaperKind.Reference, [Facts.TribunalBody, Facts.ReferredOn]) { To = "The tribunal" };
    public static readonly Paper AbsoluteDischargeWarrant = Warrant("absolute-discharge-warrant", "Warrant of absolute discharge, section 42(2)", "Patient and supervisors", Facts.EndedOn);
    public static readonly Paper LiftingDirection = Warrant("lifting-direction", "Direction that restrictions end, section 42(1)", "Patient and supervisors", Facts.EndedOn);
    public static readonly Paper AbsoluteRefused = Letter("absolute-refused", "Letter: restrictions stay", "Clinical and social supervisor", Facts.DecisionReasons);

    // Others
    /// <summary>Written by no step: by whoever asks for papers, one letter a case and source.</summary>
    public static readonly Paper PapersWanted = Letter("papers-wanted", "Letter: papers that we need", "Whoever owes the papers", Facts.PapersAskedFor);

    // Tribunal
    public static readonly Paper TribunalReference = new("tribunal-reference", "Reference to the tribunal", PaperKind.Reference, [Facts.TribunalRoute, Facts.TribunalBody, Facts.ReferredOn]) { To = "The tribunal" };
    public static readonly Paper CaseSummary = Letter("case-summary", "Case summary for the tribunal", "The tribunal", Facts.TribunalBody, Facts.StatementKind, Facts.CaseSummary);
    public static readonly Paper ConvictionsCover = Letter("convictions-cover", "Cover sheet: previous convictions", "The tribunal", Facts.TribunalBody, Facts.ConvictionsOn);
    public static readonly Paper FullStatement = Letter("full-statement", "Statement: our information and observations", "The tribunal", Facts.TribunalBody, Facts.HospitalPapersOn, Facts.Observations);
    public static readonly Paper DischargedStatement = Letter("discharged-statement", "Statement: our observations on a discharged patient", "The tribunal", Facts.TribunalBody, Facts.SupervisorsReportsOn, Facts.Observations);
    public static readonly Paper DirectionsReply = Letter("directions-reply", "Reply to the tribunal’s directions", "The tribunal", Facts.TribunalBody, Facts.Direction, Facts.DirectionsReply);
    public static readonly Paper Section74Agreed = Letter("section-74-agreed", "Section 74: notice that the patient may be discharged", "The tribunal", Facts.TribunalBody, Facts.Section74NotifiedOn, Facts.DecisionReasons);
    public static readonly Paper Section74Withheld = Letter("section-74-withheld", "Section 74: no notice of discharge", "The tribunal and the hospital", Facts.TribunalBody, Facts.Section74NotifiedOn, Facts.DecisionReasons);

    /// <summary>Read from the fields, so that no new paper can be forgotten.</summary>
    public static IReadOnlyList<Paper> All => field ??= [.. typeof(Papers).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Paper>()];

    public static Paper Get(string key) => All.FirstOrDefault(p => p.Key == key) ?? throw new ArgumentException($"There is no paper '{key}'", nameof(key));

    static Paper Warrant(string key, string label, string to, params IReadOnlyList<Fact> uses) => new(key, label, PaperKind.Warrant, uses) { To = to, SignedBy = Authorities.SignWarrant };

    static Paper Letter(string key, string label, string to, params IReadOnlyList<Fact> uses) => new(key, label, PaperKind.Letter, uses) { To = to };
}
