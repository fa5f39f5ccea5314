using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Library;

namespace Mhcs.Tests.Portal.Documents;

/// <summary>What a text must be to stand as the template of a paper.</summary>
public sealed class TemplateCheckTests
{
    static readonly string Warrant = PaperTemplate.TextOf(Papers.RecallWarrant);

    public static TheoryData<string> Keys => [.. Papers.All.Select(p => p.Key)];

    [Theory, MemberData(nameof(Keys))]
    public void Every_text_that_ships_is_sound_and_reads_on_a_case_of_nobodys(string key)
    {
        var paper = Papers.Get(key);

        TemplateChecks.Of(paper, PaperTemplate.TextOf(paper)).Select(f => f.Text).Should().BeEmpty();

        var sample = TemplateSample.Of(PaperTemplate.For(paper), paper, new(2026, 11, 27));
        sample.Blocks.Should().HaveCount(PaperTemplate.For(paper).Blocks.Count).And.OnlyContain(b => !b.Text.Contains("{{"));
    }

    [Fact]
    public void Every_warrant_keeps_the_words_by_which_the_law_gives_it_force()
    {
        Papers.All.Where(p => p.Kind == PaperKind.Warrant).Should().OnlyContain(p => TemplateChecks.StatutoryWords(p).Count > 0);

        Faults(Warrant.Replace("section 42(3)", "the Act")).Should().ContainSingle().Which.Should().Contain("section 42(3)");
    }

    [Theory]
    [InlineData("# Recall warrant, section 42(3)", "Recall warrant, section 42(3)", "must begin with its title")]
    [InlineData("{{recallHospital}}", "{{receivingPrison}} {{recallHospital}}", "“{{receivingPrison}}” is nothing this paper knows")]
    [InlineData("{{recallHospital}}", "{{ recallHospital }}", "without spaces")]
    [InlineData("{{briefReason}}", "the reason", "The paper has to say “Brief reason")]
    [InlineData("{{patient.born}}", "a day", "says whom it is about")]
    [InlineData("[For and on behalf of the Secretary of State for Justice]", "For the Secretary of State", "must end with who signs")]
    [InlineData("## Brief reason", "## OFFICIAL: brief reason", "Take “OFFICIAL” out of the text")]
    public void Each_fault_of_a_text_is_a_sentence_with_its_mend(string what, string becomes, string says)
    {
        Warrant.Should().Contain(what);

        Faults(Warrant.Replace(what, becomes)).Should().Contain(words => words.Contains(says));
    }

    [Fact]
    public void What_was_added_and_taken_out_is_told_line_by_line()
    {
        var changes = TextChange.Between("# Title\n\nOne.\n\nTwo.\n\n[Officer]", "# Title\n\nOne.\n\nThree.\n\nFour.\n\n[Officer]");

        changes.Where(c => c.Kind == ChangeKind.Removed).Select(c => c.Line).Should().Equal("Two.");
        changes.Where(c => c.Kind == ChangeKind.Added).Select(c => c.Line).Should().Equal("Three.", "Four.");
        changes.Where(c => c.Kind == ChangeKind.Same).Select(c => c.Line).Should().Equal("# Title", "One.", "[Officer]");
    }

    static IReadOnlyList<string> Faults(string text) => [.. TemplateChecks.Of(Papers.RecallWarrant, text).Select(f => f.Text)];
}
