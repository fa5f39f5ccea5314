using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents.Library;

namespace Mhcs.Tests.Support;

/// <summary>People, patients and cases to start from: <c>A.Recall().AwaitingDecision()</c>.</summary>
static class A
{
    public static readonly ReferenceData Reference = ReferenceData.Load();

    /// <summary>The texts of papers as they ship.</summary>
    public static readonly TemplateLibrary Texts = new();

    /// <summary>Monday 2 November 2026, ten in the morning.</summary>
    public static readonly DateTimeOffset Monday = London.At(new(2026, 11, 2), new(10, 0));

    public static readonly Person Administrator = Person(Grade.CaseworkAdministrator), Caseworker = Person(Grade.Caseworker), CaseworkManager = Person(Grade.CaseworkManager),
                                  TeamManager = Person(Grade.TeamManager), DeputyHead = Person(Grade.DeputyHead), HeadOfTeam = Person(Grade.HeadOfTeam), HeadOfSection = Person(Grade.HeadOfSection);

    static Person[] Staff => [Administrator, Caseworker, CaseworkManager, TeamManager, DeputyHead, HeadOfTeam, HeadOfSection];

    /// <summary>Both supervisors in post.</summary>
    public static void Supervised(Patient patient)
    {
        patient.Apply(new SupervisorAppointed(Supervisor.Clinical, "Dr L. Brackengreen", "Saffron Tarn community team", new(2022, 3, 2)));
        patient.Apply(new SupervisorAppointed(Supervisor.Social, "F. Crocusvale", "Saffron Tarn council", new(2022, 3, 2)));
    }

    /// <summary>The lowest grade that a level asks for.</summary>
    public static Person Holding(Grade level) => Staff.First(p => p.Grade >= level);

    public static Person Person(Grade grade, int id = 0) => new() { Id = new(id == 0 ? (int)grade * 10 : id), UserName = $"{grade}".ToLowerInvariant(), Name = "P. Applecross", Grade = grade, Team = grade == Grade.HeadOfSection ? null : "A", LiaisesWithVictims = id == 0 };

    public static Patient Patient(LegalCategory category, DateOnly? since = null)
    {
        var from = since ?? new DateOnly(2020, 3, 2);
        var patient = new Patient { Number = "P-20417", Surname = "Brambleton", Forenames = "Perrin", BornOn = new(1980, 5, 1), Team = "A" };
        if (category.IsConditionallyDischarged) patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, from.AddYears(-4)));
        patient.Apply(new LegalStatusBegan(category, from));
        if (category.IsDetained) patient.Apply(new Admitted("Northmere Hospital", "Birch ward", "Medium", from));
        return patient;
    }

    public static PlayedCase Recall(Action<Patient>? with = null) => Case("recall", LegalCategory.Cd, with);
    public static PlayedCase PrisonTransfer(string power = Facts.Sentenced, Action<Patient>? with = null, DateOnly? releaseDate = null) =>
        Case("prison-transfer", LegalCategory.NotRestricted, with, (Facts.TransferPower, power), (Facts.ReleaseDate, releaseDate is { } day ? Text(day) : null));
    public static PlayedCase HospitalTransfer(string direction = Facts.Level, Action<Patient>? with = null) =>
        Case("hospital-transfer", LegalCategory.S37_41, with, (Facts.MoveDirection, direction), (Facts.ProposedSecurity, direction switch { Facts.Level => "Medium", Facts.StepDown => "Low", _ => "High" }));
    public static PlayedCase Remission(Action<Patient>? with = null, LegalCategory category = LegalCategory.S47_49, params (Fact, string?)[] answers) => Case("remission", category, with, answers);
    public static PlayedCase Discharge(Action<Patient>? with = null, LegalCategory category = LegalCategory.S37_41) => Case("conditional-discharge", category, with);

    public static PlayedCase Leave(string kind = Facts.EscortedDay, Action<Patient>? with = null, params (Fact, string?)[] answers) => Case("leave", LegalCategory.S37_41, with, [(Facts.LeaveKind, kind), .. answers]);
    public static PlayedCase Tribunal(string route = Facts.DetainedApplies, LegalCategory category = LegalCategory.S37_41, Action<Patient>? with = null) => Case("tribunal", category, with, (Facts.TribunalRoute, route));

    /// <summary>Liaison with a victim; whoever acts is named for it.</summary>
    public static PlayedCase Victim() => Case(VictimLiaison.Key, LegalCategory.Cd);
    public static PlayedCase Absence(string kind = Facts.Abscond, LegalCategory category = LegalCategory.S37_41, Action<Patient>? with = null, params (Fact, string?)[] answers) => Case("absence", category, with, [(Facts.AbsenceKind, kind), .. answers]);
    public static PlayedCase HighProfile(Action<Patient>? with = null) => Case("high-profile", LegalCategory.S37_41, with);
    public static PlayedCase Death(Action<Patient>? with = null, LegalCategory category = LegalCategory.S37_41) => Case("death", category, with);

    public static PlayedCase EndOfRestriction(Action<Patient>? with = null, LegalCategory category = LegalCategory.S47_49) => Case("end-of-restriction", category, with);
    public static PlayedCase AnnualReport(Action<Patient>? with = null) => Case("annual-report", LegalCategory.S37_41, with);
    /// <summary>A letter about nobody on our books, received and logged on Monday 2 November 2026.</summary>
    public static PlayedCase Letter(string kind = Facts.MpLetter, params (Fact, string?)[] answers) =>
        PlayedCase.Open(Mhcs.Domain.CaseTypes.Letter.Type, null, null, [(Facts.LetterKind, kind), (Facts.LetterFrom, kind == Facts.MpLetter ? Facts.FromMp : "Member of the public"), (Facts.Correspondent, "Thessaly Marchbank"), (Facts.Topic, "Delay of transfers from prison"), .. answers]);

    public static PlayedCase Case(string type, LegalCategory category, Action<Patient>? with = null, params (Fact, string?)[] answers)
    {
        return PlayedCase.Open(AllCaseTypes.Get(type), Fresh(), Fresh(), answers);

        Patient Fresh()
        {
            var patient = Patient(category);
            with?.Invoke(patient);
            return patient;
        }
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
