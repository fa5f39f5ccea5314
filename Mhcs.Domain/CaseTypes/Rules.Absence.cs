using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    public static readonly Rule NotAbsent = new("The patient is not absent without leave", s => s.Patient.AbsentSince is null)
    {
        Otherwise = "The patient is absent without leave: record the return first",
        Names = s => s.Patient.Absences.FirstOrDefault(a => a.To is null) is { } absence ? ("The patient is absent without leave: record the return first", Mend.In(absence.Case)) : null,
    };
    public static readonly Rule LeaveFitsAbsence = new("Whoever did not return was on leave", s => s.Facts.Text(Facts.AbsenceKind) != Facts.FailureToReturn || s.Facts.Text(Facts.AbsenceLeave) != Facts.NotOnLeave)
    {
        About = [Facts.AbsenceKind, Facts.AbsenceLeave], Otherwise = "A patient who failed to return was on leave: choose which", Mend = Mend.Record(Facts.AbsenceLeave),
    };
    public static readonly Rule ToldByOthers = new("Somebody else than the hospital told us", s => s.Facts.Text(Facts.AbsenceToldBy) != Facts.AbsenceToldBy.Options[0]) { About = [Facts.AbsenceToldBy] };
    public static readonly Rule HospitalSilent = Runs("The hospital has not told us yet", Terms.WeAreToldOfAbsence);
    public static readonly Rule IsHighProfile = Of("The patient is high profile", p => p.HighProfile);
    public static readonly Rule NotFlagged = new("The patient is neither high profile nor flagged here yet", s => !s.Patient.HighProfile && !s.File.Facts.Has(Facts.HighProfileWhy));
    public static readonly Rule BriefingToDo = Runs("A briefing is due", Terms.BriefOnIncident);
    public static readonly Rule VictimToWarn = new("The victim is still to be warned", s => s.Patient.VictimScheme && !Facts.IsWarned(s.File.Facts));
    public static readonly Rule VictimWarned = new("The victim has been warned, where there is one", s => !s.Patient.VictimScheme || Facts.IsWarned(s.Facts))
    {
        About = [Facts.VictimWarning], Otherwise = "A victim is in the Victim Contact Scheme: have the police or the liaison officer warn them, and record who did", Mend = Mend.Record(Facts.VictimWarning),
    };
    public static readonly Rule ReturnFollowsAbsence = new("The return is not before the absence", s => s.Facts.Instant(Facts.ReturnedAt) >= s.Facts.Instant(Facts.AbsenceFoundAt))
    {
        About = [Facts.ReturnedAt, Facts.AbsenceFoundAt], Otherwise = "The return can’t be before the absence was discovered", Mend = Mend.Record(Facts.ReturnedAt),
    };
    public static readonly Rule AbsenceReportAwaited = new("The hospital’s report is awaited", s => !s.File.Facts.Has(Facts.AbsenceReportOn));
    public static readonly Rule AbsenceReported = Recorded("The hospital’s report on the absence is held", Facts.AbsenceReportOn, "Record the hospital’s report on the absence first");

    /// <summary>Each leave is let go on or withdrawn at the level that agreed it, in its own case.</summary>
    public static readonly Rule SuspendedLeaveDecided = new("All suspended leave is decided on", s => SuspendedLeave(s) is null)
    {
        Otherwise = "Leave is still suspended: let it go on or withdraw it first",
        Names = s => SuspendedLeave(s) is { } leave ? ($"Leave ({leave.Kind.ToLowerInvariant()}, until {Day(leave.Until)}) is still suspended: let it go on or withdraw it first", Mend.In(leave.Case)) : null,
    };

    static AgreedLeave? SuspendedLeave(Situation s) => s.Patient.Leaves.FirstOrDefault(l => l is { To: null, SuspendedOn: not null });
}
