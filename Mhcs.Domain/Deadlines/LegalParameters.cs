namespace Mhcs.Domain.Deadlines;

/// <summary>Parts of the Mental Health Act 2025 that are enacted but wait for regulations to start them.</summary>
public enum Provision
{
    /// <summary>Section 33: yearly references of detained restricted patients; references of conditionally discharged ones.</summary>
    AutomaticReferences,
    /// <summary>Section 37: the 28 days of a transfer from prison.</summary>
    PrisonTransferLimit
}

/// <summary>Months until the first reference to the tribunal, and between the later ones.</summary>
public sealed record ReferencePeriods(int FirstMonths, int ThenMonths);

/// <summary>The law that changes by date. A commencement date is null until regulations are made; the dates are data handed in.</summary>
public sealed record LegalParameters(DateOnly? AutomaticReferencesFrom = null, DateOnly? PrisonTransferLimitFrom = null)
{
    /// <summary>No commencement regulations made.</summary>
    public static LegalParameters AsEnacted { get; } = new();

    /// <summary>Mental Health Act 1983, section 71(2): 36 months, and 12 once section 33 of the 2025 Act starts.</summary>
    public int DetainedReferenceMonths(DateOnly on) => on >= AutomaticReferencesFrom ? 12 : 36;

    /// <summary>Mental Health Act 1983, section 75(2B), without deprivation of liberty: none until section 33 starts, then 24 months and every 48.</summary>
    public ReferencePeriods? CdReferenceMonths(DateOnly on) => on >= AutomaticReferencesFrom ? new(24, 48) : null;

    /// <summary>Mental Health Act 1983, sections 47A and 48A: none until section 37 starts, then 28 days.</summary>
    public int? PrisonTransferStatutoryDays(DateOnly on) => on >= PrisonTransferLimitFrom ? 28 : null;

    public DateOnly? Commences(Provision provision) =>
        provision == Provision.AutomaticReferences ? AutomaticReferencesFrom : PrisonTransferLimitFrom;
}
