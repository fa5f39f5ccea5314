using Mhcs.Domain.Patients;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>
/// Assumed, not statistics. Nothing here may be shown as a figure of the Ministry of Justice: it only makes an invented section look
/// lived in. The three sourced figures are named with their source; no source gives any of the others.
/// </summary>
public static class Assumed
{
    public const ulong Seed = 19830509;
    public const int Patients = 7500, OpenCases = 1200, ClosedCases = 9000;

    /// <summary>The day the files were written for. Seeding moves the cases by whole weeks, so that this day falls in the week of the first start.</summary>
    public static readonly DateOnly Anchor = new(2026, 12, 1);

    /// <summary>Sourced: 88% of restricted patients were men in 2023 (MoJ, through a press report).</summary>
    public const double Men = 0.88;
    /// <summary>Sourced: 2,821 of 7,720 were conditionally discharged at the end of 2019, 36.5% (BJPsych Bulletin citing MoJ).</summary>
    public const double ConditionallyDischarged = 0.365;
    /// <summary>Sourced: violence against the person, more than 60% in 2023.</summary>
    public const int ViolencePercent = 61;

    public const double AwaitingTransfer = 0.12;
    public const double DeprivedOfLiberty = 0.02, VictimInScheme = 0.35, HighProfile = 0.012, LifeOrIndeterminate = 0.35, PartTime = 0.2;

    /// <summary>Share of each category among those in hospital, in tenths of a per cent.</summary>
    public static IReadOnlyList<(LegalCategory, int)> Detained { get; } =
    [
        (LegalCategory.S37_41, 640), (LegalCategory.S47_49, 165), (LegalCategory.S48_49, 75), (LegalCategory.S45A, 50),
        (LegalCategory.Cpia, 55), (LegalCategory.S43_44, 3), (LegalCategory.Repatriated, 12),
    ];

    public static IReadOnlyList<(string, int)> Security { get; } = [("High", 14), ("Medium", 52), ("Low", 27), ("Non-secure", 7)];

    public static IReadOnlyList<(string, int)> Offences { get; } =
    [
        ("Wounding with intent", 22), ("Manslaughter", 14), ("Assault occasioning actual bodily harm", 14), ("Attempted murder", 7), ("Threats to kill", 4),
        ("Arson being reckless as to whether life is endangered", 12), ("Robbery", 9), ("Sexual assault", 7), ("Criminal damage", 5), ("Burglary", 3), ("False imprisonment", 3),
    ];

    /// <summary>Open cases by type, in per cent. Supervision of a discharge stays open for years, so it weighs more here than among the closed.</summary>
    public static IReadOnlyList<(string Type, int Percent)> OpenByType { get; } =
        [("hospital-transfer", 36), ("conditional-discharge", 26), ("prison-transfer", 16), ("remission", 11), ("recall", 11)];

    /// <summary>Closed cases by type, in per cent.</summary>
    public static IReadOnlyList<(string Type, int Percent)> ClosedByType { get; } =
        [("hospital-transfer", 52), ("conditional-discharge", 14), ("prison-transfer", 15), ("remission", 8), ("recall", 11)];

    /// <summary>Share of closed discharge cases that were applications of detained patients.</summary>
    public const double DischargeApplications = 0.85;

    /// <summary>Share of open cases nobody holds yet, and of dates that were let slip.</summary>
    public const double Unassigned = 0.09, LetSlip = 0.035;

    /// <summary>Years of closed casework before the anchor.</summary>
    public const int YearsOfCasework = 3;

    /// <summary>Quality: a sample of this many decided cases each so many days, over this many days.</summary>
    public const int SampleSize = 14, SampleEvery = 14, SampledDays = 196;
    public const double CriticalFails = 0.012, Replies = 0.35;

    /// <summary>Share of cases with hardly a fault, and the chance that one of their scores meets the standard.</summary>
    public const double SoundCases = 0.84, MeetsStandardInSound = 0.994;

    /// <summary>Chance that a score of any other case meets it.</summary>
    public static double MeetsStandard(string criterion) => criterion switch
    {
        "authority" => 0.9, "legal-test" => 0.7, "timeliness" or "record" => 0.3, "victims" => 0.2, _ => 0.5,
    };
}
