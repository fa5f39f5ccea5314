using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>What a step does to the patient's legal position, place, conditions and supervisors.</summary>
static partial class Effects
{
    /// <summary>Back in hospital, detained under the order from before the discharge (s42(4)); the conditions are spent.</summary>
    public static readonly Effect Recalled = new("Recalled: detained again under the order, in the hospital named", s => Day(s, Facts.ReturnedAt) is not { } on ? [] :
    [
        new LegalStatusBegan(Before(s.Patient), on, AfterRecall.Note),
        new Admitted(s.Facts.Text(Facts.RecallHospital)!, null, null, on),
        new ConditionsSet([], on),
    ]);

    public static readonly Effect VoluntarilyAdmitted = new("In hospital, still conditionally discharged", s => Day(s, Facts.VoluntaryFrom) is { } on ? [new Admitted(s.Facts.Text(Facts.VoluntaryHospital)!, s.Facts.Text(Facts.Ward), null, on)] : []);

    public static readonly Effect BackInCommunity = new("Back in the community", s => Day(s, Facts.VoluntaryEndedOn) is { } on ? [new LeftHospital(s.Facts.Text(Facts.CommunityAddress)!, on)] : []);

    /// <summary>The transfer direction has the effect of a hospital order, the restriction direction that of a restriction order (s47(3), s49(2)).</summary>
    public static readonly Effect TransferredFromPrison = new("Detained under the transfer direction", s => Day(s, Facts.AdmittedOn) is not { } on ? [] :
    [
        new SentenceRecorded(s.Facts.Date(Facts.ReleaseDate), Section48(s.Facts.Text(Facts.TransferPower)), on),
        new LegalStatusBegan(Transferred(s.Facts), on, s.Facts.Text(Facts.TransferPower)),
        new Admitted(s.Facts.Text(Facts.TransferHospital)!, s.Facts.Text(Facts.Ward), s.Facts.Text(Facts.TransferSecurity), on),
    ]);

    /// <summary>“No” takes no flag away: a victim’s record may stand behind it.</summary>
    public static readonly Effect VictimSchemeNoted = new("Victim scheme noted", s => s.Facts.IsYes(Facts.VictimEligible) ? [new FlagSet(s.Today, VictimScheme: true)] : []);

    public static readonly Effect Moved = new("In the new hospital", s => Day(s, Facts.MovedOn) is { } on ? [new Admitted(s.Facts.Text(Facts.ProposedHospital)!, s.Facts.Text(Facts.Ward), s.Facts.Text(Facts.ProposedSecurity), on)] : []);

    /// <summary>Only on arrival (s50(1), s51(3), s53(2)): until then the patient stays restricted.</summary>
    public static readonly Effect RemittedToPrison = new("Restrictions end on arrival in prison", s => Day(s, Facts.ArrivedOn) is not { } on ? [] :
    [
        new LegalStatusBegan(LegalCategory.NotRestricted, on, "Remitted to prison"),
        new LeftHospital(s.Facts.Text(Facts.ReceivingPrison)!, on),
    ]) { EndsRestrictions = true };

    /// <summary>s50(2): the direction ceases by itself; the patient may stay under the hospital order alone (s47(3)). Whoever is conditionally discharged by then is deemed to be discharged absolutely (s42(5), s73(6)).</summary>
    public static readonly Effect ReleaseDatePassed = new("Restrictions end on the release date: notional section 37; after a conditional discharge, absolutely discharged", s => Rules.ReleaseDateOf(s) is not { } on || !s.Patient.Category.IsRestricted ? []
        : s.Patient.Category.IsConditionallyDischarged ? Ending(on, "Release date: deemed to be discharged absolutely") : [new LegalStatusBegan(LegalCategory.Notional37, on, "Release date")]) { EndsRestrictions = true };

    public static readonly Effect Released = new("Restrictions end with the release", s => Day(s, Facts.ReleasedOn) is { } on ? [new LegalStatusBegan(LegalCategory.NotRestricted, on, "Released under section 50(1)(b)"), new LeftHospital(s.Facts.Text(Facts.CommunityAddress)!, on)] : []) { EndsRestrictions = true };

    public static readonly Effect Discharged = new("Conditionally discharged on these conditions", s => Day(s, Facts.DischargedOn) is not { } on ? [] :
    [
        new LegalStatusBegan(s.Facts.IsYes(Facts.DeprivesOfLiberty) ? LegalCategory.CdDol : LegalCategory.Cd, on, s.File.StateCode == ConditionalDischarge.AgreedCode ? null : ConditionalByTribunal),
        new LeftHospital(s.Facts.Text(Facts.CommunityAddress)!, on),
        new ConditionsSet(ConditionsGiven(s), on),
    ]);

    public static readonly Effect SupervisorsAppointed = new("Both supervisors in post", s => Day(s, Facts.SupervisorFrom) is not { } on ? [] :
    [
        new SupervisorAppointed(Supervisor.Clinical, s.Facts.Text(Facts.ClinicalSupervisor)!, s.Facts.Text(Facts.ClinicalSupervisorAt)!, on),
        new SupervisorAppointed(Supervisor.Social, s.Facts.Text(Facts.SocialSupervisor)!, s.Facts.Text(Facts.SocialSupervisorAt)!, on),
    ]);

    public static readonly Effect SupervisorChanged = new("New supervisor in post", s => Day(s, Facts.SupervisorFrom) is { } on
        ? [new SupervisorAppointed(s.Facts.Text(Facts.SupervisorPost)!, s.Facts.Text(Facts.SupervisorName)!, s.Facts.Text(Facts.SupervisorAt)!, on)] : []);

    public static readonly Effect SupervisorLeft = new("The post is empty", s => Day(s, Facts.SupervisorLeftOn) is { } on ? [new SupervisorLeft(s.Facts.Text(Facts.SupervisorPost)!, on)] : []);

    public static readonly Effect ConditionsChanged = new("These conditions in force", s => Day(s, Facts.ChangedFrom) is { } on ? [new ConditionsSet(ConditionsGiven(s), on)] : []);

    /// <summary>By the tribunal. Whether the conditions now deprive of liberty decides what the patient’s position is, and with it whose windows and references apply (s75(2A) to (2D)).</summary>
    public static readonly Effect ConditionsVaried = new("These conditions in force, with deprivation of liberty where they bring it", s => Day(s, Facts.ChangedFrom) is { } on ? [.. Position(s, on), new ConditionsSet(ConditionsGiven(s), on)] : []);

    public static readonly Effect LibertyDeprived = new("Conditionally discharged with deprivation of liberty", s => Day(s, Facts.LibertyFrom) is { } on ? [new LegalStatusBegan(LegalCategory.CdDol, on), new ConditionsSet(ConditionsGiven(s), on)] : []);

    public static readonly Effect LibertyRestored = new("Conditionally discharged without deprivation of liberty", s => Day(s, Facts.LibertyTo) is { } on ? [new LegalStatusBegan(LegalCategory.Cd, on), new ConditionsSet(ConditionsGiven(s), on)] : []);

    public static readonly Effect RestrictionsEnded = new("Restrictions, conditions and supervision end", s => Day(s, Facts.EndedOn) is { } on ? Ending(on, "Restrictions ended") : []) { EndsRestrictions = true };

    public static readonly Effect DischargedAbsolutely = new("Absolutely discharged by the tribunal", s => Day(s, Facts.TribunalDecisionOn) is { } on ? Ending(on, AbsoluteByTribunal) : []) { EndsRestrictions = true };

    static IEnumerable<PatientChange> Ending(DateOnly on, string note) => [new LegalStatusBegan(LegalCategory.NotRestricted, on, note), new ConditionsSet([], on), new SupervisionEnded(on)];

    static IEnumerable<PatientChange> Position(Situation s, DateOnly on) => Rules.LibertyUnchanged(s) ? [] : [new LegalStatusBegan(s.Facts.IsYes(Facts.DeprivesOfLiberty) ? LegalCategory.CdDol : LegalCategory.Cd, on)];

    static DateOnly? Day(Situation s, Fact fact) => s.Facts.Date(fact);

    static LegalCategory Before(Patient patient) => patient.LegalStatuses.LastOrDefault(l => l.Category.IsDetained)?.Category ?? LegalCategory.S37_41;

    static Section48Kind? Section48(string? power) => power switch
    {
        Facts.CrownRemand => Section48Kind.A,
        Facts.MagistratesRemand => Section48Kind.B,
        Facts.CivilPrisoner => Section48Kind.C,
        Facts.ImmigrationDetainee => Section48Kind.D,
        _ => null,
    };

    // Section 48 without a restriction direction is outside our caseload, as section 47 alone is.
    static LegalCategory Transferred(FactSheet facts) =>
        !facts.IsYes(Facts.RestrictionDirection) ? LegalCategory.S47 : facts.Text(Facts.TransferPower) == Facts.Sentenced ? LegalCategory.S47_49 : LegalCategory.S48_49;

    // The whole set as answered in this very step: a condition left empty now is a condition that ends.
    static IReadOnlyList<ConditionText> ConditionsGiven(Situation s) =>
    [
        .. from condition in DischargeConditions.Headings
           where s.Facts.Entry(condition.Fact)?.At == s.On.At
           select new ConditionText(condition.Heading, s.Facts.Text(condition.Fact)!),
        .. DischargeConditions.Others(s.Patient),
    ];
}
