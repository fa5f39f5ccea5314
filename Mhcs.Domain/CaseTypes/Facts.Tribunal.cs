using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public const string DetainedApplies = "Patient’s application, section 70", DischargedApplies = "Patient’s application, section 75(2) or (2A)", UnrestrictedApplies = "Patient’s application, section 69(2)",
                        ReferenceAtAnyTime = "Our reference at any time, section 71(1)", ReferenceOfDetained = "Our reference, section 71(2)", ReferenceAfterRecall = "Our reference after recall, section 75(1)",
                        ReferenceOfDischarged = "Our reference of a discharged patient, section 75(2B) to (2E)";

    const string FirstStatement = "First-time statement: written afresh", RepeatStatement = "Repeat statement: the earlier one brought up to date";

    // How it begins
    public static readonly Fact TribunalRoute = Fact.Choice("How the case comes to the tribunal", [DetainedApplies, DischargedApplies, UnrestrictedApplies, ReferenceAtAnyTime, ReferenceOfDetained, ReferenceAfterRecall, ReferenceOfDischarged]);
    public static readonly Fact ApplicationOn = Fact.Date("Date of the patient’s application", When.NotAfterToday).Optional with { Hint = "Leave it empty for a reference of ours" };
    public static readonly Fact HospitalReceivedOn = Fact.Date("Date the hospital received the application", When.NotAfterToday).Optional with { Hint = "The hospital’s three weeks run from it. Where it isn’t known they run from the day the application reached us" };
    public static readonly Fact SupervisorsReportsOn = Fact.Date("Date we received the supervisors’ reports", When.NotAfterToday);
    public static readonly Fact SupervisorsNamedOn = Fact.Date("Date we gave the names and addresses", When.NotAfterToday);

    // Our information and observations: the administrator's part, the caseworker's, and a second caseworker's endorsement (StatementEndorsed)
    public static readonly Fact ConvictionsOn = Fact.Date("Date the previous convictions were received and filed", When.NotAfterToday);
    public static readonly Fact StatementKind = Fact.Choice("Kind of statement", [FirstStatement, RepeatStatement]);
    public static readonly Fact CaseSummary = Fact.LongText("Case summary") with { Hint = "Index offence, other convictions and findings, full history of liability to detention", IsDisturbing = true };
    public static readonly Fact RepeatChecked = Fact.Confirmation("I have checked the repeat statement and the case summary against the file");
    public static readonly Fact Observations = Fact.LongText("Observations of the Secretary of State") with { IsDisturbing = true, IsCleared = true };

    // The hearing and what the tribunal orders
    public static readonly Fact HearingMovedBecause = Fact.LongText("Why the hearing moved, and who told us");
    public static readonly Fact CheckedForHearing = Fact.Confirmation("I have checked that statement and case summary are still right for the hearing");
    public static readonly Fact AdjournedOn = Fact.Date("Date of the adjournment or postponement", When.NotAfterToday);
    public static readonly Fact AdjournedBecause = Fact.LongText("Why it was adjourned or postponed");
    public static readonly Fact DirectionReceivedOn = Fact.Date("Date the direction was received", When.NotAfterToday);
    public static readonly Fact Direction = Fact.Text("What the tribunal directs") with { Hint = "One direction at a time: each becomes a date of its own" };
    public static readonly Fact DirectionDueOn = Fact.Date("Date by which it has to be done");
    public static readonly Fact DirectionsReply = Fact.LongText("Our reply to the directions");
    public static readonly Fact DirectionsReview = Fact.LongText("What the deputy head finds");
    public static readonly Fact JudgeConcern = Fact.LongText("The concern, and how it was put to the judge");
    public static readonly Fact JudgeAnswer = Fact.LongText("The judge’s answer");
    public static readonly Fact HeardOn = Fact.Date("Date the hearing ended", When.NotAfterToday);
    public static readonly Fact NoHearingWanted = Fact.LongText("The representative’s statement that no hearing is wanted") with { Hint = "In writing, for an adult patient who is represented (rule 35(3))" };
    public static readonly Fact WithdrawnOn = Fact.Date("Date of the withdrawal", When.NotAfterToday);

    // The decision and what we make of it
    public static readonly Fact ReasonsOn = Fact.Date("Date the decision and its reasons were sent to us", When.NotAfterToday);
    public static readonly Fact TribunalRecommends = Fact.LongText("Recommendation of the tribunal").Optional with { Hint = "Leave or a transfer: not binding. Record what we reply" };
    public static readonly Fact Section74NotifiedOn = Fact.Date("Date of the notification under section 74", When.NotAfterToday);
    public const string EntitledConditionally = "To be discharged conditionally", EntitledAbsolutely = "To be discharged absolutely";
    public static readonly Fact Section74Entitlement = Fact.Choice("What the patient would be entitled to", [EntitledConditionally, EntitledAbsolutely]);
    public static readonly Fact Section74Stay = Fact.YesNo("Does the tribunal recommend staying in hospital if not discharged?");
    public static readonly Fact ChallengeGround = Fact.LongText("Ground of the challenge") with { Hint = "A point of law, or a procedural irregularity" };
    public static readonly Fact ChallengeOutcome = Fact.LongText("Outcome of the challenge");
    public static readonly Fact DecisionStands = Fact.YesNo("Does the tribunal’s decision stand?");
    public static readonly Fact OpenedAgain = Fact.LongText("What the decision had ended, and what is opened again").Optional with { Hint = "Where a discharge falls: other cases, leave and supervision stay ended until each is opened anew, and the case of the discharge itself is ended. Say too where the patient is" };
    public static readonly Fact PermissionRefusedOn = Fact.Date("Date on which permission was refused", When.NotAfterToday);
    public static readonly Fact SetAsideRefusedOn = Fact.Date("Date on which setting aside was refused", When.NotAfterToday);
    public static readonly Fact Implementation = Fact.LongText("What was done to carry the outcome out") with { Hint = "Who was told, what was recorded, which case goes on" };
}
