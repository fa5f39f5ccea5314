using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string ReportDueDay = "the annual report was due";

    public static readonly Term CheckReleaseDate = Target("END-04", "Check the release date a month before it", Unit.Days, "the release date", Administrator, wording: Wording.Before);

    public static readonly Term CheckReleaseDateAgain = Target("END-05", "Check the release date a week before it", Unit.Days, "the release date", Administrator, wording: Wording.Before);

    /// <summary>For a case that opens so late that the day of the ordinary warning has passed: a list taken over, a date recorded late.</summary>
    public static readonly Term WarnRestrictionEndsAtOnce = Target("END-07", "Warn clinician and hospital at once that restrictions will end", Unit.WorkingDays, "the case is opened, too late for the ordinary warning", Administrator);

    /// <summary>A little earlier than the warning is due, so that it can be given in time.</summary>
    public static readonly Term OpenEndOfRestriction = Target("END-06", "Open the case before the release date", Unit.Days, "the release date", Administrator, wording: Wording.Before);

    public static readonly Term OpenAnnualReport = Target("RPT-03", "Open the annual report before it falls due", Unit.Days, "the day the annual report is due", Administrator, wording: Wording.Before);

    public static readonly Term AskForAnnualReport = Target("RPT-04", "Ask for the annual report", Unit.WorkingDays, "the case is opened", Administrator);

    public static readonly Term EscalateAnnualReport = Target("RPT-05", "Escalate the missing annual report to the medical director", Unit.WorkingDays, ReportDueDay, CaseworkManager);

    public static readonly Term AnnualReportToManagers = Target("RPT-06", "Take the missing annual report up with the hospital managers", Unit.WorkingDays, ReportDueDay, TeamManager);

    public static readonly Term ReadAnnualReport = Target("RPT-07", "Read the annual report and look for concern", Unit.WorkingDays, "the report is received", Caseworker);
}
