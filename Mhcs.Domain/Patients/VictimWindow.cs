namespace Mhcs.Domain.Patients;

/// <summary>The time in which a victim of the patient may make representations before a decision (DVCVA 2004 s37; VIC-03). It says that there is one, and nothing about the victim.</summary>
/// <param name="Case">Reference of the case of liaison, which only those who read victims' records can open.</param>
/// <param name="Until">The last day.</param>
public sealed record VictimWindow(string Case, DateOnly From, DateOnly Until)
{
    /// <summary>The day representations came, or the victim left the scheme; null while neither has happened.</summary>
    public DateOnly? EndedOn { get; init; }
    /// <summary>References of the patient's cases that the head let be decided before this time has passed.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    public bool RunsOn(DateOnly day) => EndedOn is null && day <= Until;

    internal static IReadOnlyList<VictimWindow> After(IReadOnlyList<VictimWindow> before, VictimWindowChange change) => change switch
    {
        VictimWindowOpened opened => [.. before, new(opened.Case, opened.On, opened.Until)],
        VictimWindowEnded ended => [.. before.Select(w => w.Case == ended.Case ? w with { EndedOn = w.EndedOn ?? ended.On } : w)],
        VictimWindowsPassedOver passed => [.. before.Select(w => w.RunsOn(passed.On) ? w with { PassedOver = [.. w.PassedOver, passed.Case] } : w)],
        _ => throw new ArgumentException($"No change of a window of kind {change.GetType().Name} is known", nameof(change)),
    };
}

/// <summary>A change to the windows of a patient's victims.</summary>
/// <param name="Case">The case in which it happened.</param>
public abstract record VictimWindowChange(string Case, DateOnly On) : PatientChange(On);

public sealed record VictimWindowOpened(string Case, DateOnly Until, DateOnly On) : VictimWindowChange(Case, On);
public sealed record VictimWindowEnded(string Case, DateOnly On) : VictimWindowChange(Case, On);
/// <summary>The case named is decided although windows run.</summary>
public sealed record VictimWindowsPassedOver(string Case, DateOnly On) : VictimWindowChange(Case, On);
