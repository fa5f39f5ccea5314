using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;

namespace Mhcs.Portal.Chasing;

/// <summary>The letter that asks somebody outside for the papers of one case.</summary>
static class ChaseLetter
{
    public static byte[] Write(CaseView view, Source source, IReadOnlyList<WantedPaper> papers)
    {
        var patient = view.File.Patient is { } p ? $"{p.Forenames} {p.Surname}" : null;
        var template = PaperTemplate.Of("papers-wanted");
        var again = papers.Any(p => p.RequestedAt is not null);
        var text = template with
        {
            Title = again ? "Papers that we still need" : template.Title,
            Blocks = [.. template.Blocks.SelectMany(b => b.Kind == BlockKind.Bullet ? papers.Select(p => b with { Text = Line(p) }) : [b with { Text = PaperTemplate.Fill(b.Text, field => field == "patient" ? patient ?? view.File.Title : null) }])],
        };
        return PaperDocx.Write(text, new(view.File.Reference.Value, FactWords.Day(view.On.Today), To(source, view.File), view.File.Patient is { } born ? $"{patient}, born {FactWords.Day(born.BornOn)}" : null, 1));
    }

    static string Line(WantedPaper paper) => paper.RequestedAt is { } asked ? $"{paper.Label}, which we asked for on {FactWords.Day(London.Day(asked))}" : paper.Label;

    static string To(Source source, CaseFile file) => source.Key switch
    {
        "prison" when file.Facts.Text(Facts.Prison) is { } prison => $"{source.To}, {prison}",
        "hospital" when file.Patient?.Hospital is { } hospital => $"{source.To}, {hospital}",
        _ => source.To,
    };
}
