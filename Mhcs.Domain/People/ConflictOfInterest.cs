using Mhcs.Domain.Cases;

namespace Mhcs.Domain.People;

/// <summary>A relation to a patient, declared by the person themselves: a relative, a neighbour, somebody they know. From that moment the patient’s files are closed to them; what they declared is nobody’s business but that of those who lead them.</summary>
public sealed record ConflictOfInterest(string PatientNumber, DateOnly DeclaredOn)
{
    public const int WhyLimit = 300;

    /// <summary>How they are related or acquainted, in a few words.</summary>
    public string? Why { get; init; }
    public DateTimeOffset? LiftedAt { get; init; }
    public PersonId? LiftedBy { get; init; }
    /// <summary>Why it no longer holds, or never did.</summary>
    public string? LiftedBecause { get; init; }

    /// <summary>Declares it for oneself.</summary>
    /// <exception cref="RuleBroken">It is declared already, or nothing is said.</exception>
    public static ConflictOfInterest Declare(Person person, string patientNumber, string? why, Occasion on)
    {
        if (person.Id != on.By.Id) throw new RuleBroken(new Refusal("not-entitled", "A conflict of interest is declared by whoever has it"));
        if (person.HasConflictWith(patientNumber)) throw new RuleBroken(new Refusal("rule", $"You have declared a conflict of interest with {patientNumber} already"));
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken(new Refusal("missing", "Say how you are related or acquainted, in a few words", "why"));
        if (why.Trim().Length > WhyLimit) throw new RuleBroken(new Refusal("invalid", $"Say it in {WhyLimit} characters or fewer; it has {why.Trim().Length}", "why"));
        ConflictOfInterest declared = new(patientNumber, on.Today) { Why = why.Trim() };
        person.Conflicts.Add(declared);
        return declared;
    }

    /// <summary>Opens the patient’s files to the person again. What was declared stays on the record.</summary>
    /// <exception cref="RuleBroken">It is one’s own, one does not lead the person, it is lifted already, or no reason is given.</exception>
    public static ConflictOfInterest Lift(Person person, string patientNumber, string? because, Occasion on)
    {
        if (on.By.MayLiftConflictOf(person) is { Granted: false } no) throw new RuleBroken(new Refusal("not-entitled", no.Reason));
        var index = person.Conflicts.FindIndex(c => c.PatientNumber == patientNumber && c.LiftedAt is null);
        if (index < 0) throw new RuleBroken(new Refusal("wrong-state", $"{person.Name} has no conflict of interest with {patientNumber} that still holds"));
        if (string.IsNullOrWhiteSpace(because)) throw new RuleBroken(new Refusal("missing", "Say why it no longer holds", "because"));
        if (because.Trim().Length > WhyLimit) throw new RuleBroken(new Refusal("invalid", $"Say it in {WhyLimit} characters or fewer; it has {because.Trim().Length}", "because"));
        return person.Conflicts[index] = person.Conflicts[index] with { LiftedAt = on.At, LiftedBy = on.By.Id, LiftedBecause = because.Trim() };
    }
}
