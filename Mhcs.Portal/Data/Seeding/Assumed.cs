using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>
/// Assumed, not statistics. Nothing here may be shown as a figure of the Ministry of Justice: it only makes an invented section look
/// lived in. The sourced figures are named with their source; no source gives any of the others.
/// </summary>
public static class Assumed
{
    public const ulong Seed = 19830509;
    public const int Patients = 7500;

    /// <summary>The day the files were written for. Seeding moves the cases by whole weeks, so that this day falls in the week of the first start.</summary>
    public static readonly DateOnly Anchor = new(2026, 12, 1);

    /// <summary>Sourced: 88% of restricted patients were men in 2023 (MoJ, through a press report).</summary>
    public const double Men = 0.88;
    /// <summary>Sourced: 2,821 of 7,720 were conditionally discharged at the end of 2019, 36.5% (BJPsych Bulletin citing MoJ).</summary>
    public const double ConditionallyDischarged = 0.365;

    /// <summary>The same share when the closed years begin: their recalls outnumber their discharges.</summary>
    public const double ConditionallyDischargedThen = 0.378;

    /// <summary>Share of the open cases of discharge that began as an application of somebody detained, so that discharges make up for recalls.</summary>
    public const double DischargeApplications = 0.8;
    /// <summary>Sourced: violence against the person, more than 60% in 2023.</summary>
    public const int ViolencePercent = 61;

    /// <summary>Share of the list that comes from prison: known as prisoners at first, in hospital today but for those whose transfer is an open case.</summary>
    public const double FromPrison = 0.173;
    public const double DeprivedOfLiberty = 0.02, VictimInScheme = 0.35, HighProfile = 0.012, LifeOrIndeterminate = 0.35, PartTime = 0.2;

    /// <summary>Share of each category among those in hospital who do not come from prison in the closed years, in tenths of a per cent.</summary>
    public static IReadOnlyList<(LegalCategory, int)> Detained { get; } =
    [
        (LegalCategory.S37_41, 820), (LegalCategory.S47_49, 35), (LegalCategory.S48_49, 5), (LegalCategory.S45A, 60),
        (LegalCategory.Cpia, 65), (LegalCategory.S43_44, 3), (LegalCategory.Repatriated, 12),
    ];

    public static IReadOnlyList<(string, int)> Security { get; } = [("High", 14), ("Medium", 52), ("Low", 27), ("Non-secure", 7)];

    public static IReadOnlyList<(string, int)> Offences { get; } =
    [
        ("Wounding with intent", 22), ("Manslaughter", 14), ("Assault occasioning actual bodily harm", 14), ("Attempted murder", 7), ("Threats to kill", 4),
        ("Arson being reckless as to whether life is endangered", 12), ("Robbery", 9), ("Sexual assault", 7), ("Criminal damage", 5), ("Burglary", 3), ("False imprisonment", 3),
    ];

    /// <summary>Open cases by type: about a year's cases times the part of a year that one stays open. Supervision of a discharge stays open for years, so it weighs most. Leave is the commonest application, and most that is agreed is in force for months.</summary>
    public static IReadOnlyList<(string Type, int Cases)> OpenByType { get; } =
        [("hospital-transfer", 456), ("conditional-discharge", 504), ("prison-transfer", 108), ("remission", 48), ("recall", 84), ("leave", 250), ("tribunal", 144), ("absence", 36), ("high-profile", 38),
         ("death", 24), ("annual-report", 130)];

    /// <summary>
    /// How a year's cases end. Three kinds of yearly figures are sourced, none later than 2010: 742 transfers from prison in 1999 and 968 in 2007 (here 750),
    /// 84 recalls in 1999 with less than half of today's patients (here 93), and about 300 to 500 discharges from hospital a year, nearly all of them
    /// conditional: those stay open under supervision, so no closed case stands for them. All else is assumed, absolute discharges (55) and remissions (450) too.
    /// </summary>
    public static IReadOnlyList<Ending> AYear { get; } =
    [
        new("prison-transfer", "Completed", 750), new("prison-transfer", "Refused", 60), new("prison-transfer", "Ended", 60),
        new("remission", "RestrictionEnded", 450), new("remission", "Refused", 50), new("remission", "Ended", 30), new("remission", "Cancelled", 15),
        new("recall", "RemainsDetained", 78), new("recall", "DischargedAgain", 11), new("recall", "AbsolutelyDischarged", 4), new("recall", "NoAction", 165), new("recall", "Ended", 40),
        new("hospital-transfer", "Moved", 720), new("hospital-transfer", "Refused", 200), new("hospital-transfer", "ReturnedToSender", 80), new("hospital-transfer", "Ended", 100),
        new("conditional-discharge", "AbsolutelyDischarged", 55), new("conditional-discharge", "RestrictionLifted", 10),
        new("conditional-discharge", "Refused", 110), new("conditional-discharge", "Ended", 60), new("conditional-discharge", "Overtaken", 8), new("conditional-discharge", "Recalled", 15),
        new("leave", "Completed", 520), new("leave", "Refused", 100), new("leave", "Ended", 60),
        new("absence", "Closed", 70), new("absence", "Ended", 6), new("high-profile", "NotHighProfile", 40),
        new("tribunal", "Closed", 255), new("tribunal", "Withdrawn", 40), new("tribunal", "Ended", 5),
        new("death", "Closed", 35), new("death", "NotConfirmed", 4),
        new("annual-report", "Filed", 60), new("annual-report", "Ended", 5), new("end-of-restriction", "Closed", 69) { Follows = true },
    ];

    /// <summary>Cases of liaison with victims, open now and closed in the closed years; everybody else in the scheme has a record from before.</summary>
    public const int OpenLiaison = 100, ClosedLiaison = 260;

    /// <summary>How far open cases of liaison have come.</summary>
    public static IReadOnlyList<(string State, int)> LiaisonStands { get; } =
        [("Eligibility", 8), ("Referred", 14), ("OfficerAssigned", 12), ("ContactMade", 10), ("Active", 34), ("Invited", 10), ("Received", 4), ("OptedOut", 8)];
    /// <summary>Correspondence: how much is open, for how many days it may have been, and how much of the closed years ended how. Assumed.</summary>
    public static IReadOnlyList<Postbag> Correspondence { get; } =
    [
        new("letter", Open: 100, LongestOpen: 26, [("Closed", 240), ("Transferred", 20), ("NoReplyNeeded", 25), ("Ended", 10)]),
        new("parliamentary-question", Open: 10, LongestOpen: 5, [("Answered", 56), ("Ended", 4)]),
        new("submission", Open: 10, LongestOpen: 12, [("Closed", 36), ("Ended", 4)]),
        new("litigation", Open: 12, LongestOpen: 80, [("NoClaim", 26), ("Closed", 10), ("Ended", 2)]),
        new("information-request", Open: 30, LongestOpen: 24, [("Answered", 85), ("Ended", 5)]),
    ];

    /// <summary>Share of letters and requests that are about somebody on the books.</summary>
    public const double AboutAPatient = 0.5;

    /// <summary>How the case of a detained patient comes to the tribunal. Played cases end without discharge: those that discharge go on as other cases, which are played by themselves.</summary>
    public static IReadOnlyList<(string Route, int)> RoutesOfDetained { get; } = [(Domain.CaseTypes.Facts.DetainedApplies, 70), (Domain.CaseTypes.Facts.ReferenceOfDetained, 24), (Domain.CaseTypes.Facts.ReferenceAtAnyTime, 6)];

    /// <summary>Days since the tribunal last considered the case of a detained patient of the list.</summary>
    public const int ShortestSinceTribunal = 180, LongestSinceTribunal = 1030;

    /// <summary>Former patients who came from prison before the closed years began and went back in them.</summary>
    public const int TransferredBefore = 300;

    /// <summary>Kinds of leave among applications.</summary>
    public static IReadOnlyList<(string, int)> LeaveKinds { get; } =
    [
        (Facts.EscortedDay, 34), (Facts.UnescortedDay, 28), (Facts.UnescortedOvernight, 12), (Facts.EscortedOvernight, 4),
        (Facts.LongTermEscorted, 3), (Facts.MedicalLeave, 7), (Facts.CompassionateLeave, 5), (Facts.CourtAttendance, 7),
    ];

    /// <summary>Days from the application to the first day of standing leave and days that it lasts; of leave for one occasion, days until it and days of it.</summary>
    public static readonly (int Least, int Most) StandingLeaveBegins = (25, 45), StandingLeaveLasts = (60, 170), OccasionBegins = (2, 20), OccasionLasts = (0, 2);

    /// <summary>Share of the open cases of leave that were asked for within so many days: they wait for us, the others are in force.</summary>
    public const double LeaveAskedLately = 0.45;
    public const int Lately = 28;

    /// <summary>Kinds of absence, in per cent; chance that an answer to the checklist of a supervisors' report is red.</summary>
    public static IReadOnlyList<(string, int)> AbsenceKinds { get; } = [(Facts.FailureToReturn, 62), (Facts.Abscond, 32), (Facts.Escape, 6)];
    public const double RedAnswer = 0.015;

    /// <summary>One in so many release dates lies so few days after the anchor that its case is open: those cases are in no file, since the calendar opens them.</summary>
    public const int OneInNearRelease = 7;
    public static readonly (int Least, int Most) NearRelease = (9, 94);

    /// <summary>Days for which the case of an annual report is open before and after the report falls due.</summary>
    public const int ReportOpenBefore = 10, ReportOpenAfter = 6;

    /// <summary>Days that a transferred prisoner spends in hospital.</summary>
    public const int ShortestStay = 60, LongestStay = 1120;

    /// <summary>Share of open cases nobody holds yet, of dates that were let slip, of open cases with a date overdue, and of dates let slip in the play of those.</summary>
    public const double Unassigned = 0.09, LetSlip = 0.05, Overdue = 0.12, LetSlipWhereOverdue = 0.5;

    /// <summary>Days after which a recall that supervision led to has been answered.</summary>
    public const int LongestRecall = 100;

    /// <summary>What holders of cases can carry, in per cent of what their hours allow.</summary>
    public static IReadOnlyList<(int, int)> Strength { get; } = [(80, 3), (95, 8), (110, 8), (155, 2)];

    /// <summary>Days for which a new case may wait for an owner.</summary>
    public const int LongestUnassigned = 20;

    /// <summary>Years of closed casework before the anchor.</summary>
    public const int YearsOfCasework = 3;

    /// <summary>Shares of open cases with a task set by hand, and put away until a day.</summary>
    public const double Tasks = 0.06, PutAway = 0.04;

    /// <summary>Share of the reports of hospitals and supervisors on open cases that are kept as documents: some 200 in a section of 7,500.</summary>
    public const double KeptAsDocuments = 0.18;

    /// <summary>Quality: a sample of this many decided cases each so many days, over this many days.</summary>
    public const int SampleSize = 14, SampleEvery = 14, SampledDays = 196;
    /// <summary>Days within which a sampled case is assessed: longer than until the next sample, so that some of the last one wait at any hour of the day.</summary>
    public const int AssessedWithin = 18;
    public const double CriticalFails = 0.012, Replies = 0.35;

    /// <summary>Share of cases with hardly a fault, and the chance that one of their scores meets the standard.</summary>
    public const double SoundCases = 0.84, MeetsStandardInSound = 0.994;

    /// <summary>Chance that a score of any other case meets it.</summary>
    public static double MeetsStandard(string criterion) => criterion switch
    {
        "authority" => 0.9, "legal-test" => 0.7, "timeliness" or "record" => 0.3, "victims" => 0.2, _ => 0.5,
    };
}

/// <summary>How much of one kind of correspondence there is.</summary>
public sealed record Postbag(string Type, int Open, int LongestOpen, IReadOnlyList<(string State, int Cases)> Ends);

/// <summary>An end that cases of a type come to, and how many do in a year.</summary>
/// <param name="State">Code of a closed state of the type.</param>
public sealed record Ending(string Type, string State, int Cases)
{
    /// <summary>Not played by itself: another ending opens the case.</summary>
    public bool Follows { get; init; }

    /// <summary>A case with this end leaves its patient without restrictions.</summary>
    public bool EndsRestrictions => State is "RestrictionEnded" or "AbsolutelyDischarged" or "RestrictionLifted" || (Type, State) is ("death", "Closed");
}
