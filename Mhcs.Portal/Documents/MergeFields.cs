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
        ["patient.atLarge"] = (file, _) => file.Patient is { Category.IsTransferred: true } ? "The patient came from prison and counts as unlawfully at large while absent (section 50(4)): the sentence does not run." : null,
        ["patient.residence"] = (file, _) => file.Patient?.Residence,
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>The words of a field on a file; null where nothing is recorded.</summary>
    public static string? Of(string field, Paper paper, CaseFile file, DateOnly today) =>
        Known.TryGetValue(field, out var known) ? known(file, today)
        : paper.Uses.FirstOrDefault(f => f.Key == field) is { } fact ? file.Facts.Text(fact) is { } value ? FactWords.Of(fact, value) : null
        : throw new InvalidOperationException($"The template of “{paper.Label}” merges “{field}”, which the paper does not use");

    /// <summary>The paper with everything filled in from a file.</summary>
    public static PaperTemplate Filled(PaperTemplate template, Paper paper, CaseFile file, DateOnly today) => Filled(template, field => Of(field, paper, file, today));

    /// <summary>A paragraph that merges something which is not recorded is left out.</summary>
    public static PaperTemplate Filled(PaperTemplate template, Func<string, string?> value) => template with
    {
        Title = PaperTemplate.Fill(template.Title, value),
        Blocks = [.. template.Blocks.Where(b => PaperTemplate.FieldsOf(b.Text).All(f => value(f) is not null)).Select(b => b with { Text = PaperTemplate.Fill(b.Text, value) })],
    };
}
