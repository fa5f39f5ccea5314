using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mhcs.Portal.Documents;

/// <summary>What stands around the text of a paper.</summary>
public sealed record Letterhead(string Reference, string Date, string To, string? Patient, int Version)
{
    /// <summary>Who signed it in the portal, and when; null where it is signed on the print.</summary>
    public Signature? Signature { get; init; }

    public IReadOnlyList<(string Term, string Words)> Particulars =>
        [("Our reference", Version > 1 ? $"{Reference}, issue {Version}" : Reference), ("Date", Date), ("To", To), .. Patient is { } patient ? [("Patient", patient)] : Array.Empty<(string, string)>()];
}

/// <summary>A signature on the record.</summary>
public sealed record Signature(string Name, string At);

/// <summary>Writes a filled-in paper as a Word document.</summary>
public static class PaperDocx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>What stands over a text that did not go out.</summary>
    public const string NotIssued = "DRAFT, NOT ISSUED";

    /// <param name="template">The version of the text it was made from.</param>
    /// <param name="draft">It is not issued, and says so.</param>
    public static byte[] Write(PaperTemplate paper, Letterhead head, int template = 1, bool draft = false) => DocxParts.Write($"{paper.Title}, {head.Reference}", head.Reference,
    [
        .. draft ? [DocxParts.Line(NotIssued, "Title")] : Array.Empty<OpenXmlElement>(),
        DocxParts.Line("Ministry of Justice", "Sender"), DocxParts.Line("Mental Health Casework Section", "SenderUnit"),
        DocxParts.Grid([2200, 7098], head.Particulars, ruled: false), DocxParts.Line(paper.Title, "Title"),
        .. Body(paper, head.Signature),
    ], $"template {template}");

    /// <summary>What a document that <see cref="Write"/> made says: the words that went out, whatever the texts and the file say by now.</summary>
    public static (PaperTemplate Paper, Letterhead Head) Read(string path)
    {
        using var word = WordprocessingDocument.Open(path, isEditable: false);
        var body = word.MainDocumentPart!.Document.Body!;
        var about = RowsOf(body.Elements<Table>().First()).ToDictionary(r => r.Term, r => r.Words);
        var title = body.Elements<Paragraph>().First(p => StyleOf(p) == "Title");
        var text = title.ElementsAfter().ToList();
        var signing = text.OfType<Table>().Select(t => RowsOf(t).ToDictionary(r => r.Term, r => r.Words)).FirstOrDefault(r => r["Name"].Length > 0);
        var (reference, issue) = about["Our reference"].Split(", issue ") is [var number, var n] ? (number, int.Parse(n, CultureInfo.InvariantCulture)) : (about["Our reference"], 1);
        return (new("issued", Words(title), [.. text.Select(BlockOf).OfType<PaperBlock>()]), new(reference, about["Date"], about["To"], about.GetValueOrDefault("Patient"), issue)
        {
            Signature = signing is null ? null : new(signing["Name"], signing["Date"]),
        });
    }

    static PaperBlock? BlockOf(OpenXmlElement element) => element switch
    {
        Table signing => new(BlockKind.Signature, RowsOf(signing).Last().Words),
        Paragraph p when Words(p) is { Length: > 0 } words => new(KindOf(p), words),
        _ => null,
    };

    static BlockKind KindOf(Paragraph p) => (StyleOf(p), p.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value) switch
    {
        ("Heading1", _) => BlockKind.Heading,
        (_, DocxStyles.Bullets) => BlockKind.Bullet,
        (_, DocxStyles.Numbers) => BlockKind.Numbered,
        _ => BlockKind.Paragraph,
    };

    static string? StyleOf(Paragraph p) => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    static IEnumerable<(string Term, string Words)> RowsOf(Table table) => table.Elements<TableRow>().Select(row => row.Elements<TableCell>().Select(c => Words(c)).ToList()).Select(cells => (cells[0], cells[1]));

    static string Words(OpenXmlElement element) => string.Concat(element.Descendants().Select(e => e switch { Text t => t.Text, Break => "\n", _ => "" }));

    /// <summary>The text alone, as part of a longer document.</summary>
    internal static IEnumerable<OpenXmlElement> Body(PaperTemplate paper, Signature? signed) => paper.Blocks.SelectMany(block => Of(block, signed));

    static IEnumerable<OpenXmlElement> Of(PaperBlock block, Signature? signed) => block.Kind switch
    {
        BlockKind.Heading => [DocxParts.Line(block.Text, "Heading1")],
        BlockKind.Bullet => [DocxParts.Item(block.Text, DocxStyles.Bullets)],
        BlockKind.Numbered => [DocxParts.Item(block.Text, DocxStyles.Numbers)],
        BlockKind.Signature => [DocxParts.Line(""), Signing(block.Text, signed), DocxParts.Line("")],
        _ => [DocxParts.Line(block.Text)],
    };

    static Table Signing(string who, Signature? signed) => DocxParts.Grid([2200, 7098],
        signed is null ? [("Signed", ""), ("Name", ""), ("Date", ""), ("", who)] : [("Signed", "On the record of the portal"), ("Name", signed.Name), ("Date", signed.At), ("", who)], ruled: true);
}
