using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mhcs.Portal.Documents;

/// <summary>What stands around the text of a paper.</summary>
public sealed record Letterhead(string Reference, string Date, string To, string? Patient, int Version);

/// <summary>Writes a filled-in paper as a Word document.</summary>
public static class PaperDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    const string Marking = "OFFICIAL-SENSITIVE";

    public static byte[] Write(PaperTemplate paper, Letterhead head)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = $"{paper.Title}, {head.Reference}";
            document.PackageProperties.Creator = "Mental Health Casework Section";
            document.PackageProperties.Language = "en-GB";
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.All();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = DocxStyles.Lists();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new(Line(Marking, "Marking"));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new(Footing(head), Line(Marking, "Marking"));
            main.Document = new(new Body(
            [
                Line("Ministry of Justice", "Sender"), Line("Mental Health Casework Section", "SenderUnit"),
                Particulars(head), Line(paper.Title, "Title"),
                .. paper.Blocks.SelectMany(Of),
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) }, new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1304, Bottom = 1134, Left = 1304, Right = 1304, Header = 567, Footer = 567, Gutter = 0 }),
            ]));
        }
        return bytes.ToArray();
    }

    static IEnumerable<OpenXmlElement> Of(PaperBlock block) => block.Kind switch
    {
        BlockKind.Heading => [Line(block.Text, "Heading1")],
        BlockKind.Bullet => [Item(block.Text, DocxStyles.Bullets)],
        BlockKind.Numbered => [Item(block.Text, DocxStyles.Numbers)],
        BlockKind.Signature => [Line("", "Normal"), Signature(block.Text), Line("", "Normal")],
        _ => [Line(block.Text, "Normal")],
    };

    static Paragraph Line(string text, string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Words(text));

    static Paragraph Item(string text, int list) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = "ListParagraph" }, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list })), Words(text));

    // What people typed over several lines keeps them.
    static Run Words(string text) => new(text.ReplaceLineEndings("\n").Split('\n').SelectMany((line, n) =>
        n == 0 ? new OpenXmlElement[] { Plain(line) } : [new Break(), Plain(line)]));

    static Text Plain(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    static Table Particulars(Letterhead head) => Grid([2200, 7098],
        [("Our reference", head.Version > 1 ? $"{head.Reference}, issue {head.Version}" : head.Reference), ("Date", head.Date), ("To", head.To), .. head.Patient is { } patient ? [("Patient", patient)] : Array.Empty<(string, string)>()], ruled: false);

    static Table Signature(string who) => Grid([2200, 7098], [("Signed", ""), ("Name", ""), ("Date", ""), ("", who)], ruled: true);

    static Table Grid(int[] widths, IReadOnlyList<(string Term, string Words)> rows, bool ruled) => new(
    [
        new TableProperties(new TableWidth { Width = widths.Sum().ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(System.Globalization.CultureInfo.InvariantCulture) })),
        .. rows.Select(row => new TableRow(
            RowOf(ruled),
            Cell(widths[0], row.Term, "Term", rule: false), Cell(widths[1], row.Words, "Cell", rule: ruled && row.Term.Length > 0))),
    ]);

    // Room to sign in.
    static TableRowProperties RowOf(bool ruled) => ruled ? new(new CantSplit(), new TableRowHeight { Val = 620, HeightType = HeightRuleValues.AtLeast }) : new(new CantSplit());

    static TableCell Cell(int width, string text, string style, bool rule) => new(
        new TableCellProperties(
        [
            new TableCellWidth { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            .. rule ? [new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "808080" })] : Array.Empty<OpenXmlElement>(),
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom },
        ]), Line(text, style));

    static Paragraph Footing(Letterhead head) => new(
    [
        new ParagraphProperties(new ParagraphStyleId { Val = "Footing" }), new Run(Plain($"{head.Reference}   ")),
        .. Field("PAGE", "Page "), .. Field("NUMPAGES", " of "),
    ]);

    static IEnumerable<OpenXmlElement> Field(string code, string before) =>
        [new Run(Plain(before)), new SimpleField(new Run(Plain("1"))) { Instruction = $" {code} " }];
}
