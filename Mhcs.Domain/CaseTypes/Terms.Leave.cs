using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string DelaysPage = "gov.uk, delays in mental health casework decisions (January 2018)", ApplicationReceived = "the application is received";

    public static readonly Term EscortedLeaveDecision = Target("LV-01", "Decide the escorted day leave", Unit.WorkingDays, Complete, Caseworker) with { Note = "No published response target was found." };

    public static readonly Term UnescortedLeaveDecision = Target("LV-02", "Decide the unescorted day leave", Unit.WorkingDays, Complete, DeputyHead);

    public static readonly Term OvernightLeaveDecision = Target("LV-03", "Decide the overnight leave", Unit.WorkingDays, Complete, DeputyHead);

    public static readonly Term MedicalLeaveDecision = new("LV-04", "Decide the urgent medical leave", 0, Unit.Hours, Wording.After, Binding.Target, DelaysPage)
    {
        Trigger = ApplicationReceived, Owner = Caseworker, SourceUrl = DelaysUpdate, Verified = true, Note = "Critical class: without delay, on the same day."
    };

    public static readonly Term CompassionateLeaveDecision = Target("LV-05", "Decide the compassionate leave", Unit.WorkingDays, ApplicationReceived, Caseworker, DelaysPage) with
    {
        SourceUrl = DelaysUpdate, Note = "Treated as critical; the number is ours."
    };

    public static readonly Term LeaveReport = Target("LV-06", "Report on the completed leave", Unit.Days, "the leave is completed", Clinician, "gov.uk, completed leave report") with
    {
        SourceUrl = "https://www.gov.uk/government/publications/completed-leave-report", Watch = true, Note = "An up-to-date report on all earlier leave must be held before a new request is considered; the number is ours."
    };

    public static readonly Term ReturnIncompleteLeave = Target("LV-07", "Return the incomplete application", Unit.WorkingDays, ApplicationReceived, Administrator);

    public static readonly Term LeaveIncidentReported = new("LV-08", "The hospital tells us of an incident, absence or breach on leave", 0, Unit.Hours, Wording.After, Binding.Code, "MHA Code of Practice; MHCS guidance")
    {
        Trigger = "the incident on leave", Owner = Hospital, Watch = true, Note = "Immediately; starts a review of the consent."
    };

    public static readonly Term ReviewSuspendedLeave = Target("LV-09", "Review the suspended consent", Unit.WorkingDays, "the leave is suspended", DeputyHead);

    /// <summary>The letter of suspension promises it to the clinician.</summary>
    public static readonly Term ReviewOfLeavePromised = new("LV-11", "Review the suspended consent by the day our letter gave", 0, Unit.Days, Wording.After, Binding.Target, "As our letter says")
    {
        Trigger = "the day our letter gave", Owner = DeputyHead, Note = "The day itself, as whoever suspended the leave set it."
    };

    /// <summary>The period is the consent’s own; with its last day it is spent.</summary>
    public static readonly Term LeaveEnds = new("LV-10", "The last day of the leave", 0, Unit.Days, Wording.After, Binding.Statute, "MHA 1983 s41(3)(c)(i)")
    {
        Trigger = "the last day of the leave", Owner = "The consent", SourceUrl = Mha(41), Watch = true, Note = "The leave ends with this day by itself; then the report on it is due."
    };
}
