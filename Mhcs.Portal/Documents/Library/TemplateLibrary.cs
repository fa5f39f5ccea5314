using Mhcs.Domain.Amendments;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Documents.Library;

/// <summary>The text of a paper that counts now, and which version of it that is.</summary>
public sealed record TemplateInForce(int Version, string Text, PaperTemplate Template);

/// <summary>The texts of all papers: those that ship with the program are version 1; what two people approved since lies over them, dated.</summary>
public sealed class TemplateLibrary : IPaperTexts
{
    // Replaced as a whole, so that nobody reads halves of two.
    volatile IReadOnlyDictionary<string, TemplateInForce> _now = Papers.All.ToDictionary(p => p.Key, Shipped, StringComparer.Ordinal);

    public TemplateInForce Of(Paper paper) => _now[paper.Key];

    public PaperText Of(Paper paper, CaseFile file, FactSheet facts) => new(Of(paper).Version, MergeFields.Mark(Of(paper).Template, paper, file, facts), [.. MergeFields.Particulars(Of(paper).Template, paper, file)]);

    public static TemplateInForce Shipped(Paper paper) => new(1, PaperTemplate.TextOf(paper), PaperTemplate.For(paper));

    /// <summary>Lays approved texts over the shipped ones, as far as they are in force at a moment. One that no longer fits its paper, because an upgrade changed what the paper uses, is passed over.</summary>
    public void Take(IEnumerable<Amendment> approved, DateTimeOffset now)
    {
        var texts = approved.Where(a => a.Subject == AmendmentSubject.Template && a.InForceFrom <= now).OrderBy(a => a.InForceFrom).ThenBy(a => a.Id).ToLookup(a => a.Key, StringComparer.Ordinal);
        _now = Papers.All.ToDictionary(p => p.Key, paper => texts[paper.Key].LastOrDefault(a => !TemplateChecks.Of(paper, a.Text).Any()) is { } latest
            ? new TemplateInForce(latest.Version!.Value, latest.Text!, PaperTemplate.Read(paper.Key, latest.Text!)) : Shipped(paper), StringComparer.Ordinal);
    }
}
