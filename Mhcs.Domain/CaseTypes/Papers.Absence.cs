using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Papers
{
    public static readonly Paper AbsencePoliceNotice = Letter("absence-police-notice", "Notice to the police: patient absent without leave", "Police", Facts.PoliceForce, Facts.AbsenceKind, Facts.AbsenceFoundAt, Facts.LastSeen, Facts.AbsenceRisk);
    public static readonly Paper AbsenceReportRequest = Letter("absence-report-request", "Letter: report on the absence asked for", "The hospital", Facts.AbsenceKind, Facts.AbsenceFoundAt);
    public static readonly Paper AbsenceBriefing = Letter("absence-briefing", "Briefing: absence of a high-profile patient", "Head of team", Facts.AbsenceKind, Facts.AbsenceFoundAt, Facts.LastSeen, Facts.AbsenceBriefing, Facts.MediaLines);
    public static readonly Paper AbsenceOutcome = Letter("absence-outcome", "Letter: outcome of the review of the absence", "Responsible clinician", Facts.AbsenceFoundAt, Facts.AbsenceLessons, Facts.DecisionReasons);

    public static readonly Paper HighProfileBriefing = Letter("high-profile-briefing", "Briefing: high-profile patient", "Head of team and the minister’s office", Facts.HighProfileWhy, Facts.HighProfileOffence, Facts.HighProfileMedia, Facts.HighProfileParliament, Facts.HighProfileLevel, Facts.DecisionReasons);
    public static readonly Paper HighProfileLines = Letter("high-profile-lines", "Lines for the press office", "Press office", Facts.HighProfileLevel, Facts.PressLines);
}
