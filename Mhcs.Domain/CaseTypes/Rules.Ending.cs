using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    // End of restriction
    public static readonly Rule RestrictionsOver = Of("The restrictions have ended", p => !p.Category.IsRestricted);
    public static readonly Rule StillRestricted = RestrictionsOver.Not("The patient is restricted");
    public static readonly Anchor RestrictionsEndedOn = new("the day the restrictions ended", s => s.Patient.CategorySince);
    public static readonly Rule WarningToGive = new("The warning is still to be given", s => s.File.Deadlines.Any(d => d.IsRunning && (d.Rule == Terms.WarnRestrictionEnds.Rule || d.Rule == Terms.WarnRestrictionEndsAtOnce.Rule)));
    public static readonly Rule TimeToWarn = Ahead("There is time for the ordinary warning", Terms.WarnRestrictionEnds);
    public static readonly Rule TooLateToWarn = new("The day of the ordinary warning has passed", s => s.Patient.Category.IsRestricted && ReleaseDateOf(s) is not null && !TimeToWarn.Holds(s));
    public static readonly Rule TimeToCheck = Ahead("There is time for the check a month before", Terms.CheckReleaseDate);
    public static readonly Rule TimeToCheckAgain = Ahead("There is time for the check a week before", Terms.CheckReleaseDateAgain);
    public static readonly Rule CheckComesNow = TimeToCheck.IfNew("There is time now for the check a month before", Terms.CheckReleaseDate);
    public static readonly Rule SecondCheckComesNow = TimeToCheckAgain.IfNew("There is time now for the check a week before", Terms.CheckReleaseDateAgain);
    public static readonly Rule CheckToMake = Runs("The check a month before is still to be made", Terms.CheckReleaseDate);
    public static readonly Rule SecondCheckToMake = Runs("The check a week before is still to be made", Terms.CheckReleaseDateAgain);
    public static readonly Rule ReleaseDateIsAnother = new("The release date is another than the recorded one", s => s.Facts.Date(Facts.ReleaseDate) is { } day && day != s.Patient.ReleaseDate)
    {
        About = [Facts.ReleaseDate], Otherwise = "Enter a release date that differs from the recorded one. Where there is none any more, record that", Mend = Mend.Record(Facts.ReleaseDate),
    };
    public static readonly Rule ReleaseDatePutOff = new("The release date lies further ahead: the record gives a later one, or the patient was at large meanwhile", s => LaterReleaseDate(s) is not null);
    public static readonly Rule ReleaseDateStands = ReleaseDatePutOff.Not("The record gives no later release date, and the patient was not at large meanwhile");
    public static readonly Rule ReleaseDateOnRecordStands = Of("The patient’s record gives a release date", p => p.ReleaseDate is not null);
    public static readonly Rule PapersIssued = new("Every paper has been issued", s => s.File.Papers.All(p => p.Version > 0)) { Otherwise = "A paper is still to be issued", Mend = Mend.IssuePapers };

    /// <summary>The release date where it is a later one than the case has counted to: as the record now gives it, or moved on by the days at large since it was recorded, in which the sentence did not run (MHA 1983 s50(4)). Null: it stands.</summary>
    public static DateOnly? LaterReleaseDate(Situation s)
    {
        if (s.Patient.ReleaseDate is { } onRecord && onRecord > s.Today) return onRecord;
        var day = ReleaseDateOf(s)?.AddDays(s.Patient.DaysAtLarge(London.Day(s.Facts.Entry(Facts.ReleaseDate)?.At ?? s.File.OpenedAt), s.Today));
        return day > s.Today ? day : s.Patient.IsUnlawfullyAtLarge && day is not null ? s.Today.AddDays(1) : null;
    }

    /// <summary>A day counted back from the release date that is not over when the count begins.</summary>
    static Rule Ahead(string because, Term term) => new(because, s => s.Patient.Category.IsRestricted && ReleaseDateOf(s) is { } release && s.On.Book.Resolve(term).WorkOut(release, s.On.Days).InternalDue >= s.Today);

    /// <summary>As this rule, of a date that the file has never had.</summary>
    static Rule IfNew(this Rule rule, string because, Term term) => new(because, s => rule.Holds(s) && s.File.Deadlines.All(d => d.Rule != term.Rule));

    // Annual report
    public static readonly Anchor LastReport = new("the last report, or the last anniversary of the detention", s => ReportDuty.From(s.Patient.Category, s.Patient.CategorySince, s.Patient.LastReportOn, s.Today));
    public static readonly Anchor AnnualReportDue = new("the day the report was due", s => s.File.Deadlines.LastOrDefault(d => d.Rule == Terms.AnnualReport.Rule)?.LastDay);
    public static readonly Rule ReportBeforeReceipt = new("The report was written before it was received", s => s.Facts.Date(Facts.ReportWrittenOn) <= s.Facts.Date(Facts.ReportReceivedOn))
    {
        About = [Facts.ReportWrittenOn, Facts.ReportReceivedOn], Otherwise = "The report can’t have been written after it was received: correct one of the two days", Mend = Mend.Record(Facts.ReportWrittenOn),
    };
    public static readonly Rule ReportIsNew = new("It is a new report", s => s.Facts.Date(Facts.ReportWrittenOn) > (s.Patient.LastReportOn ?? DateOnly.MinValue))
    {
        About = [Facts.ReportWrittenOn], Otherwise = "A report of this day or a later one is on record already: ask for the new one", Mend = Mend.Record(Facts.ReportWrittenOn),
    };
}
