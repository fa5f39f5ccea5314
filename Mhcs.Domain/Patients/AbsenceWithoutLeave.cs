namespace Mhcs.Domain.Patients;

/// <summary>A time in which the patient was absent without leave (MHA 1983 s18): escaped, absconded, or not back from leave. A restricted patient can be taken back at any time (s41(3)(d)).</summary>
/// <param name="Case">Reference of the case in which it is dealt with.</param>
public sealed record AbsenceWithoutLeave(string Case, string Kind, DateOnly From)
{
    /// <summary>The day it ended, null while it lasts.</summary>
    public DateOnly? To { get; init; }
    /// <summary>How it ended.</summary>
    public string? Ending { get; init; }

    internal static IReadOnlyList<AbsenceWithoutLeave> After(IReadOnlyList<AbsenceWithoutLeave> before, AbsenceChange change) => change switch
    {
        AbsenceBegan c => [.. before, new(c.Case, c.Kind, c.On)],
        AbsenceEnded c => [.. before.Select(a => a.Case == c.Case && a.To is null ? a with { To = c.On, Ending = c.How } : a)],
        _ => throw new ArgumentException($"No change of absence of kind {change.GetType().Name} is known", nameof(change)),
    };
}

/// <summary>A change to an absence that one case deals with.</summary>
public abstract record AbsenceChange(string Case, DateOnly On) : PatientChange(On);

public sealed record AbsenceBegan(string Case, string Kind, DateOnly On) : AbsenceChange(Case, On);
public sealed record AbsenceEnded(string Case, string How, DateOnly On) : AbsenceChange(Case, On);
