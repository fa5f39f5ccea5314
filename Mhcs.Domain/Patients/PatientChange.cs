using System.Text.Json.Serialization;

namespace Mhcs.Domain.Patients;

/// <summary>A change to a patient's legal position, place, conditions, supervisors, leave or flags: carried by a case event, applied by the patient.</summary>
[JsonDerivedType(typeof(LegalStatusBegan), "legalStatusBegan")]
[JsonDerivedType(typeof(Admitted), "admitted")]
[JsonDerivedType(typeof(LeftHospital), "leftHospital")]
[JsonDerivedType(typeof(ConditionsSet), "conditionsSet")]
[JsonDerivedType(typeof(SupervisorAppointed), "supervisorAppointed")]
[JsonDerivedType(typeof(SupervisorLeft), "supervisorLeft")]
[JsonDerivedType(typeof(SupervisionEnded), "supervisionEnded")]
[JsonDerivedType(typeof(FlagSet), "flagSet")]
[JsonDerivedType(typeof(ConsideredByTribunal), "consideredByTribunal")]
[JsonDerivedType(typeof(SentenceRecorded), "sentenceRecorded")]
[JsonDerivedType(typeof(ParticularsSet), "particularsSet")]
[JsonDerivedType(typeof(LeaveAgreed), "leaveAgreed")]
[JsonDerivedType(typeof(LeaveSuspended), "leaveSuspended")]
[JsonDerivedType(typeof(LeaveResumed), "leaveResumed")]
[JsonDerivedType(typeof(LeaveEnded), "leaveEnded")]
[JsonDerivedType(typeof(LeaveReported), "leaveReported")]
[JsonDerivedType(typeof(VictimWindowOpened), "victimWindowOpened")]
[JsonDerivedType(typeof(VictimWindowEnded), "victimWindowEnded")]
[JsonDerivedType(typeof(VictimWindowsPassedOver), "victimWindowsPassedOver")]
[JsonDerivedType(typeof(LeaveCorrected), "leaveCorrected")]
[JsonDerivedType(typeof(AbsenceBegan), "absenceBegan")]
[JsonDerivedType(typeof(AbsenceEnded), "absenceEnded")]
[JsonDerivedType(typeof(PatientDied), "patientDied")]
[JsonDerivedType(typeof(DeathTakenBack), "deathTakenBack")]
[JsonDerivedType(typeof(DecisionSetAside), "decisionSetAside")]
[JsonDerivedType(typeof(DeathCorrected), "deathCorrected")]
[JsonDerivedType(typeof(ClinicianReported), "clinicianReported")]
public abstract record PatientChange(DateOnly On);

public sealed record LegalStatusBegan(LegalCategory Category, DateOnly On, string? Note = null) : PatientChange(On);
public sealed record Admitted(string Hospital, string? Ward, string? Security, DateOnly On) : PatientChange(On);
/// <param name="To">Where the patient went: an address in the community, a prison.</param>
public sealed record LeftHospital(string To, DateOnly On) : PatientChange(On);
/// <summary>The whole set of conditions from this day; those that stay the same keep their start.</summary>
public sealed record ConditionsSet(IReadOnlyList<ConditionText> Conditions, DateOnly On) : PatientChange(On);
public sealed record ConditionText(string Heading, string Text);
public sealed record SupervisorAppointed(string Post, string Name, string Organisation, DateOnly On) : PatientChange(On);
/// <summary>A post became empty and nobody has been appointed yet.</summary>
public sealed record SupervisorLeft(string Post, DateOnly On) : PatientChange(On);
public sealed record SupervisionEnded(DateOnly On) : PatientChange(On);
/// <param name="AppliedOn">The day of the patient's own application; null for a reference.</param>
public sealed record ConsideredByTribunal(string Kind, DateOnly? AppliedOn, DateOnly On) : PatientChange(On);
public sealed record FlagSet(DateOnly On, bool? HighProfile = null, bool? VictimScheme = null, int? MappaLevel = null) : PatientChange(On);
/// <param name="ReleaseDate">Day of entitlement to release (s50(3)); null for life and IPP.</param>
public sealed record SentenceRecorded(DateOnly? ReleaseDate, Section48Kind? Section48, DateOnly On) : PatientChange(On);

/// <summary>Who the patient is and what bears on the end of the restrictions, as given or corrected; null leaves what is recorded.</summary>
public sealed record ParticularsSet(DateOnly On) : PatientChange(On)
{
    public string? Surname { get; init; }
    public string? Forenames { get; init; }
    public DateOnly? BornOn { get; init; }
    public string? Sex { get; init; }
    public string? PpudReference { get; init; }
    public string? Team { get; init; }
    public Section48Kind? Section48 { get; init; }
    public bool? SentToCrownCourt { get; init; }
    public DateOnly? ReleaseDate { get; init; }
    public string? IndexOffence { get; init; }
}
