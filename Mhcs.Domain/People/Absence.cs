using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.People;

/// <summary>Days on which a person is away, first and last included.</summary>
public sealed class Absence(DateOnly from, DateOnly to, string reason) : Spell(from, to)
{
    /// <summary>Most days in one record (design figure, not policy).</summary>
    public const int LongestDays = 366;

    /// <summary>How long ago an absence may have begun when it is recorded: illness is told afterwards.</summary>
    public const int OldestDays = 31;

    /// <summary>Why, in a word: more than that is nobody's business here.</summary>
    public static IReadOnlyList<string> Reasons { get; } = ["Annual leave", "Sick leave", "Training", "Other leave"];

    public string Reason { get; private set; } = reason;

    /// <summary>Records an absence of a person.</summary>
    /// <exception cref="RuleBroken">With every fault: who may not, days out of order, an overlap.</exception>
    public static Absence Record(Person of, DateOnly? from, DateOnly? to, string? reason, Occasion on)
    {
        if (on.By.MayRecordAbsenceOf(of) is { Granted: false } no) throw new RuleBroken(new Refusal("not-entitled", no.Reason));
        var faults = FaultsOf(from, to, LongestDays, "absence").ToList();
        if (!of.Active) faults.Add(new("invalid", $"{of.Name} no longer works here. Choose somebody who does", "person"));
        if (from < on.Today.AddDays(-OldestDays)) faults.Add(new("invalid", $"The first day must be {London.Words(on.Today.AddDays(-OldestDays))} or later", "from"));
        if (reason is null || !Reasons.Contains(reason)) faults.Add(new("missing", "Choose why", "reason"));
        if (from is { } first && to is { } last && of.Absences.Find(a => a.Meets(first, last)) is { } other)
            faults.Add(new("invalid", $"{of.Name} is recorded as away from {London.Words(other.From)} to {London.Words(other.To)} already. Choose days outside these, or end that absence first", "from"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        var absence = new Absence(from!.Value, to!.Value, reason!) { RecordedBy = on.By.Id, RecordedAt = on.At };
        of.Absences.Add(absence);
        return absence;
    }

    /// <summary>Ends it earlier; the day before today at the earliest, for a person who is back this morning.</summary>
    /// <exception cref="RuleBroken">Whoever asks may not, or the day does not fit.</exception>
    public void End(Person of, DateOnly lastDay, Occasion on)
    {
        Allow(of, on);
        End(lastDay, From > on.Today.AddDays(-1) ? From : on.Today.AddDays(-1), on);
    }

    /// <summary>Says that it is not, or was recorded by mistake.</summary>
    public void Cancel(Person of, Occasion on)
    {
        Allow(of, on);
        Cancel(on);
    }

    static void Allow(Person of, Occasion on)
    {
        if (on.By.MayRecordAbsenceOf(of) is { Granted: false } no) throw new RuleBroken(new Refusal("not-entitled", no.Reason));
    }
}
