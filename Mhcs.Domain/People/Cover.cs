using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.People;

/// <summary>Dated deputising: <see cref="By"/> may act with the grade and team of <see cref="For"/> on these days, first and last included.</summary>
public sealed class Cover(PersonId by, PersonId @for, DateOnly from, DateOnly to) : Spell(from, to)
{
    /// <summary>Most days in one record (design figure, not policy): longer cover is looked at again.</summary>
    public const int LongestDays = 92;
    public const int ReasonLimit = 200;

    /// <summary>Who acts.</summary>
    public PersonId By { get; private set; } = by;
    /// <summary>Whose post is lent.</summary>
    public PersonId For { get; private set; } = @for;
    public string? Reason { get; init; }

    /// <summary>Lends a post for some days.</summary>
    /// <param name="others">Every cover on record.</param>
    /// <exception cref="RuleBroken">With every fault: who may not, days out of order or gone, people whose posts can't be lent to one another.</exception>
    public static Cover Record(Person? by, Person? lender, DateOnly? from, DateOnly? to, string? reason, IEnumerable<Cover> others, Occasion on)
    {
        if (lender is not null) Allow(lender, on);
        var faults = FaultsOf(from, to, LongestDays, "cover").ToList();
        if (by is null) faults.Add(new("missing", "Choose who acts", "by"));
        if (lender is null) faults.Add(new("missing", "Choose whose post is covered", "for"));
        if (from < on.Today) faults.Add(new("invalid", $"Cover begins today, {London.Words(on.Today)}, or later: it lends nothing for days that have passed", "from"));
        if (string.IsNullOrWhiteSpace(reason)) faults.Add(new("missing", "Say why the post is covered, such as annual leave", "reason"));
        else if (reason.Trim().Length > ReasonLimit) faults.Add(new("invalid", $"Say why in {ReasonLimit} characters or fewer", "reason"));
        if (by is not null && lender is not null) faults.AddRange(FaultsBetween(by, lender, on));
        if (by is not null && lender is not null && from is { } first && to is { } last && others.FirstOrDefault(c => c.By == by.Id && c.For == lender.Id && c.Meets(first, last)) is { } other)
            faults.Add(new("invalid", $"{by.Name} acts for {lender.Name} from {London.Words(other.From)} to {London.Words(other.To)} already. Choose days outside these", "from"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        return new(by!.Id, lender!.Id, from!.Value, to!.Value) { Reason = reason!.Trim(), RecordedBy = on.By.Id, RecordedAt = on.At };
    }

    /// <summary>Brings its last day forward, to today at the earliest: to stop it at once, it is cancelled.</summary>
    public void End(Person lender, DateOnly lastDay, Occasion on)
    {
        Allow(lender, on);
        End(lastDay, From > on.Today ? From : on.Today, on);
    }

    /// <summary>Stops it at once, or says that it won't be. What was done under it stays done.</summary>
    public void Cancel(Person lender, Occasion on)
    {
        Allow(lender, on);
        Cancel(on);
    }

    static IEnumerable<Refusal> FaultsBetween(Person by, Person lender, Occasion on)
    {
        if (by.Id == lender.Id) yield return new("invalid", $"{by.Name} can’t act for themselves. Choose somebody else", "by");
        else if (by.Id == on.By.Id) yield return new("invalid", "You can’t grant cover to yourself. Ask another head to record it", "by");
        if (!by.Active) yield return new("invalid", $"{by.Name} no longer works here. Choose somebody who does", "by");
        if (!lender.Active) yield return new("invalid", $"{lender.Name} no longer works here, so there is no post to lend", "for");
        if (!by.Grade.DoesCasework) yield return new("invalid", $"{by.Name} does no casework ({by.Grade.Label.ToLowerInvariant()}), so can’t act for somebody who does", "by");
        else if (by.Grade > lender.Grade) yield return new("invalid", $"{by.Name} is {by.Grade.Label.ToLowerInvariant()}, above {lender.Name}, {lender.Grade.Label.ToLowerInvariant()}. A post is lent to somebody of the same grade or below", "by");
    }

    static void Allow(Person lender, Occasion on)
    {
        if (on.By.MayLendPostOf(lender) is { Granted: false } no) throw new RuleBroken(new Refusal("not-entitled", no.Reason));
    }
}
