using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Library;
using Mhcs.Tests.Support;

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
    public void No_paragraph_is_left_out_for_want_of_a_particular_of_the_patient_unless_it_is_marked(string key)
    {
        var (paper, template) = (Papers.Get(key), PaperTemplate.For(Papers.Get(key)));

        var filled = MergeFields.Filled(template, paper, field => MergeFields.MayBeMissing(field) ? null : "said");

        filled.Blocks.Should().HaveCount(template.Blocks.Count(b => !PaperTemplate.MarkedIn(b.Text).Any()));
    }

    [Theory, MemberData(nameof(Keys))]
    public void What_may_be_left_out_says_nothing_else(string key)
    {
        var paper = Papers.Get(key);
        var optional = PaperTemplate.For(paper).Blocks.Where(b => PaperTemplate.MarkedIn(b.Text).Any() || PaperTemplate.FieldsOf(b.Text).Any(f => MergeFields.IsOptional(f, paper)));

        optional.SelectMany(b => PaperTemplate.FieldsOf(b.Text).Except(PaperTemplate.MarkedIn(b.Text))).Where(f => !MergeFields.IsOptional(f, paper)).Should().BeEmpty();
    }

    [Fact]
    public void The_police_are_told_of_a_death_though_no_ppud_number_is_recorded()
    {
        var death = A.Death().Assigned().Take("confirm-the-death").Take("record-the-death");

        var notice = MergeFields.Filled(PaperTemplate.For(Papers.DeathPoliceNotice), Papers.DeathPoliceNotice, death.File, death.Today);

        death.Patient.PpudReference.Should().BeNull();
        notice.Blocks.Should().ContainSingle(b => b.Text.Contains("died on")).And.NotContain(b => b.Text.Contains("PPUD"));
    }

    [Fact]
    public void A_consent_whose_hospital_is_not_recorded_is_held_by_its_pre_flight_and_says_where_that_is_mended()
    {
        var leave = A.Leave().AwaitingDecision().Take("agree-the-escorted-day-leave");
        leave.Patient.Apply(new LeftHospital("Larch House", leave.Today));

        var issue = () => leave.File.IssuePaper(1, "document", leave.On(A.Administrator));

        issue.Should().Throw<RuleBroken>().Which.Reasons.Should().ContainSingle().Which.Should().Match<Refusal>(r => r.Text.StartsWith("Hospital is not recorded on the patient") && r.Mend == Mend.Patient);
        MergeFields.Filled(PaperTemplate.For(Papers.LeaveConsent), Papers.LeaveConsent, leave.File, leave.Today).Blocks[0].Text.Should().Contain("[Hospital: not recorded]").And.Contain("consents to leave of absence");
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

    [Theory, MemberData(nameof(Keys))]
    public void A_document_that_went_out_is_read_back_as_it_was_written(string key)
    {
        var filled = TemplateSample.Of(PaperTemplate.For(Papers.Get(key)), Papers.Get(key), new(2026, 11, 27));
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, PaperDocx.Write(filled, Head with { Signature = new("B. Rookwood", "10:30am on 1 December 2026") }));

        var (read, head) = PaperDocx.Read(path);
        File.Delete(path);

        read.Title.Should().Be(filled.Title);
        read.Blocks.Should().Equal(filled.Blocks);
        head.Should().Be(Head with { Signature = new("B. Rookwood", "10:30am on 1 December 2026") });
    }

    [Fact]
    public void A_template_without_its_title_is_refused_by_name() =>
        FluentActions.Invoking(() => PaperTemplate.Read("recall-warrant", "No title here")).Should().Throw<FormatException>().WithMessage("*recall-warrant.md*title*");

    [Fact]
    public void A_field_that_the_paper_does_not_use_is_refused()
    {
        var paper = new Paper("x", "X", PaperKind.Letter, []) { To = "Nobody" };

        FluentActions.Invoking(() => MergeFields.Of("victimName", paper, null!, FactSheet.Empty, default)).Should().Throw<InvalidOperationException>().WithMessage("*victimName*");
    }
}
