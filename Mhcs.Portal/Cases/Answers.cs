using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Ui;

namespace Mhcs.Portal.Cases;

/// <summary>The answers of a form as they are typed: values in the form in which facts are stored, and what could not be read.</summary>
public sealed class Answers
{
    readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string?> Values => _values;
    public FactSheet Sheet => FactSheet.Of(_values);

    public string? this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    public void Take(IReadOnlyDictionary<string, string?> draft)
    {
        foreach (var (key, value) in draft) _values[key] = value;
    }

    public void Problem(string key, string? problem)
    {
        if (problem is null) _problems.Remove(key);
        else _problems[key] = problem;
    }

    public static string FieldId(string key) => $"fact-{key}";

    /// <summary>What was typed and can't be read: said before anything is sent.</summary>
    public IReadOnlyList<FieldError> Unreadable(IEnumerable<Fact> asked) =>
        [.. asked.Where(f => _problems.ContainsKey(f.Key)).Select(f => new FieldError(FieldId(f.Key), _problems[f.Key]))];

    /// <summary>The refusals that name a question of this form, at their fields.</summary>
    public static IReadOnlyList<FieldError> AtFields(IEnumerable<Refusal> refusals, IReadOnlyCollection<Fact> asked) =>
        [.. refusals.Where(r => asked.Any(f => f.Key == r.Field)).Select(r => new FieldError(FieldId(r.Field!), r.Text))];
}
