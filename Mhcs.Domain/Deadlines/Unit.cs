namespace Mhcs.Domain.Deadlines;

/// <summary>What a period is counted in. Months are calendar months (Interpretation Act 1978, Schedule 1).</summary>
public enum Unit { Hours, Days, WorkingDays, Months }

/// <summary>How the law words a period; the same number of days gives different last days.</summary>
public enum Wording
{
    /// <summary>"Within N days after, or of, X": X itself isn't counted.</summary>
    After,
    /// <summary>"N days beginning with X": X is day one.</summary>
    BeginningWith,
    /// <summary>"On the expiry of N months beginning with X": falls due the day after the period ends.</summary>
    OnExpiry,
    /// <summary>"Not less than N days before X": counted back from X.</summary>
    Before
}

/// <summary>Whose working days count.</summary>
public enum WorkingDaysIn
{
    EnglandWales,
    /// <summary>A bank holiday anywhere in the United Kingdom is no working day (Freedom of Information Act 2000, section 10(6)).</summary>
    Uk
}
