using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Facts
{
    public const string EscortedDay = "Escorted day", UnescortedDay = "Unescorted day", EscortedOvernight = "Escorted overnight", UnescortedOvernight = "Unescorted overnight",
                        LongTermEscorted = "Long-term escorted", MedicalLeave = "Medical", CompassionateLeave = "Compassionate", CourtAttendance = "Court attendance",
                        TrialLeave = "Trial leave";

    // The application, and the terms of the leave: as asked for, and from the decision on as agreed
    public static readonly Fact LeaveKind = Fact.Choice("Kind of leave", [EscortedDay, UnescortedDay, EscortedOvernight, UnescortedOvernight, LongTermEscorted, MedicalLeave, CompassionateLeave, CourtAttendance]);
    public static readonly Fact LeavePurpose = Fact.LongText("Purpose of the leave");
    public static readonly Fact LeaveWhere = Fact.Text("Where the leave goes") with { Hint = "Place or area, and how far from the hospital. Write no victim’s name here" };
    public static readonly Fact LeaveHowOften = Fact.Text("How often, and for how long") with { Hint = "Such as “twice a week, four hours”, or “once”" };
    public static readonly Fact LeaveWithWhom = Fact.Text("Who goes with the patient") with { Hint = "Escorts by post and number, or “nobody”" };
    public static readonly Fact LeaveFrom = Fact.Date("First day of the leave");
    public static readonly Fact LeaveUntil = Fact.Date("Last day of the leave", When.NotBeforeToday);
    public static readonly Fact LeaveProgress = Fact.LongText("Progress in hospital, and how earlier leave went") with { IsDisturbing = true };
    public static readonly Fact LeaveRisk = Fact.LongText("Risk on leave: to whom, of what, and what protects") with { Hint = "Violence, absconding, substances, contact with victims", IsDisturbing = true };
    public static readonly Fact LeaveContingency = Fact.LongText("What is done if something goes wrong");
    public static readonly Fact LeaveConditions = Fact.LongText("Conditions of the leave").Optional;
    public static readonly Fact LeaveExclusions = Fact.LongText("Exclusion zones and no-contact terms").Optional with { Hint = "Areas and contact, without names" };
    public static readonly Fact LeaveNotAgreed = Fact.LongText("What is not agreed, and why");
    /// <summary>The two grounds of MHA 1983 s42(6).</summary>
    public static readonly Fact AttendanceFor = Fact.Choice("Why attendance is desirable", ["In the interests of justice", "For the purposes of a public inquiry"]);

    // Suspension
    public static readonly Fact LeaveSuspendedOn = Fact.Date("Date of the clinician’s suspension", When.NotAfterToday);
    public static readonly Fact SuspensionReason = Fact.LongText("Why the leave is suspended") with { IsDisturbing = true };
    public static readonly Fact IncidentKind = Fact.Choice("Kind of incident", ["Failed to return", "Left the escort", "Substance use", "Threat or violence", "Contact with a victim", "Other breach of the terms"]);
    public static readonly Fact IncidentAt = Fact.DateTime("When it happened", When.NotAfterToday);
    public static readonly Fact Incident = Fact.LongText("What happened on leave") with { Hint = "Who told us, and what the hospital has done. Write no victim’s name here", IsDisturbing = true };
    public static readonly Fact IncidentReport = Fact.LongText("The hospital’s report of the incident") with { IsDisturbing = true };

    // The report on the leave
    public static readonly Fact LeaveReportOn = Fact.Date("Date of the clinician’s report", When.NotAfterToday);
    public static readonly Fact LeaveTaken = Fact.LongText("The leave taken, and how it went") with { Hint = "How often, incidents, effect on progress and risk", IsDisturbing = true };
    public static readonly Fact NoLeaveBecause = Fact.LongText("Why no leave was taken");
}
