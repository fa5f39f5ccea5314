using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Patients;

/// <summary>The day by which the responsible clinician has to report on a detained restricted patient: within a year of the last report (MHA 1983 s41(6), s45B(3), s49(3)).</summary>
/// <param name="Worked">How the day was worked out; its last day is the day.</param>
public sealed record ReportDuty(Working Worked)
{
    public DateOnly On => Worked.LastDay;

    /// <summary>Null where the patient is not detained under restrictions.</summary>
    public static ReportDuty? Of(LegalCategory category, DateOnly? since, DateOnly? lastReport, DateOnly today, ReferenceBook book) =>
        From(category, since, lastReport, today) is { } from ? new(book.Resolve(Terms.AnnualReport).WorkOut(from, book.Days)) : null;

    /// <summary>The day it is counted from: the last report under this detention. Where the record is silent the reports are taken to have come with each year, so that the next falls on the anniversary.</summary>
    public static DateOnly? From(LegalCategory category, DateOnly? since, DateOnly? lastReport, DateOnly today)
    {
        if (!category.IsDetained || since is not { } began) return null;
        if (lastReport >= began) return lastReport;
        var years = Math.Max(0, today.Year - began.Year);
        while (years > 0 && began.AddYears(years) >= today) years--;
        return began.AddYears(years);
    }
}
