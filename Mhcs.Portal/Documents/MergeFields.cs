using System.Security.Cryptography;
using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Documents;

/// <summary>What a template can say besides the facts of its paper.</summary>
public static class MergeFields
{
    const string AtLarge = "patient.atLarge";

    // Who it is stands in every pre-flight, and the rest is always known.
    static readonly IReadOnlyList<string> Always = ["case.reference", "today", "patient.name", "patient.number", "patient.born", AtLarge];

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
        [AtLarge] = ("That the patient is unlawfully at large", (file, _) => file.Patient is { Category.IsTransferred: true } ? "The patient came from prison and counts as unlawfully at large while absent (section 50(4)): the sentence does not run." : null),
        ["patient.residence"] = ("Where the patient lives", (file, _) => file.Patient?.Residence),
    };

    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>Whether a particular of the patient can be unrecorded.</summary>
    public static bool MayBeMissing(string field) => Known.ContainsKey(field) && !Always.Contains(field) && field != "patient.status";

    /// <summary>Each field and what people call it.</summary>
    public static IReadOnlyList<(string Name, string Label)> Labels { get; } = [.. Known.Select(k => (k.Key, k.Value.Label))];

    /// <summary>What people call a field of a paper; null where the paper knows none of this name.</summary>
    public static string? LabelOf(string field, Paper paper) => Known.TryGetValue(field, out var known) ? known.Label : paper.Uses.FirstOrDefault(f => f.Key == field)?.Label;

    /// <summary>The words of a field on a file; null where nothing is recorded.</summary>
    public static string? Of(string field, Paper paper, CaseFile file, FactSheet facts, DateOnly today) =>
        Known.TryGetValue(field, out var known) ? known.Of(file, today)
        : paper.Uses.FirstOrDefault(f => f.Key == field) is { } fact ? facts.Text(fact) is { } value ? FactWords.Of(fact, value) : null
        : throw new InvalidOperationException($"The template of “{paper.Label}” merges “{field}”, which the paper does not use");

    /// <summary>The paper with everything filled in from a file.</summary>
    public static PaperTemplate Filled(PaperTemplate template, Paper paper, CaseFile file, DateOnly today) => Filled(template, paper, field => Of(field, paper, file, file.Facts, today));

    /// <summary>A paragraph is left out where something optional that it merges is not recorded. Anything else that is missing is named in its place, so that nobody takes what is left for the whole.</summary>
    public static PaperTemplate Filled(PaperTemplate template, Paper paper, Func<string, string?> value)
    {
        return template with { Title = Words(template.Title), Blocks = [.. Kept(template, paper, value).Select(b => b with { Text = Words(b.Text) })] };

        string Words(string text) => PaperTemplate.Fill(text, field => value(field) ?? (IsOptional(field, paper) ? "" : $"[{LabelOf(field, paper)}: not recorded]"));
    }

    /// <summary>The same for the same words; the day of issue is left out, since it comes only with the issue.</summary>
    public static string Mark(PaperTemplate template, Paper paper, CaseFile file, FactSheet facts)
    {
        var filled = Filled(template, paper, field => Of(field, paper, file, facts, default));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', filled.Blocks.Select(b => $"{b.Kind} {b.Text}").Prepend(filled.Title)))));
    }

    /// <summary>What the text says of the patient, besides who it is. One that is missing, in a paragraph that can’t be left out, is a line to mend.</summary>
    public static IEnumerable<PreFlightLine> Particulars(PaperTemplate template, Paper paper, CaseFile file)
    {
        var said = Kept(template, paper, Value).SelectMany(b => PaperTemplate.FieldsOf(b.Text)).Concat(PaperTemplate.FieldsOf(template.Title)).ToHashSet(StringComparer.Ordinal);
        return template.Fields.Where(f => Known.ContainsKey(f) && !Always.Contains(f)).Select(f => (Label: LabelOf(f, paper)!, Value: Value(f), IsSaid: said.Contains(f)))
            .Select(f => new PreFlightLine(f.Label, f.Value, f is { Value: null, IsSaid: true } ? $"{f.Label} is not recorded on the patient. It comes with the list of patients (Import), or with the step that records it" : null, null));

        string? Value(string field) => Of(field, paper, file, file.Facts, default);
    }

    /// <summary>Whether a paragraph that merges it is there only if it is recorded, without being marked: the table asks for it as optional, or it is a sentence of its own.</summary>
    public static bool IsOptional(string field, Paper paper) => field == AtLarge || paper.Uses.Any(f => f.Key == field && f.IsOptional);

    static IEnumerable<PaperBlock> Kept(PaperTemplate template, Paper paper, Func<string, string?> value) =>
        template.Blocks.Where(b => !PaperTemplate.FieldsOf(b.Text).Where(f => IsOptional(f, paper)).Concat(PaperTemplate.MarkedIn(b.Text)).Any(f => value(f) is null));
}
