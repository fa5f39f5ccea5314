using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;

namespace Mhcs.Domain.Workflow;

/// <summary>Somebody who has to be told that a step was taken.</summary>
public sealed record Party(string Key, string Label)
{
    /// <summary>Whether this party is told in this patient's case (victim liaison only where there is a victim scheme); null: always.</summary>
    public Func<Patient, bool>? OnlyWhere { get; init; }
    /// <summary>By when; null: without a time of its own.</summary>
    public Term? By { get; init; }

    public Party Within(Term term) => this with { By = term };
    public bool AppliesTo(Patient? patient) => OnlyWhere is null || (patient is not null && OnlyWhere(patient));
    public bool Equals(Party? other) => other?.Key == Key;
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
