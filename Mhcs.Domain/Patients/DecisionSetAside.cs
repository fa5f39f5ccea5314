namespace Mhcs.Domain.Patients;

/// <summary>A decision of the tribunal does not stand (SI 2008/2699 r45, r47 to r49; an appeal): it counts as no consideration, and the position that followed from it is taken back.</summary>
/// <param name="Decided">The day of the decision.</param>
/// <param name="TakesBackPosition">Whether the latest legal position is the one that the decision brought.</param>
public sealed record DecisionSetAside(DateOnly Decided, bool TakesBackPosition, DateOnly On) : PatientChange(On);
