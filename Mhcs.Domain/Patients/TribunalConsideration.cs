namespace Mhcs.Domain.Patients;

/// <summary>The tribunal considered the patient's case: from this day the periods of reference are counted afresh (MHA 1983 s71(2), s75(2D)).</summary>
/// <param name="Kind">How the case came to the tribunal, in the words of the choice.</param>
/// <param name="AppliedOn">The day of the patient's own application, which uses up the period it was made in; null for a reference.</param>
public sealed record TribunalConsideration(DateOnly On, string Kind, DateOnly? AppliedOn);
