using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Invented answers to what a step asks: consistent with the patient and with what is on the file, and nothing that could be about anybody. A release date lies ahead of <paramref name="now"/>: what it would end is not played.</summary>
sealed class Answers(Patient patient, FactSheet known, DateTimeOffset at, DateOnly receivedOn, Dice dice, DateOnly now, WorkCalendar? days = null)
{
    SeedPlace Proposed => field ??= ProposedUnit(patient, dice);
    string Route => field ??= patient.Category.IsDetained ? dice.Pick(Assumed.RoutesOfDetained) : patient.Category == LegalCategory.CdDol ? Facts.ReferenceOfDischarged : Facts.DischargedApplies;
    DateOnly Today => London.Day(at);
    string LeaveKind => field ??= known.Text(Facts.LeaveKind) ?? dice.Pick(Assumed.LeaveKinds);
    bool IsOccasion => LeaveKind is Facts.MedicalLeave or Facts.CompassionateLeave or Facts.CourtAttendance;
    string AbsenceKind => field ??= known.Text(Facts.AbsenceKind) ?? dice.Pick(Assumed.AbsenceKinds);
    DateOnly LeaveBegins => field != default ? field : field = Today.AddDays(Between(IsOccasion ? Assumed.OccasionBegins : Assumed.StandingLeaveBegins));

    public FactSheet To(IEnumerable<Fact> asked) => FactSheet.Of(asked.Select(f => KeyValuePair.Create<string, string?>(f.Key, Known(f) ?? ByKind(f))));

    /// <summary>Facts whose answer hangs together with others; the empty text leaves an optional one out.</summary>
    string? Known(Fact fact) =>
        fact == Facts.MoveDirection ? Direction(patient.Security, Proposed.Security)
        : fact == Facts.ProposedHospital ? Proposed.Name
        : fact == Facts.ProposedSecurity || fact == Facts.TransferSecurity ? Proposed.Security
        : fact == Facts.Ward ? Proposed.Unit
        : fact == Facts.Prison ? patient.Residence is { } held && held.StartsWith("HMP", StringComparison.Ordinal) ? held : null
        : fact == Facts.ReleaseDate ? ReleaseDate()
        : fact == Facts.ReferralDate || fact == Facts.FitOn ? Day(receivedOn)
        : fact == Facts.InitialRequestOn ? ""
        : fact == Facts.ConcernAt ? Moment(London.At(receivedOn, new TimeOnly(8, 30)))
        : fact == Facts.ReturnedAt ? Moment(at.AddMinutes(-dice.Between(40, 400)) is var back && London.Day(back) >= (known.Date(Facts.WarrantDate) ?? DateOnly.MinValue) ? back : at)
        : fact == Facts.OralReasonAt ? Moment(Returned)
        : fact == Facts.ExplainedAt ? Moment(Earlier(Returned.AddHours(3), at))
        : fact == Facts.WrittenReasonsAt ? Moment(Earlier(Returned.AddHours(dice.Between(20, 70)), at))
        : fact == Facts.LateReasons || fact == Facts.NoAftercareMeeting || fact == Facts.LibertyTest ? ""
        : fact == Facts.ConditionLiberty ? patient.Category == LegalCategory.CdDol ? "To be escorted by staff whenever outside" : ""
        : fact == Facts.DeprivesOfLiberty ? patient.Category == LegalCategory.CdDol ? "Yes" : "No"
        : fact == Facts.TransferPower ? dice.Pick([(Facts.Sentenced, 62), (Facts.CrownRemand, 30), (Facts.ImmigrationDetainee, 8)])
        : fact == Facts.VictimCheck ? patient.VictimScheme ? fact.Options[dice.Pick([(0, 70), (1, 25), (2, 5)])] : ""
        : fact == Facts.Urgent || fact == Facts.LegalHold || fact == Facts.RiskRisen || fact == Facts.RecallNeeded ? "No"
        : fact == Facts.UrgentToldTo ? ""
        : fact == Facts.SentToCrownCourt ? patient.Section48 == Section48Kind.B ? "Yes" : ""
        : fact == Facts.ReportParts || fact == Facts.MedicalEvidenceForm || fact == Facts.TribunalBody ? fact.Options[0]
        : fact == Facts.HearingOn ? Day(WorkingDay(Today.AddDays(dice.Between(28, 49))))
        : fact == Facts.TribunalRoute ? Route
        : fact == Facts.ApplicationOn ? Route is Facts.DetainedApplies or Facts.DischargedApplies ? Day(receivedOn.AddDays(-3)) : ""
        : fact == Facts.DirectionDueOn ? Day(Today.AddDays(dice.Between(10, 24)))
        : fact == Facts.TribunalRecommends ? ""
        : fact == Facts.ReviewOn ? Day(Today.AddDays(dice.Between(20, 60)))
        : fact == Facts.TrialLeaveTo ? Day(Today.AddDays(182))
        : fact == Facts.EndingReason && known.Has(Facts.LeaveKind) ? fact.Options[0]
        : fact == Facts.LeaveKind ? LeaveKind
        : fact == Facts.LeaveFrom ? Day(LeaveBegins)
        : fact == Facts.LeaveUntil ? Day(LeaveBegins.AddDays(Between(IsOccasion ? Assumed.OccasionLasts : Assumed.StandingLeaveLasts)))
        : fact == Facts.LeaveWhere || fact == Facts.LeaveHowOften || fact == Facts.LeaveWithWhom || fact == Facts.LeavePurpose ? Sentences.OfLeave(fact, LeaveKind, dice)
        : fact == Facts.LeaveConditions || (fact == Facts.LeaveExclusions && !patient.VictimScheme) ? ""
        : Facts.Signs.Any(s => s.Asked == fact) ? dice.Chance(Assumed.RedAnswer) ? "Yes" : "No"
        : fact == Facts.SupervisorPost ? patient.EmptyPosts?.Split(", ")[0] ?? dice.Pick([Supervisor.Clinical, Supervisor.Social])
        : fact == Facts.AbsenceKind ? AbsenceKind
        : fact == Facts.AbsenceLeave ? AbsenceKind == Facts.FailureToReturn ? dice.Pick([Facts.EscortedDay, Facts.UnescortedDay, Facts.UnescortedOvernight]) : Facts.NotOnLeave
        : fact == Facts.AbsenceFoundAt ? Moment(London.At(receivedOn, new TimeOnly(7, 40)))
        : fact == Facts.PoliceToldAt ? Moment(Earlier((known.Instant(Facts.AbsenceFoundAt) ?? at).AddMinutes(dice.Between(5, 50)), at))
        : fact == Facts.AbsenceOffences || fact == Facts.MediaLines ? ""
        : fact == Facts.VictimWarning ? fact.Options[patient.VictimScheme ? 0 : 3]
        : fact == Facts.HighProfileFrom ? Day(receivedOn)
        : fact == Facts.HighProfileWhy ? dice.Pick(fact.Options.Where(o => o.Contains("prison", StringComparison.Ordinal) == patient.Category.IsTransferred).ToList())
        : fact == Facts.HighProfileExtremism ? dice.Chance(0.1) ? "Yes" : "No"
        : fact == Facts.MappaAsKnown ? patient.MappaLevel is { } level ? $"Level {level}" : fact.Options[^1]
        : fact == Facts.EndTrigger ? Facts.ByReleaseDate
        : fact == Facts.DiedOn ? known.Text(fact) ?? Day(receivedOn)
        : fact == Facts.DeathPlace ? fact.Options[patient.Hospital is null ? 2 : patient.Category.IsDetained ? 0 : 1]
        : fact == Facts.LegalHoldDetail ? ""
        : fact == Facts.SecondReportBy ? $"Dr {Sentences.Name(dice)}, second opinion"
        : fact == Facts.CommunityAddress ? Sentences.Address(dice)
        : SeedLetters.Answer(fact, known, at, dice);

    string ByKind(Fact fact) => fact.Kind switch
    {
        FactKind.Date => Day(Today),
        FactKind.DateTime => Moment(at),
        FactKind.YesNo or FactKind.Confirmation => "Yes",
        FactKind.Choice => dice.Pick(fact.Options),
        FactKind.Number => "1",
        FactKind.Hospital => dice.Pick(MakePlaces.Units).Name,
        FactKind.Prison => dice.Pick(MakePlaces.PrisonsOnly).Name,
        FactKind.LongText => Sentences.About(fact, dice),
        _ => Sentences.Who(fact, dice),
    };

    int Between((int Least, int Most) days) => dice.Between(days.Least, days.Most);

    DateTimeOffset Returned => known.Instant(Facts.ReturnedAt) ?? at;

    string ReleaseDate() =>
        patient.ReleaseDate is { } day ? Day(day)
        : patient.Category.IsRestricted || dice.Chance(Assumed.LifeOrIndeterminate) ? "" : Day(now.AddDays(dice.Between(300, 3500)));

    static string Direction(string? from, string to) => Math.Sign(Level(to) - Level(from ?? to)) switch { 0 => Facts.Level, > 0 => Facts.StepDown, _ => Facts.StepUp };

    static int Level(string security) => Array.IndexOf(["High", "Medium", "Low", "Non-secure"], security);

    static SeedPlace ProposedUnit(Patient patient, Dice dice)
    {
        var now = patient.Security is { } security ? Level(security) : 1;
        var then = Math.Clamp(now + dice.Pick([(0, 40), (1, 48), (-1, 12)]), 0, 3);
        return dice.Pick([.. MakePlaces.Units.Where(u => Level(u.Security) == then && u.Name != patient.Hospital)]);
    }

    DateOnly WorkingDay(DateOnly day) => days?.OnOrAfter(day) ?? day;
    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
