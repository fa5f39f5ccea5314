namespace Mhcs.Domain.Patients;

/// <summary>From this day nothing is sent to or about the patient.</summary>
public sealed record PatientDied(DateOnly On) : PatientChange(On)
{
    /// <summary>What stands beside the end of the restrictions.</summary>
    public const string Note = "Died";
}

/// <summary>The patient died on another day than was recorded: what the death ended, ended then.</summary>
public sealed record DeathCorrected(DateOnly On) : PatientChange(On);

/// <summary>The death was recorded by mistake: what it had ended goes on as if it never had.</summary>
public sealed record DeathTakenBack(DateOnly On) : PatientChange(On);

/// <summary>The responsible clinician's report on a detained patient (MHA 1983 s41(6), s45B(3), s49(3)).</summary>
/// <param name="On">The day of the report: the next is due within a year of it.</param>
public sealed record ClinicianReported(DateOnly On) : PatientChange(On);
