using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Effects
{
    public static readonly Effect LeaveAgreed = OfLeave("The leave stands on the record, with its terms", (s, of) => s.Facts.Date(Facts.LeaveFrom) is { } from && s.Facts.Date(Facts.LeaveUntil) is { } until
        ? [new LeaveAgreed(of, Text(s, Facts.LeaveKind), Text(s, Facts.LeaveWhere), Text(s, Facts.LeaveHowOften), Text(s, Facts.LeaveWithWhom), from, until, s.Today)] : []);

    public static readonly Effect LeaveSuspended = OfLeave("The leave is suspended", (s, of) => [new LeaveSuspended(of, s.Today)]);
    public static readonly Effect LeaveSuspendedByClinician = OfLeave("The leave is suspended from the clinician’s day", (s, of) => [new LeaveSuspended(of, Day(s, Facts.LeaveSuspendedOn) ?? s.Today)]);
    public static readonly Effect LeaveResumed = OfLeave("The leave goes on", (s, of) => [new LeaveResumed(of, s.Today)]);
    public static readonly Effect LeaveExpired = OfLeave("The leave has ended", (s, of) => [new LeaveEnded(of, "Its last day passed", s.Facts.Date(Facts.LeaveUntil) ?? s.Today)]);
    public static readonly Effect LeaveWithdrawn = OfLeave("The leave has ended: withdrawn", (s, of) => [new LeaveEnded(of, "Withdrawn", s.Today)]);
    public static readonly Effect LeaveReportedSoFar = OfLeave("The leave is reported so far", (s, of) => Day(s, Facts.LeaveReportOn) is { } on ? [new LeaveReported(of, "Interim report", Closes: false, on)] : []);
    public static readonly Effect LeaveReported = OfLeave("The leave is reported", (s, of) => Day(s, Facts.LeaveReportOn) is { } on ? [new LeaveReported(of, "Reported", Closes: true, on)] : []);
    public static readonly Effect NoLeaveTaken = OfLeave("The leave is accounted for: none was taken", (s, of) => [new LeaveReported(of, "No leave was taken", Closes: true, s.Today)]);
    public static readonly Effect LeaveSuperseded = OfLeave("The leave has ended and is reported", (s, of) => [new LeaveEnded(of, "A later agreement took its place", s.Today), new LeaveReported(of, "Reported", Closes: true, Day(s, Facts.LeaveReportOn) ?? s.Today)]);

    /// <summary>A closed case can't be reported on any more, and what is never reported would bar every later leave.</summary>
    public static readonly Effect LeaveOver = OfStanding("The leave has ended, and no report is needed", (s, of) => [new LeaveEnded(of, Text(s, Facts.EndingReason), s.Today), new LeaveReported(of, "No report needed", Closes: true, s.Today)]);

    /// <summary>What is agreed on the record has to be what the case says, as long as the leave lasts.</summary>
    public static readonly Effect LeaveCorrected = OfLeave("The terms of the leave are corrected", (s, of) => Rules.LeaveOf(s) is { To: null } leave && s.Facts.Date(Facts.LeaveFrom) is { } from && s.Facts.Date(Facts.LeaveUntil) is { } until
        && new LeaveCorrected(of, Text(s, Facts.LeaveKind), Text(s, Facts.LeaveWhere), Text(s, Facts.LeaveHowOften), Text(s, Facts.LeaveWithWhom), from, until, s.Today) is var terms
        && (leave.Kind, leave.Where, leave.HowOften, leave.WithWhom, leave.From, leave.Until) != (terms.Kind, terms.Where, terms.HowOften, terms.WithWhom, terms.From, terms.Until) ? [terms] : []);
    public static readonly Effect LeaveOverByDeath = OfStanding("The leave has ended, and no report is needed", (s, of) => [new LeaveEnded(of, AgreedLeave.ByDeath, s.Patient.DiedOn ?? s.Today), new LeaveReported(of, "No report needed", Closes: true, s.Today)]);

    public static readonly Effect LeaveOverByEnd = OfStanding("The leave has ended, and no report is needed", (s, of) => [new LeaveEnded(of, "The restrictions ended", s.Patient.CategorySince ?? s.Today), new LeaveReported(of, "No report needed", Closes: true, s.Today)]);

    // Trial leave (s17): a step down is tried as leave from the hospital that stays responsible.
    public static readonly Effect TrialLeaveBegan = OfLeave("The trial leave stands on the record", (s, of) => s.Facts.Date(Facts.TrialLeaveFrom) is { } from && s.Facts.Date(Facts.TrialLeaveTo) is { } until
        ? [new LeaveAgreed(of, Facts.TrialLeave, Text(s, Facts.ProposedHospital), Throughout, TheReceivingHospital, from, until, s.Today)] : []);

    public static readonly Effect TrialLeaveMoved = OfLeave("The days of the trial leave stand on the record", (s, of) => Rules.LeaveOf(s) is { To: null } leave && s.Facts.Date(Facts.TrialLeaveFrom) is { } from && s.Facts.Date(Facts.TrialLeaveTo) is { } until
        && (leave.Where, leave.From, leave.Until) != (Text(s, Facts.ProposedHospital), from, until) ? [new LeaveCorrected(of, Facts.TrialLeave, Text(s, Facts.ProposedHospital), Throughout, TheReceivingHospital, from, until, s.Today)] : []);

    public static readonly Effect TrialLeaveReported = OfStanding("The trial leave is reported so far", (s, of) => [new LeaveReported(of, "Reported for the review", Closes: false, s.Today)]);
    public static readonly Effect TrialLeaveResumed = OfLeave("The trial leave goes on", (s, of) => [new LeaveResumed(of, s.Today)]);
    public static readonly Effect TrialLeaveSucceeded = OfStanding("The trial leave has ended in full transfer", (s, of) => [new LeaveEnded(of, "Transferred in full", s.Today), new LeaveReported(of, "Reported", Closes: true, s.Today)]);
    public static readonly Effect TrialLeaveReturned = OfStanding("The trial leave has ended: returned", (s, of) => [new LeaveEnded(of, "Returned to the sending hospital", Day(s, Facts.BackOn) ?? s.Today), new LeaveReported(of, "Reported with the return", Closes: true, s.Today)]);

    const string Throughout = "Throughout", TheReceivingHospital = "Staff of the receiving hospital";

    /// <summary>Of a leave that stands on the record; a case that never came so far has none.</summary>
    static Effect OfStanding(string label, Func<Situation, string, IEnumerable<PatientChange>> of) => OfLeave(label, (s, leave) => Rules.LeaveOf(s) is null ? [] : of(s, leave));

    static Effect OfLeave(string label, Func<Situation, string, IEnumerable<PatientChange>> of) => new(label, s => of(s, s.File.Reference.Value)) { IsOfTheCase = true };

    static string Text(Situation s, Fact fact) => s.Facts.Text(fact) ?? "Not recorded";
}
