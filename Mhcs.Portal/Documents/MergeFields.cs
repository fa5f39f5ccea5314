using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Documents;

/// <summary>What a template can say besides the facts of its paper.</summary>
public static class MergeFields
{
    static readonly Dictionary<string, (string Label, Func<CaseFile, DateOnly, string?> Of)> Known = new(StringComparer.Ordinal)
    {
        ["case.reference"] = ("Our reference", (file, _) => file.Reference.Value),
        ["today"] = ("The day it is issued", (_, today) => FactWords.Day(today)),
        ["patient.name"] = ("Patient’s name", (file, _) => file.Patient is { } p ? $"{p.Forenames} {p.Surname}" : null),
        ["patient.number"] = ("Patient’s number", (file, _) => file.PatientNumber),
        ["patient.ppud"] = ("PPUD reference", (file, _) => file.Patient?.PpudReference),
        ["patient.born"] = ("Date of birth", (file, _) => file.Patient is { } p ? FactWords.Day(p.BornOn) : null),
        ["patient.status"] = ("Legal category", (file, _) => file.Patient?.Category.Label),
        ["patient.since"] = ("In that category since", (file, _) => file.Patient?.CategorySince is { } since ? FactWords.Day(since) : null),
        ["patient.release"] = ("Release date", (file, _) => file.Patient?.ReleaseDate is { } day ? FactWords.Day(day) : null),
        ["patient.hospital"] = ("Hospital", (file, _) => file.Patient?.Hospital),
        ["patient.atLarge"] = ("That the patient is unlawfully at large", (file, _) => file.Patient is { Category.IsTransferred: true } ? "The patient came from prison and counts as unlawfully at large while absent (section 50(4)): the sentence does not run." : null),
        ["patient.residence"] = ("Where the patient lives", (file, _) => file.Patient?.Residence),
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Each field and what people call it.</summary>
    public static IReadOnlyList<(string Name, string Label)> Labels { get; } = [.. Known.Select(k => (k.Key, k.Value.Label))];

    /// <summary>What people call a field of a paper; null where the paper knows none of this name.</summary>
    public static string? LabelOf(string field, Paper paper) => Known.TryGetValue(field, out var known) ? known.Label : paper.Uses.FirstOrDefault(f => f.Key == field)?.Label;

    /// <summary>The words of a field on a file; null where nothing is recorded.</summary>
    public static string? Of(string field, Paper paper, CaseFile file, DateOnly today) =>
        Known.TryGetValue(field, out var known) ? known.Of(file, today)
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
