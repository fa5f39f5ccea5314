using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

public static partial class Papers
{
    public static readonly Paper LeaveConsent = Letter("leave-consent", "Consent to leave, section 41(3)(c)(i)", "Responsible clinician", [Facts.LeaveKind, .. TermsOfLeave]);
    public static readonly Paper LeaveConsentInPart = Letter("leave-consent-in-part", "Consent to leave in part", "Responsible clinician", [Facts.LeaveKind, .. TermsOfLeave, Facts.LeaveNotAgreed]);
    public static readonly Paper LeaveRefused = Letter("leave-refused", "Letter: leave refused", "Responsible clinician", Facts.LeaveKind, Facts.DecisionReasons);
    public static readonly Paper LeaveSuspended = Letter("leave-suspended", "Letter: leave suspended", "Responsible clinician", Facts.LeaveKind, Facts.ReviewOn);
    public static readonly Paper LeaveResumed = Letter("leave-resumed", "Letter: leave goes on", "Responsible clinician", [Facts.LeaveKind, .. TermsOfLeave]);
    public static readonly Paper LeaveWithdrawn = Letter("leave-withdrawn", "Letter: consent to leave withdrawn", "Responsible clinician", Facts.LeaveKind, Facts.DecisionReasons);
    public static readonly Paper CourtDirection = Warrant("court-direction", "Direction to attend, section 42(6)", "The hospital", Facts.LeaveWhere, Facts.LeaveWithWhom, Facts.LeaveFrom, Facts.LeaveUntil, Facts.AttendanceFor);

    static IReadOnlyList<Fact> TermsOfLeave => [Facts.LeaveWhere, Facts.LeaveHowOften, Facts.LeaveWithWhom, Facts.LeaveFrom, Facts.LeaveUntil, Facts.LeaveConditions, Facts.LeaveExclusions];
}
