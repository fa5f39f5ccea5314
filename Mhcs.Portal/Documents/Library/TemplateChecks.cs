using System.Text.RegularExpressions;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Documents.Library;

/// <summary>Whether a text may stand as the template of a paper: it reads, merges only what there is, prints what the pre-flight asks for, keeps the law's words, and ends with who signs.</summary>
public static partial class TemplateChecks
{
    /// <summary>Every fault, each a sentence with its mend; none: it may stand.</summary>
    public static IEnumerable<Refusal> Of(Paper paper, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [Fault("missing", "Enter the text of the paper")];
        PaperTemplate template;
        try
        {
            template = PaperTemplate.Read(paper.Key, text);
        }
        catch (FormatException)
        {
            return [Fault("invalid", "The text must begin with its title: a line “# Title”, then an empty line")];
        }
        return [.. Fields(paper, text, template), .. Law(paper, text), .. Form(template, text)];
    }

    /// <summary>Words a warrant or a reference must keep because the law gives it its force by them: the sections that its shipped text cites.</summary>
    public static IReadOnlyList<string> StatutoryWords(Paper paper) => paper.Kind == PaperKind.Letter ? []
        : [.. Citation().Matches(PaperTemplate.TextOf(paper)).Select(m => m.Value).Distinct(StringComparer.Ordinal)];

    static IEnumerable<Refusal> Fields(Paper paper, string text, PaperTemplate template)
    {
        var known = MergeFields.Names.Concat(paper.Uses.Select(f => f.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var field in template.Fields.Where(f => !known.Contains(f)))
            yield return Fault("invalid", $"“{{{{{field}}}}}” is nothing this paper knows. Choose one of the facts listed beside the text, or take it out");
        if (PaperTemplate.Fill(text, _ => "") is var rest && (rest.Contains("{{", StringComparison.Ordinal) || rest.Contains("}}", StringComparison.Ordinal)))
            yield return Fault("invalid", "A fact is written in two braces on either side without spaces, as in {{patient.name}}. Mend the braces that are left over");
        foreach (var fact in paper.Uses.Where(f => !template.Fields.Contains(f.Key)))
            yield return Fault("invalid", $"The paper has to say “{fact.Label}”: put {{{{{fact.Key}}}}} where it belongs");
        foreach (var name in PaperTemplate.For(paper).Fields.Where(f => paper.Kind != PaperKind.Letter && f is "patient.name" or "patient.born" && !template.Fields.Contains(f)))
            yield return Fault("invalid", $"A warrant or reference says whom it is about: put {{{{{name}}}}} ({MergeFields.LabelOf(name, paper)}) where it belongs");
    }

    static IEnumerable<Refusal> Law(Paper paper, string text) =>
        StatutoryWords(paper).Where(words => !text.Contains(words, StringComparison.Ordinal)).Select(words => Fault("rule", $"The law gives this paper its force by the words “{words}”, which are no longer in the text. Put them back"));

    static IEnumerable<Refusal> Form(PaperTemplate template, string text)
    {
        if (template.Blocks is not [.., { Kind: BlockKind.Signature }]) yield return Fault("invalid", "The text must end with who signs, in square brackets on a line of its own, as in “[Casework officer, Mental Health Casework Section]”");
        if (Marking().Match(text) is { Success: true } marking) yield return Fault("invalid", $"The marking is printed at the head and foot of every page by itself. Take “{marking.Value}” out of the text");
    }

    static Refusal Fault(string code, string words) => new(code, words, "text");

    [GeneratedRegex(@"Mental Health Act 1983|Secretary of State|[Ss]ections? \d+[A-Z]*(\(\d*[A-Za-z]*\))*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Citation();

    [GeneratedRegex(@"OFFICIAL(-SENSITIVE)?|UNCLASSIFIED|RESTRICTED|CONFIDENTIAL|TOP SECRET|\bSECRET\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marking();
}
