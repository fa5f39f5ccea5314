using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Documents;

namespace Mhcs.Tests.Portal.Documents;

public class PaperTests
{
    static readonly Letterhead Head = new("R-1042", "1 December 2026", "The hospital named in the warrant", "Perrin Applecross, born 9 May 1984", 2);

    public static TheoryData<string> Keys => [.. Papers.All.Select(p => p.Key)];

    [Theory, MemberData(nameof(Keys))]
    public void Every_paper_has_a_template_that_merges_only_what_the_paper_uses(string key)
    {
        var paper = Papers.Get(key);

        var template = PaperTemplate.For(paper);

        template.Fields.Should().BeSubsetOf([.. MergeFields.Names, .. paper.Uses.Select(f => f.Key)]);
        template.Blocks.Should().NotBeEmpty();
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_fact_that_a_paper_uses_stands_in_its_text(string key)
    {
        var paper = Papers.Get(key);

        paper.Uses.Select(f => f.Key).Except(PaperTemplate.For(paper).Fields).Should().BeEmpty("the pre-flight asks for nothing that is not printed");
    }

    [Theory, MemberData(nameof(Keys))]
    public void Every_paper_ends_with_somebody_who_signs_it(string key) =>
        PaperTemplate.For(Papers.Get(key)).Blocks[^1].Kind.Should().Be(BlockKind.Signature);

    [Theory, MemberData(nameof(Keys))]
    public void Every_paper_is_a_sound_word_document_with_marking_reference_and_page_numbers(string key)
    {
        var template = PaperTemplate.For(Papers.Get(key));
        var filled = template with { Blocks = [.. template.Blocks.Select(b => b with { Text = PaperTemplate.Fill(b.Text, field => $"<{field} & more>\nsecond line") })] };

        using var document = WordprocessingDocument.Open(new MemoryStream(PaperDocx.Write(filled, Head)), isEditable: false);

        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Description} at {e.Path?.XPath}").Should().BeEmpty();
        var main = document.MainDocumentPart!;
        main.HeaderParts.Single().Header.InnerText.Should().Be("OFFICIAL-SENSITIVE");
        main.FooterParts.Single().Footer.InnerText.Should().Contain("R-1042").And.Contain("Page").And.Contain("OFFICIAL-SENSITIVE");
        main.FooterParts.Single().Footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()).Should().Equal("PAGE", "NUMPAGES");
        main.Document.InnerText.Should().Contain("R-1042, issue 2");
    }

    [Fact]
    public void A_template_without_its_title_is_refused_by_name() =>
        FluentActions.Invoking(() => PaperTemplate.Read("recall-warrant", "No title here")).Should().Throw<FormatException>().WithMessage("*recall-warrant.md*title*");

    [Fact]
    public void A_field_that_the_paper_does_not_use_is_refused()
    {
        var paper = new Paper("x", "X", PaperKind.Letter, []) { To = "Nobody" };

        FluentActions.Invoking(() => MergeFields.Of("victimName", paper, null!, default)).Should().Throw<InvalidOperationException>().WithMessage("*victimName*");
    }
}
