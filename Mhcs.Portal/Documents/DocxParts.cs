using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mhcs.Portal.Documents;

/// <summary>What every Word document of ours is made of: marked at the head and the foot of each page, with its reference and page numbers.</summary>
static class DocxParts
{
    public const string Marking = "OFFICIAL-SENSITIVE";
    public const int PageWidth = 9298;

    /// <param name="version">Kept among the document's properties: which version of a template it was made from.</param>
    public static byte[] Write(string title, string reference, IEnumerable<OpenXmlElement> body, string? version = null)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = title;
            document.PackageProperties.Creator = "Mental Health Casework Section";
            document.PackageProperties.Language = "en-GB";
            document.PackageProperties.Version = version;
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.All();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = DocxStyles.Lists();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new(Line(Marking, "Marking"));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new(Footing(reference), Line(Marking, "Marking"));
            main.Document = new(new Body(
            [
                .. body,
                new SectionProperties(
                    new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) }, new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
                    new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1304, Bottom = 1134, Left = 1304, Right = 1304, Header = 567, Footer = 567, Gutter = 0 }),
            ]));
        }
        return bytes.ToArray();
    }

    public static Paragraph Line(string text, string style = "Normal") => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Words(text));

    /// <summary>A heading that begins a new page.</summary>
    public static Paragraph NewPage(string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = "Title" }, new PageBreakBefore()), Words(text));

    public static Paragraph Item(string text, int list) => new(new ParagraphProperties(
        new ParagraphStyleId { Val = "ListParagraph" }, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = list })), Words(text));

    /// <summary>Terms on the left, words on the right. Ruled: with room and a line to sign on.</summary>
    public static Table Grid(int[] widths, IReadOnlyList<(string Term, string Words)> rows, bool ruled) => new(
    [
        new TableProperties(new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }, new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })),
        .. rows.Select(row => new TableRow(
            RowOf(ruled),
            Cell(widths[0], row.Term, "Term", rule: false), Cell(widths[1], row.Words, "Cell", rule: ruled && row.Term.Length > 0))),
    ]);

    static TableRowProperties RowOf(bool ruled) => ruled ? new(new CantSplit(), new TableRowHeight { Val = 620, HeightType = HeightRuleValues.AtLeast }) : new(new CantSplit());

    static TableCell Cell(int width, string text, string style, bool rule) => new(
        new TableCellProperties(
        [
            new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
            .. rule ? [new TableCellBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Color = "808080" })] : Array.Empty<OpenXmlElement>(),
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom },
        ]), Line(text, style));

    // What people typed over several lines keeps them.
    static Run Words(string text) => new(text.ReplaceLineEndings("\n").Split('\n').SelectMany((line, n) =>
        n == 0 ? new OpenXmlElement[] { Plain(line) } : [new Break(), Plain(line)]));

    static Text Plain(string text) => new(Clean(text)) { Space = SpaceProcessingModeValues.Preserve };

    // XML can't hold most control characters, nor half of a surrogate pair.
    static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(r => r.Value >= 0x10000 || XmlConvert.IsXmlChar((char)r.Value)));

    static Paragraph Footing(string reference) => new(
    [
        new ParagraphProperties(new ParagraphStyleId { Val = "Footing" }), new Run(Plain($"{reference}   ")),
        .. Field("PAGE", "Page "), .. Field("NUMPAGES", " of "),
    ]);

    static IEnumerable<OpenXmlElement> Field(string code, string before) =>
        [new Run(Plain(before)), new SimpleField(new Run(Plain("1"))) { Instruction = $" {code} " }];
}
