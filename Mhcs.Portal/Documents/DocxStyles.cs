using DocumentFormat.OpenXml.Wordprocessing;

namespace Mhcs.Portal.Documents;

/// <summary>The look of our papers: Arial, black, nothing that a fax or a photocopier loses.</summary>
static class DocxStyles
{
    public const int Bullets = 1, Numbers = 2;

    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = "22" }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "160", Line = "276", LineRule = LineSpacingRuleValues.Auto }))),
        Style("Normal", "Normal", standard: true),
        Style("Title", "Title", size: 32, bold: true, before: 280, after: 200, keepNext: true),
        Style("Heading1", "heading 1", size: 24, bold: true, before: 200, after: 80, keepNext: true),
        Style("ListParagraph", "List Paragraph", after: 80),
        Style("Sender", "Sender", size: 26, bold: true, after: 0),
        Style("SenderUnit", "Sender unit", after: 240),
        Style("Term", "Term", size: 20, after: 40),
        Style("Cell", "Cell", bold: true, size: 20, after: 40),
        Style("Marking", "Protective marking", size: 20, bold: true, after: 0, centred: true),
        Style("Footing", "Footing", size: 18, after: 40, centred: true));

    public static Numbering Lists() => new(
        List(Bullets, NumberFormatValues.Bullet, "•"), List(Numbers, NumberFormatValues.Decimal, "%1."),
        new NumberingInstance(new AbstractNumId { Val = Bullets }) { NumberID = Bullets }, new NumberingInstance(new AbstractNumId { Val = Numbers }) { NumberID = Numbers });

    static AbstractNum List(int id, NumberFormatValues format, string mark) => new(
        new MultiLevelType { Val = MultiLevelValues.SingleLevel },
        new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = mark }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "425", Hanging = "425" })) { LevelIndex = 0 }) { AbstractNumberId = id };

    static Style Style(string id, string name, int size = 22, bool bold = false, int before = 0, int after = 160, bool keepNext = false, bool centred = false, bool standard = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = standard, CustomStyle = !standard };
        style.Append(new StyleName { Val = name });
        if (!standard) style.Append(new BasedOn { Val = "Normal" });
        style.Append(new PrimaryStyle());
        var paragraph = new StyleParagraphProperties();
        if (keepNext) paragraph.Append(new KeepNext());
        paragraph.Append(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" });
        if (centred) paragraph.Append(new Justification { Val = JustificationValues.Center });
        style.Append(paragraph);
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        run.Append(new FontSize { Val = $"{size}" });
        style.Append(run);
        return style;
    }
}
