using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public static readonly Fact ConcernSource = Fact.Choice("Who raised the concern", ["Responsible clinician", "Social supervisor", "Supervisors’ report", "Police", "MAPPA", "Victim liaison", "Family", "Someone else"]);
    public static readonly Fact ConcernAt = Fact.DateTime("When the concern reached us", When.NotAfterToday);
    public static readonly Fact Concern = Fact.LongText("The concern") with { Hint = "What happened or came to light, in the words of the person who told us", IsDisturbing = true };
    public static readonly Fact SupervisorsViews = Fact.LongText("What both supervisors say") with { Hint = "Call the clinical and the social supervisor; ask for a medical opinion", IsDisturbing = true };
    public static readonly Fact RecordsChecked = Fact.Confirmation("I have checked convictions, conditions of discharge, victim contact and MAPPA level");

    /// <summary>K v United Kingdom: recent medical evidence of disorder before recall, except in an emergency.</summary>
    public static readonly Fact MedicalEvidence = Fact.LongText("Medical evidence of mental disorder now").Optional with { Hint = "What the doctor found, and how it bears on the risk", IsDisturbing = true };
    public static readonly Fact MedicalEvidenceFrom = Fact.Text("Doctor who gave the medical evidence").Optional;
    public static readonly Fact MedicalEvidenceForm = Fact.Choice("How the medical evidence was given", ["In writing", "By telephone, written report to follow"]).Optional;
    /// <summary>R (MM) v SSHD 2007: something significant has happened or come to light.</summary>
    public static readonly Fact RecallRisk = Fact.LongText("What has changed, and the risk to whom") with { IsDisturbing = true };
    public static readonly Fact Alternatives = Fact.LongText("Alternatives to recall, and why they are not enough");
    public static readonly Fact RecallHospital = Fact.Hospital("Hospital named in the recall warrant");
    public static readonly Fact EmergencyReason = Fact.LongText("Why recall can’t wait for medical evidence") with { IsDisturbing = true };
    public static readonly Fact LastSeen = Fact.Text("Where and when the patient was last seen");
    public static readonly Fact PoliceForce = Fact.Text("Police force told");
    public static readonly Fact ChaseOutcome = Fact.LongText("What the police and the hospital say");
    /// <summary>The day the warrant takes effect in hospital: the tribunal month runs from it (s75(1)).</summary>
    public static readonly Fact ReturnedAt = Fact.DateTime("When the patient was back in hospital", When.NotAfterToday);
    public static readonly Fact ReturnConfirmedBy = Fact.Text("Who confirmed the return");
    // The three stages of HSG(93)20
    public static readonly Fact OralReasonAt = Fact.DateTime("Stage 1: brief reason given when the warrant was executed", When.NotAfterToday);
    public static readonly Fact ExplainedAt = Fact.DateTime("Stage 2: clinician explained the recall in person", When.NotAfterToday);
    public static readonly Fact WrittenReasonsAt = Fact.DateTime("Stage 3: written reasons given", When.NotAfterToday);
    public static readonly Fact LateReasons = Fact.LongText("Why the written reasons were late").Optional with { Hint = "Only where more than 72 hours passed after the return" };
}
