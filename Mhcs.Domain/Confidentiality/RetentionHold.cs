using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Confidentiality;

/// <summary>Why a record must be kept whatever its age.</summary>
public enum HoldGround { Inquest, Litigation, PublicInquiry, ChildSexualAbuse, Other }

/// <summary>A stop on the disposal of a record. While one holds, no review can mark the record for anything but keeping.</summary>
public sealed class RetentionHold
{
    public const int WhyLimit = 500;

    public int Id { get; init; }
    /// <summary>Number of the patient, or the reference of a case about nobody on our books.</summary>
    public required string Record { get; init; }
    public required HoldGround Ground { get; init; }
    public required string Why { get; init; }
    public required PersonId PlacedBy { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public PersonId? LiftedBy { get; private set; }
    public DateTimeOffset? LiftedAt { get; private set; }
    public string? LiftedBecause { get; private set; }

    public bool Holds => LiftedAt is null;

    /// <summary>Anybody who does casework in the team may place one: a hold placed for nothing costs nothing.</summary>
    /// <exception cref="RuleBroken">No ground or no reason.</exception>
    public static RetentionHold Place(string record, HoldGround? ground, string? why, Occasion on)
    {
        List<Refusal> faults = [];
        if (ground is null) faults.Add(new("missing", "Choose what the record is kept for", "ground"));
        if (string.IsNullOrWhiteSpace(why)) faults.Add(new("missing", "Say which inquest, claim or inquiry, and who asked", "why"));
        else if (why.Trim().Length > WhyLimit) faults.Add(new("invalid", $"Say it in {WhyLimit} characters or fewer; it has {why.Trim().Length}", "why"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        return new() { Record = record, Ground = ground!.Value, Why = why!.Trim(), PlacedBy = on.By.Id, PlacedAt = on.At };
    }

    /// <exception cref="RuleBroken">Lifted already, below a deputy head, or no reason.</exception>
    public void Lift(string? because, Occasion on)
    {
        Retention.Allow(on);
        if (!Holds) throw new RuleBroken(new Refusal("wrong-state", "This hold has been lifted already"));
        if (string.IsNullOrWhiteSpace(because)) throw new RuleBroken(new Refusal("missing", "Say why the record need no longer be held", "because"));
        if (because.Trim().Length > WhyLimit) throw new RuleBroken(new Refusal("invalid", $"Say it in {WhyLimit} characters or fewer; it has {because.Trim().Length}", "because"));
        (LiftedBy, LiftedAt, LiftedBecause) = (on.By.Id, on.At, because.Trim());
    }
}
