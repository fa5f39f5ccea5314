using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Library;

namespace Mhcs.Portal.Chasing;

/// <summary>The letter that asks somebody outside for the papers of one case.</summary>
static class ChaseLetter
{
    public static byte[] Write(CaseView view, Source source, IReadOnlyList<WantedPaper> papers, TemplateInForce text)
    {
        var patient = view.File.Patient is { } p ? $"{p.Forenames} {p.Surname}" : null;
        var each = text.Template with { Blocks = [.. text.Template.Blocks.SelectMany(b => Lines(b, papers))] };
        var filled = MergeFields.Filled(each, Papers.PapersWanted, field => field == "patient.name" ? patient ?? view.File.Title : MergeFields.Of(field, Papers.PapersWanted, view.File, view.File.Facts, view.On.Today));
        return PaperDocx.Write(filled, new(view.File.Reference.Value, FactWords.Day(view.On.Today), To(source, view.File), view.File.Patient is { } born ? $"{patient}, born {FactWords.Day(born.BornOn)}" : null, 1), text.Version);
    }

    /// <summary>What names the papers stands once for each.</summary>
    static IEnumerable<PaperBlock> Lines(PaperBlock block, IReadOnlyList<WantedPaper> papers) => PaperTemplate.FieldsOf(block.Text).Contains(Facts.PapersAskedFor.Key)
        ? papers.Select(p => block with { Text = PaperTemplate.Fill(block.Text, field => field == Facts.PapersAskedFor.Key ? Line(p) : $"{{{{{field}}}}}") }) : [block];

    static string Line(WantedPaper paper) => paper.RequestedAt is { } asked ? $"{paper.Label}, which we asked for on {FactWords.Day(London.Day(asked))}" : paper.Label;

    static string To(Source source, CaseFile file) => source.Key switch
    {
        "prison" when file.Facts.Text(Facts.Prison) is { } prison => $"{source.To}, {prison}",
        "hospital" when file.Patient?.Hospital is { } hospital => $"{source.To}, {hospital}",
        _ => source.To,
    };
}
