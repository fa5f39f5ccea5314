using System.Collections.Immutable;
using System.Globalization;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Workflow;

/// <summary>A recorded answer and who gave it when. Values are kept in one invariant form: dates as yyyy-MM-dd, instants as UTC ISO 8601, yes and no as those words.</summary>
public sealed record RecordedFact(string Value, DateTimeOffset At, PersonId By)
{
    /// <summary>Key of the authority that a step took to record or to settle it: nobody else corrects it. Null: work of record.</summary>
    public string? Held { get; init; }
    /// <summary>Whoever wrote it before and is still one of its writers, as ",12,45,".</summary>
    public string? Earlier { get; init; }

    /// <summary>Whether this person is one of those who wrote it.</summary>
    public bool IsBy(PersonId person) => By == person || Earlier?.Contains($",{person},", StringComparison.Ordinal) == true;

    /// <summary>The same answer, with the writers of the one that it takes the place of beside its own.</summary>
    public RecordedFact GoingOnFrom(RecordedFact before) =>
        this with { Earlier = before.By == By || before.Earlier?.Contains($",{before.By},", StringComparison.Ordinal) == true ? before.Earlier : $"{before.Earlier ?? ","}{before.By}," };
}

/// <summary>The facts of a file, or the answers given to one step.</summary>
public sealed record FactSheet(ImmutableSortedDictionary<string, RecordedFact> Entries)
{
    public static FactSheet Empty { get; } = new(ImmutableSortedDictionary.Create<string, RecordedFact>(StringComparer.Ordinal));

    /// <summary>Answers as they were typed, before anyone has checked them; empty answers are no answers.</summary>
    public static FactSheet Of(IEnumerable<KeyValuePair<string, string?>> answers, DateTimeOffset at = default, PersonId by = default) =>
        new(Empty.Entries.AddRange(answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).Select(a => KeyValuePair.Create(a.Key, new RecordedFact(a.Value!.Trim(), at, by)))));

    public bool Has(Fact fact) => Entries.ContainsKey(fact.Key);
    public RecordedFact? Entry(Fact fact) => Entries.GetValueOrDefault(fact.Key);
    public string? Text(Fact fact) => Entry(fact)?.Value;
    public DateOnly? Date(Fact fact) => fact.Kind == FactKind.DateTime ? (Instant(fact) is { } at ? Deadlines.London.Day(at) : null)
        : DateOnly.TryParseExact(Text(fact), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    public DateTimeOffset? Instant(Fact fact) => DateTimeOffset.TryParse(Text(fact), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
    public bool IsYes(Fact fact) => Text(fact) is "Yes";
    public int? Number(Fact fact) => int.TryParse(Text(fact), NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>Recorded, but longer ago than the fact may be relied on: counted from its own day, or from the day it was recorded.</summary>
    public bool IsStale(Fact fact, DateOnly today) =>
        fact.GoodForDays is { } good && Entry(fact) is { } entry && (Date(fact) ?? Deadlines.London.Day(entry.At)).AddDays(good) < today;

    /// <summary>These facts with the others laid over them; a later answer stands for an earlier one.</summary>
    public FactSheet With(FactSheet later) => new(Entries.SetItems(later.Entries));

    /// <summary>These facts without one that was taken back.</summary>
    public FactSheet Without(Fact fact) => new(Entries.Remove(fact.Key));

    /// <summary>The same answers, stamped with who gave them and when.</summary>
    public FactSheet Stamped(DateTimeOffset at, PersonId by) => new(Entries.ToImmutableSortedDictionary(e => e.Key, e => new RecordedFact(e.Value.Value, at, by), StringComparer.Ordinal));

    /// <summary>The same facts, each as this makes it.</summary>
    public FactSheet Each(Func<string, RecordedFact, RecordedFact> change) => new(Entries.ToImmutableSortedDictionary(e => e.Key, e => change(e.Key, e.Value), StringComparer.Ordinal));

    /// <summary>Only the answers to these questions.</summary>
    public FactSheet Only(IEnumerable<Fact> facts)
    {
        var keys = facts.Select(f => f.Key).ToHashSet(StringComparer.Ordinal);
        return new(Entries.RemoveRange(Entries.Keys.Where(k => !keys.Contains(k))));
    }

    public bool Equals(FactSheet? other) => other is not null && Entries.SequenceEqual(other.Entries);
    public override int GetHashCode() => Entries.Count;
}
