using DocumentFormat.OpenXml;
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

    /// <param name="template">The version of the text it was made from.</param>
    public static byte[] Write(PaperTemplate paper, Letterhead head, int template = 1) => DocxParts.Write($"{paper.Title}, {head.Reference}", head.Reference,
    [
        DocxParts.Line("Ministry of Justice", "Sender"), DocxParts.Line("Mental Health Casework Section", "SenderUnit"),
        DocxParts.Grid([2200, 7098], head.Particulars, ruled: false), DocxParts.Line(paper.Title, "Title"),
        .. Body(paper, head.Signature),
    ], $"template {template}");

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
