using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>What the tables ask for, one field a fact; the key is the field's name. A fact that several tables ask is the same fact in each.</summary>
public static partial class Facts
{
    public static readonly Fact Recommendation = Fact.LongText("Recommendation and its reasons") with { Hint = "What you recommend, the evidence for it, and the evidence against it", IsDisturbing = true };
    public static readonly Fact DecisionReasons = Fact.LongText("Reasons for the decision") with { Hint = "Against the legal test: which evidence, what weight, which alternatives", IsDisturbing = true };
    /// <summary>Asked by no step: a letter that asks for papers names each on a line of its own.</summary>
    public static readonly Fact PapersAskedFor = Fact.LongText("The papers that are asked for");
    public static readonly Fact SentBackBecause = Fact.LongText("What is still needed") with { Hint = "Name the report or the question, so that nobody has to ask" };
    public static readonly Fact HoldReason = Fact.LongText("Why the case is held") with { Hint = "The claim, inquest or advice that has to come first, and who is dealing with it" };
    public static readonly Fact ResumeReason = Fact.LongText("Why the hold ends");
    public const string PatientDied = "The patient died", OpenedInError = "Opened in error";
    public static readonly Fact EndingReason = Fact.Choice("Why the case ends", ["The request was withdrawn", PatientDied, "The court disposed of the case", "The patient was released", "The tribunal discharged the patient", OpenedInError, "Another reason"]);
    public static readonly Fact EndingDetail = Fact.LongText("What happened") with { Hint = "When, who told us, and what follows" };
    public static readonly Fact ReviewOn = Fact.Date("Date of the next review", When.NotBeforeToday);

    /// <summary>Asked wherever a decision may touch a victim (domain notes, 2.8). What the victim said stays in the victims' part.</summary>
    public static readonly Fact VictimCheck = Fact.Choice("Victim check", ["Liaison officer asked: nothing to add", "Liaison officer asked: terms or exclusion zones are needed", "Liaison officer could not be reached in time"]).Optional with { Hint = "Answer it where a victim is in the Victim Contact Scheme. Write no victim's name here" };

    public static readonly Fact WarrantDate = Fact.Date("Date of the warrant", When.NotAfterToday);
    public static readonly Fact BriefReason = Fact.LongText("Brief reason, as printed on the warrant") with { Hint = "One or two plain sentences that the patient will be told when the warrant is executed", IsDisturbing = true };
    public static readonly Fact BedConfirmedBy = Fact.Text("Who confirmed the bed").Optional with { Hint = "Name and post at the receiving hospital" };
    public static readonly Fact BedConfirmedOn = Fact.Date("Date the bed was confirmed", When.NotAfterToday).Optional;
    public static readonly Fact ResponsibleClinician = Fact.Text("Responsible clinician").Optional with { Hint = "Name of the clinician at the hospital where the patient now is" };
    public static readonly Fact Ward = Fact.Text("Ward or unit").Optional;

    public static IReadOnlyList<string> SecurityLevels => ["High", "Medium", "Low", "Non-secure"];

    // The tribunal
    public const string TribunalOfEngland = "First-tier Tribunal (Mental Health)", TribunalOfWales = "Mental Health Review Tribunal for Wales";
    public static readonly Fact TribunalBody = Fact.Choice("Tribunal", [TribunalOfEngland, TribunalOfWales]);
    public static readonly Fact ReferredOn = Fact.Date("Date of the reference", When.NotAfterToday);
    public static readonly Fact TribunalReceivedOn = Fact.Date("Date the tribunal received the reference", When.NotAfterToday);
    public static readonly Fact TribunalNumber = Fact.Text("The tribunal’s case number").Optional;
    public static readonly Fact HospitalPapersOn = Fact.Date("Date we received the hospital’s papers", When.NotAfterToday);
    public static readonly Fact StatementEndorsed = Fact.Confirmation("I have checked and endorse our information and observations") with { Hint = "Index offence, other convictions, full history of liability to detention, observations" };
    public static readonly Fact HearingOn = Fact.Date("Date of the hearing");
    public static readonly Fact TribunalDecisionOn = Fact.Date("Date of the tribunal’s decision", When.NotAfterToday);
    public static readonly Fact TribunalDecision = Fact.LongText("The tribunal’s decision and reasons, in short") with { IsDisturbing = true };

    // Voluntary admission, in a recall and under supervision alike (domain notes, 2.4)
    public static readonly Fact VoluntaryHospital = Fact.Hospital("Hospital of the voluntary admission");
    public static readonly Fact VoluntaryFrom = Fact.Date("Date of the voluntary admission", When.NotAfterToday);
    public static readonly Fact VoluntaryBasis = Fact.Choice("Legal basis of the admission", ["Informal", "Section 2", "Section 3", "Section 4", "Section 5"]);
    public static readonly Fact VoluntaryReason = Fact.LongText("Why admission, and why the risk can be contained without recall") with { IsDisturbing = true };
    public static readonly Fact Capacity = Fact.Choice("Capacity to consent to the admission", ["Has capacity and consents", "Lacks capacity", "Not needed: detained under Part 2"]);
    public static readonly Fact VoluntaryUpdate = Fact.LongText("The clinician’s update") with { IsDisturbing = true };
    public static readonly Fact StillConsents = Fact.YesNo("Does the patient still consent, or is Part 2 still in force?");
    public static readonly Fact RiskRisen = Fact.YesNo("Has the risk risen?");
    public static readonly Fact RecallNeeded = Fact.YesNo("Is recall now needed?");
    public static readonly Fact VoluntaryEndedOn = Fact.Date("Date the patient left hospital", When.NotAfterToday);
    public static readonly Fact CommunityAddress = Fact.Text("Where the patient lives") with { Hint = "Name of the placement or address" };
}
