using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Documents;

/// <summary>What a template can say besides the facts of its paper.</summary>
public static class MergeFields
{
    static readonly Dictionary<string, Func<CaseFile, DateOnly, string?>> Known = new(StringComparer.Ordinal)
    {
        ["case.reference"] = (file, _) => file.Reference.Value,
        ["today"] = (_, today) => FactWords.Day(today),
        ["patient.name"] = (file, _) => file.Patient is { } p ? $"{p.Forenames} {p.Surname}" : null,
        ["patient.number"] = (file, _) => file.PatientNumber,
        ["patient.ppud"] = (file, _) => file.Patient?.PpudReference,
        ["patient.born"] = (file, _) => file.Patient is { } p ? FactWords.Day(p.BornOn) : null,
        ["patient.status"] = (file, _) => file.Patient?.Category.Label,
        ["patient.since"] = (file, _) => file.Patient?.CategorySince is { } since ? FactWords.Day(since) : null,
        ["patient.release"] = (file, _) => file.Patient?.ReleaseDate is { } day ? FactWords.Day(day) : null,
        ["patient.hospital"] = (file, _) => file.Patient?.Hospital,
        ["patient.residence"] = (file, _) => file.Patient?.Residence,
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The words of a field on a file; null where nothing is recorded.</summary>
    public static string? Of(string field, Paper paper, CaseFile file, DateOnly today) =>
        Known.TryGetValue(field, out var known) ? known(file, today)
        : paper.Uses.FirstOrDefault(f => f.Key == field) is { } fact ? file.Facts.Text(fact) is { } value ? FactWords.Of(fact, value) : null
        : throw new InvalidOperationException($"The template of “{paper.Label}” merges “{field}”, which the paper does not use");

    /// <summary>The paper with everything filled in. A paragraph that merges something optional which is not recorded is left out.</summary>
    public static PaperTemplate Filled(Paper paper, CaseFile file, DateOnly today)
    {
        var template = PaperTemplate.For(paper);
        string? Value(string field) => Of(field, paper, file, today);
        return template with
        {
            Title = PaperTemplate.Fill(template.Title, Value),
            Blocks = [.. template.Blocks.Where(b => PaperTemplate.FieldsOf(b.Text).All(f => Value(f) is not null)).Select(b => b with { Text = PaperTemplate.Fill(b.Text, Value) })],
        };
    }
}
