using System.Globalization;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    public static readonly Rule IsEscortedDay = IsLeave("The leave is by day, escorted", Facts.EscortedDay);
    public static readonly Rule IsUnescortedDay = IsLeave("The leave is by day, unescorted", Facts.UnescortedDay);
    public static readonly Rule IsOvernight = IsLeave("The leave is overnight", Facts.EscortedOvernight, Facts.UnescortedOvernight);
    public static readonly Rule IsLongTermLeave = IsLeave("The leave is long-term, escorted", Facts.LongTermEscorted);
    public static readonly Rule IsOvernightOrLongTerm = IsLeave("The leave is overnight or long-term", Facts.EscortedOvernight, Facts.UnescortedOvernight, Facts.LongTermEscorted);
    public static readonly Rule IsMedicalLeave = IsLeave("The leave is medical", Facts.MedicalLeave);
    public static readonly Rule IsCompassionateLeave = IsLeave("The leave is compassionate", Facts.CompassionateLeave);
    public static readonly Rule IsUrgentLeave = IsLeave("The leave is medical or compassionate", Facts.MedicalLeave, Facts.CompassionateLeave);
    public static readonly Rule IsNotUrgentLeave = IsUrgentLeave.Not("The leave is neither medical nor compassionate");
    public static readonly Rule IsCourtAttendance = IsLeave("The patient is to attend court or an inquiry", Facts.CourtAttendance);

    public static readonly Rule LeaveEndsLater = new("The leave ends no earlier than it begins", s => s.Facts.Date(Facts.LeaveUntil) >= s.Facts.Date(Facts.LeaveFrom))
    {
        About = [Facts.LeaveFrom, Facts.LeaveUntil], Otherwise = "The last day of the leave can’t be before its first: correct one of the two", Mend = Mend.Record(Facts.LeaveUntil),
    };
    public static readonly Rule LeaveStillAhead = new("The last day of the leave has not passed", s => s.Facts.Date(Facts.LeaveUntil) >= s.Today)
    {
        About = [Facts.LeaveUntil], Otherwise = "The last day of the leave has passed: agree other days, or end the case", Mend = Mend.Record(Facts.LeaveUntil),
    };
    public static readonly Rule ExclusionsWhereNeeded = Recorded("Exclusion zones are worded, where the victim check asks for them", Facts.LeaveExclusions, "The victim check asks for terms or exclusion zones: write them",
        s => s.Facts.Text(Facts.VictimCheck) == Facts.VictimCheck.Options[1]);

    /// <summary>MHCS guidance on completed leave: a report on all earlier leave is held before a new request is considered.</summary>
    public static readonly Rule EarlierLeaveReported = new("Every earlier leave is reported", s => UnreportedLeave(s) is null)
    {
        Otherwise = "A report on every earlier leave has to be held first", Names = s => UnreportedLeave(s) is { } leave ? ($"{Words(leave)} is not reported yet: record the clinician’s report on it first", Mend.In(leave.Case)) : null,
    };
    public static readonly Rule ReportFollowsLeave = new("The report is not older than the end of the leave", s => s.Facts.Date(Facts.LeaveReportOn) >= (LeaveOf(s)?.To ?? DateOnly.MinValue))
    {
        About = [Facts.LeaveReportOn], Otherwise = "The report was written before the leave ended: ask for one on the whole leave",
    };
    public static readonly Rule ReportWithinLeave = new("The report is not older than the leave", s => s.Facts.Date(Facts.LeaveReportOn) >= (LeaveOf(s)?.From ?? DateOnly.MinValue))
    {
        About = [Facts.LeaveReportOn], Otherwise = "The report was written before the leave began, so it says nothing about it: ask for a new one",
    };
    public static readonly Rule IncidentReportAwaited = new("The hospital’s report of an incident is awaited", s => s.File.Deadlines.Any(d => d.IsRunning && d.Rule == Terms.LeaveIncidentReported.Rule));
    public static readonly Rule LaterLeaveAgreed = new("Leave was agreed later", s => s.Patient.Leaves.SkipWhile(l => l.Case != s.File.Reference.Value).Skip(1).Any(l => l.To is null))
    {
        Otherwise = "No later leave stands on the patient’s record: agree it in its own case first", Mend = Mend.Patient,
    };

    /// <summary>Leave of this kind that the case has in force and the patient's record suspended.</summary>
    public static Rule SuspendedByAbsence(Rule kind) => new($"{kind.Because}, and an absence has suspended it", s => kind.Holds(s) && LeaveOf(s) is { To: null, SuspendedOn: not null }) { About = kind.About };

    public static readonly Rule TrialLeaveSuspended = new("An absence has suspended the trial leave", s => LeaveOf(s) is { To: null, SuspendedOn: not null });

    /// <summary>The leave that this case agreed, as it stands on the patient's record.</summary>
    public static AgreedLeave? LeaveOf(Situation s) => s.Patient.Leaves.LastOrDefault(l => l.Case == s.File.Reference.Value);

    static AgreedLeave? UnreportedLeave(Situation s) => s.Patient.Leaves.FirstOrDefault(l => l.Case != s.File.Reference.Value && l.From <= s.Today && !l.IsReported(s.Today));

    static string Words(AgreedLeave leave) => $"The earlier leave ({leave.Kind.ToLowerInvariant()}, {Day(leave.From)} to {Day(leave.To ?? leave.Until)})";

    static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    static Rule IsLeave(string because, params IReadOnlyList<string> kinds) => new(because, s => s.Facts.Text(Facts.LeaveKind) is { } kind && kinds.Contains(kind)) { About = [Facts.LeaveKind] };
}
