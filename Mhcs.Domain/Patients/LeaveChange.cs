namespace Mhcs.Domain.Patients;

/// <summary>A change to leave that one case agreed.</summary>
public abstract record LeaveChange(string Case, DateOnly On) : PatientChange(On);

public sealed record LeaveAgreed(string Case, string Kind, string Where, string HowOften, string WithWhom, DateOnly From, DateOnly Until, DateOnly On) : LeaveChange(Case, On);
public sealed record LeaveSuspended(string Case, DateOnly On) : LeaveChange(Case, On);
public sealed record LeaveResumed(string Case, DateOnly On) : LeaveChange(Case, On);
public sealed record LeaveEnded(string Case, string How, DateOnly On) : LeaveChange(Case, On);
/// <param name="Closes">No further report is to come.</param>
public sealed record LeaveReported(string Case, string Report, bool Closes, DateOnly On) : LeaveChange(Case, On);
/// <summary>The terms as corrected on the case that agreed them.</summary>
public sealed record LeaveCorrected(string Case, string Kind, string Where, string HowOften, string WithWhom, DateOnly From, DateOnly Until, DateOnly On) : LeaveChange(Case, On);
