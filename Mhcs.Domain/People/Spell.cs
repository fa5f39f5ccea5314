using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.People;

/// <summary>Days on which something holds for a person, first and last included. It is never taken out: it ends earlier than was recorded, or it is cancelled, and both stay on it.</summary>
public abstract class Spell(DateOnly from, DateOnly to)
{
    public int Id { get; init; }
    public DateOnly From { get; private set; } = from;
    /// <summary>The last day.</summary>
    public DateOnly To { get; private set; } = to;
    /// <summary>The last day as first recorded, where it was ended earlier.</summary>
    public DateOnly? PlannedTo { get; private set; }
    /// <summary>Nobody in person for those that came with the section.</summary>
    public PersonId RecordedBy { get; init; }
    public DateTimeOffset? RecordedAt { get; init; }
    /// <summary>Who ended it earlier or cancelled it.</summary>
    public PersonId? ChangedBy { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }

    public bool HoldsOn(DateOnly day) => Meets(day, day);

    /// <summary>Whether it shares a day with others, and was not cancelled.</summary>
    public bool Meets(DateOnly from, DateOnly to) => CancelledAt is null && From <= to && from <= To;

    public bool IsPast(DateOnly today) => CancelledAt is not null || To < today;

    /// <summary>Brings the last day forward.</summary>
    /// <exception cref="RuleBroken">It is over, or the day is none of its days but the last.</exception>
    internal void End(DateOnly lastDay, DateOnly earliest, Occasion on)
    {
        RefuseIfPast(on);
        if (lastDay < earliest) throw new RuleBroken(new Refusal("invalid", $"The last day must be {London.Words(earliest)} or later", "last-day"));
        if (lastDay >= To) throw new RuleBroken(new Refusal("invalid", $"The last day must be before {London.Words(To)}, the last day now recorded. To make it longer, record what follows", "last-day"));
        (PlannedTo, To, ChangedBy) = (PlannedTo ?? To, lastDay, on.By.Id);
    }

    internal void Cancel(Occasion on)
    {
        RefuseIfPast(on);
        (CancelledAt, ChangedBy) = (on.At, on.By.Id);
    }

    void RefuseIfPast(Occasion on)
    {
        if (IsPast(on.Today)) throw new RuleBroken(new Refusal("wrong-state", "This is over already and stays as it was. Record a new one instead"));
    }

    /// <summary>What is wrong with the days, whatever they are for.</summary>
    private protected static IEnumerable<Refusal> FaultsOf(DateOnly? from, DateOnly? to, int longest, string what)
    {
        if (from is null) yield return new("missing", $"Enter the first day of the {what}", "from");
        if (to is null) yield return new("missing", $"Enter the last day of the {what}", "to");
        if (from > to) yield return new("invalid", $"The last day must be {London.Words(from.Value)} or later, for that is the first", "to");
        else if (from is { } first && to is { } last && last.DayNumber - first.DayNumber >= longest)
            yield return new("invalid", $"The {what} must be {longest} days or fewer, so {London.Words(first.AddDays(longest - 1))} at the latest. Record the rest when it comes to that", "to");
    }
}
