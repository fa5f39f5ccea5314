using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Papers
{
    public static readonly Paper DeathPoliceNotice = Letter("death-police-notice", "Notice of the death to the police", "Police", Facts.DiedOn, Facts.DeathPlace);
    public static readonly Paper DeathLetter = Letter("death-letter", "Letter: our file closes after the death", "Hospital or supervisors", Facts.DiedOn);
    public static readonly Paper EndForecast = Letter("end-forecast", "Letter: restrictions will end on the release date", "Responsible clinician and hospital");
    public static readonly Paper EndOfRestrictionPatient = Letter("end-of-restriction-patient", "Letter to the patient: restrictions have ended", "The patient");
    public static readonly Paper AnnualReportRequest = Letter("annual-report-request", "Letter: the annual report is due", "Responsible clinician");
    public static readonly Paper AnnualReportChase = Letter("annual-report-chase", "Letter: the annual report is overdue", "Responsible clinician");
    public static readonly Paper AnnualReportEscalation = Letter("annual-report-escalation", "Letter to the medical director: the annual report is missing", "Medical director of the hospital");
}
