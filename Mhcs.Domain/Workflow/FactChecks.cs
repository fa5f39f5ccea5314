using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Workflow;

/// <summary>Checks answers against their questions. Each fault names the question and the mend.</summary>
public static class FactChecks
{
    public static IEnumerable<Refusal> Of(IEnumerable<Fact> asked, FactSheet answers, Occasion on)
    {
        var questions = asked.ToDictionary(f => f.Key, StringComparer.Ordinal);
        foreach (var key in answers.Entries.Keys.Where(k => !questions.ContainsKey(k)))
            yield return new("invalid", $"“{key}” is not asked here; leave it out", key);
        foreach (var fact in questions.Values)
            if (Fault(fact, answers.Text(fact), answers, on) is { } text)
                yield return new(answers.Has(fact) ? "invalid" : "missing", text, fact.Key, Mend.Record(fact));
    }

    static string? Fault(Fact fact, string? value, FactSheet answers, Occasion on) => (fact.Kind, value) switch
    {
        (_, null) => fact.IsOptional ? null : Missing(fact),
        (FactKind.Date, _) => answers.Date(fact) is { } day ? OutOfBounds(fact, day, on.Today) : $"{fact.Label} must be a real date, such as 27 November 2026",
        (FactKind.DateTime, _) => answers.Instant(fact) is { } at ? OutOfBounds(fact, at, on) : $"{fact.Label} must be a real date and time",
        (FactKind.YesNo, not ("Yes" or "No")) => $"{fact.Label}: answer Yes or No",
        (FactKind.Confirmation, not "Yes") => $"{fact.Label}: tick the box to confirm, or leave the step for later",
        (FactKind.Choice, _) when !fact.Options.Contains(value) => $"{fact.Label}: choose one of {string.Join(", ", fact.Options)}",
        (FactKind.Number, _) when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => $"{fact.Label} must be a whole number, such as 3",
        (FactKind.Hospital, _) when !on.Book.Places.Hospitals.Contains(value) => $"{fact.Label}: {on.Book.Places.WhyNot(value, "hospitals")}",
        (FactKind.Prison, _) when !on.Book.Places.Prisons.Contains(value) => $"{fact.Label}: {on.Book.Places.WhyNot(value, "prisons")}",
        (FactKind.Text or FactKind.LongText, _) when value.Length > fact.MaxLength => $"{fact.Label} must be {fact.MaxLength:N0} characters or fewer; it has {value.Length:N0}",
        _ => null,
    };

    static string Missing(Fact fact) => fact.Kind switch
    {
        FactKind.Date or FactKind.DateTime => $"Enter {Lower(fact.Label)}",
        FactKind.YesNo => $"Answer: {Lower(fact.Label)}",
        FactKind.Confirmation => $"Confirm: {Lower(fact.Label)}",
        FactKind.Choice or FactKind.Hospital or FactKind.Prison => $"Choose {Lower(fact.Label)}",
        _ => $"Enter {Lower(fact.Label)}",
    };

    static string? OutOfBounds(Fact fact, DateOnly day, DateOnly today) =>
        day.Year is < 1900 or > 2100 ? $"{fact.Label}: the year {day.Year} can't be right"
        : fact.When == When.NotAfterToday && day > today ? $"{fact.Label} must be today or in the past"
        : fact.When == When.NotBeforeToday && day < today ? $"{fact.Label} must be today or in the future"
        : null;

    static string? OutOfBounds(Fact fact, DateTimeOffset at, Occasion on) =>
        fact.When == When.NotAfterToday && at > on.At ? $"{fact.Label} must be in the past" : OutOfBounds(fact, London.Day(at), on.Today);

    static string Lower(string label) => label.Length > 1 && char.IsUpper(label[1]) ? label : char.ToLowerInvariant(label[0]) + label[1..];
}
