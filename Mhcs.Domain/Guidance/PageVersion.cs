using Mhcs.Domain.Amendments;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Guidance;

/// <summary>One version of a page of guidance. It is never edited: what changes is the next one.</summary>
public sealed class PageVersion
{
    public int Id { get; init; }
    public required int PageId { get; init; }
    public required int Number { get; init; }
    public required string Title { get; init; }
    public required string Area { get; init; }
    public IReadOnlyList<string> Governs { get; init; } = [];
    /// <summary>Markdown.</summary>
    public required string Text { get; init; }
    /// <summary>What is new, for the change log.</summary>
    public required string Change { get; init; }
    public DateOnly? ReviewOn { get; init; }
    /// <summary>Everybody who does casework confirms having read it.</summary>
    public bool MustRead { get; init; }
    /// <summary>From this day its case types are closed to whoever has not confirmed it.</summary>
    public DateOnly? ReadBy { get; init; }
    public required PersonId ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public AmendmentStanding Standing { get; private set; }
    /// <summary>Who approved, declined or withdrew it; null while it waits, and for what ships with the portal.</summary>
    public PersonId? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The first version of a page as it ships with the portal: nobody of ours wrote or approved it.</summary>
    public static PageVersion Shipped(int page, string title, string area, IReadOnlyList<string> governs, string text, DateOnly reviewOn, DateTimeOffset at) => new()
    {
        PageId = page, Number = 1, Title = title, Area = area, Governs = governs, Text = text, Change = "As it came with the portal.", ReviewOn = reviewOn, ProposedBy = PersonId.Clock, ProposedAt = at, Standing = AmendmentStanding.Approved, DecidedAt = at,
    };

    internal void Decide(bool approve, Occasion on)
    {
        RefuseIfDecided();
        if (on.By.Id == ProposedBy) throw new RuleBroken(new Refusal("rule", "You wrote this version, so somebody else approves or declines it"));
        if (approve && MustRead && ReadBy < on.Today) throw new RuleBroken(new Refusal("rule", "The day by which it must be read has passed. Decline it, and have it proposed with a later day"));
        (Standing, DecidedBy, DecidedAt) = (approve ? AmendmentStanding.Approved : AmendmentStanding.Declined, on.By.Id, on.At);
    }

    internal void Withdraw(Occasion on)
    {
        RefuseIfDecided();
        if (on.By.Id != ProposedBy) throw new RuleBroken(new Refusal("rule", "Only whoever wrote this version withdraws it. You can decline it"));
        (Standing, DecidedBy, DecidedAt) = (AmendmentStanding.Withdrawn, on.By.Id, on.At);
    }

    void RefuseIfDecided()
    {
        if (Standing != AmendmentStanding.Proposed) throw new RuleBroken(new Refusal("wrong-state", "This was decided already"));
    }
}

/// <summary>Somebody's word that they have read a version of a page.</summary>
public sealed record PageReading(int PageId, int Number, PersonId Person, DateTimeOffset At);
