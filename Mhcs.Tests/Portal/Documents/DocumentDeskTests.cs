using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Documents;

public sealed class DocumentDeskTests : IAsyncLifetime
{
    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\nThe report of the responsible clinician");
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _recall;

    DocumentDesk Documents => _portal.Services.GetRequiredService<DocumentDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        _recall = await _section.OpenRecall();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_document_is_kept_under_an_id_of_our_own_and_is_on_the_record()
    {
        (await Documents.Add(_recall, _section.Ann.Id, @"C:\Users\ann\report.pdf", Pdf)).Should().BeOfType<Outcome.Done>();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var kept = await db.Documents.SingleAsync();
        kept.Name.Should().Be("report.pdf");
        kept.ContentType.Should().Be("application/pdf");
        kept.Sha256.Should().HaveLength(64);
        var (document, path) = (await Documents.Find(kept.Id, _section.Ann.Id))!.Value;
        (await File.ReadAllBytesAsync(path)).Should().Equal(Pdf);
        path.Should().NotContain(document.Name);
        (await db.Trail.CountAsync(e => e.Kind == nameof(DocumentAdded))).Should().Be(1);
    }

    [Fact]
    public async Task The_same_name_again_is_the_next_version()
    {
        await Documents.Add(_recall, _section.Ann.Id, "report.pdf", Pdf);
        await Documents.Add(_recall, _section.Ben.Id, "report.pdf", [.. Pdf, 0x20]);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Documents.OrderBy(d => d.Version).Select(d => d.Version).ToListAsync()).Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_new_version_of_a_folded_document_is_folded_too()
    {
        await Documents.Add(_recall, _section.Ann.Id, "report.pdf", Pdf);
        await using (var before = await _section.Dbs.CreateDbContextAsync())
            await Documents.Describe(_recall, _section.Ann.Id, (await before.Documents.SingleAsync()).Id, DocumentCategories.Medical, new(2026, 11, 20), "Photographs of injuries");

        await Documents.Add(_recall, _section.Ben.Id, "report.pdf", [.. Pdf, 0x20]);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var next = await db.Documents.SingleAsync(d => d.Version == 2);
        (next.Disturbing, next.DatedOn, next.Category).Should().Be(("Photographs of injuries", new DateOnly(2026, 11, 20), DocumentCategories.Medical));
    }

    [Theory]
    [InlineData("report.pdf", "MZ this is a program", "not a PDF")]
    [InlineData("program.exe", "MZ this is a program", "program.exe")]
    [InlineData("letter.docx", "PK but no document inside", "letter.docx")]
    [InlineData("empty.pdf", "", "empty")]
    public async Task What_is_not_what_it_says_is_refused_by_name_and_leaves_nothing(string name, string content, string says)
    {
        var outcome = await Documents.Add(_recall, _section.Ann.Id, name, Encoding.ASCII.GetBytes(content));

        outcome.Should().BeOfType<Outcome.Refused>().Which.Sentences.Single().Should().Contain(says);
        Directory.GetFiles(_portal.Services.GetRequiredService<Storage>().Documents).Should().BeEmpty();
    }

    [Fact]
    public async Task Documents_of_a_case_that_somebody_may_not_see_do_not_exist_for_them()
    {
        await Documents.Add(_recall, _section.Ann.Id, "report.pdf", Pdf);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var id = await db.Documents.Select(d => d.Id).SingleAsync();

        (await Documents.Find(id, _section.Stranger.Id)).Should().BeNull();
        (await Documents.Add(_recall, _section.Stranger.Id, "other.pdf", Pdf)).Should().BeOfType<Outcome.NotFound>();
    }

    [Fact]
    public async Task Each_issue_of_a_paper_is_a_version_with_its_own_document()
    {
        await ToTheWarrant();

        (await Documents.Issue(_recall, 1, _section.Administrator.Id)).Should().BeOfType<Outcome.Done>();
        (await Documents.Issue(_recall, 1, _section.Administrator.Id, again: "The first was lost in the post")).Should().BeOfType<Outcome.Done>();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var issues = await db.Documents.Where(d => d.Paper == "recall-warrant").OrderBy(d => d.Version).ToListAsync();
        issues.Select(d => d.Version).Should().Equal(1, 2);
        (await db.CasePapers.SingleAsync(p => p.Number == 1)).DocumentId.Should().Be(issues[1].Id);
    }

    [Fact]
    public async Task Somebody_who_looked_at_an_older_file_issues_nothing()
    {
        await ToTheWarrant();
        var seen = (await _portal.Services.GetRequiredService<CaseQuery>().Find(_recall.Value, _section.Administrator.Id))!.File.Version;
        await _section.Desk.Work(_recall, _section.DeputyHead.Id, (file, on) => file.RecordFacts(Section.Answers((Facts.BriefReason, "Another reason altogether")), "It was wrong", on));

        (await Documents.Issue(_recall, 1, _section.Administrator.Id, seen)).Should().BeOfType<Outcome.SomeoneWasFaster>();
    }

    [Fact]
    public async Task The_same_letter_goes_out_twice_within_days_only_with_a_reason()
    {
        await ToTheWarrant();
        await Documents.Issue(_recall, 1, _section.Administrator.Id);

        (await Documents.Issue(_recall, 1, _section.Administrator.Id)).Should().BeOfType<Outcome.Refused>().Which.Reasons.Should().ContainSingle().Which.Should().Match<Refusal>(r => r.Field == "again" && r.Text.Contains("Say why it goes out again"));
        Directory.GetFiles(_portal.Services.GetRequiredService<Storage>().Documents).Should().ContainSingle("what was refused leaves nothing");
        await Documents.Issue(_recall, 1, _section.Administrator.Id, again: "The first was lost in the post");

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.Where(e => e.Kind == nameof(PaperIssued)).OrderBy(e => e.Seq).ToListAsync()).Select(e => ((PaperIssued)e.Event!).Again).Should().Equal(null, "The first was lost in the post");
    }

    [Fact]
    public async Task A_warrant_carries_the_name_of_whoever_signed_it_and_a_fact_recorded_since_takes_the_signature_away()
    {
        await ToTheWarrant();
        await _section.Desk.Work(_recall, _section.DeputyHead.Id, (file, on) => file.RecordFacts(Section.Answers((Facts.BriefReason, "Another reason altogether")), "It was wrong", on));

        (await Documents.Issue(_recall, 1, _section.Administrator.Id)).Sentences.Should().ContainSingle().Which.Should().Contain("Have it signed again");
        (await _section.Desk.Work(_recall, _section.Ann.Id, (file, on) => file.SignPaper(1, on))).Sentences.Should().ContainSingle().Which.Should().StartWith("Signing a warrant needs a deputy head");
        (await _section.Desk.Work(_recall, _section.DeputyHead.Id, (file, on) => file.SignPaper(1, on))).Should().BeOfType<Outcome.Done>();
        (await Documents.Issue(_recall, 1, _section.Administrator.Id)).Should().BeOfType<Outcome.Done>();

        await using var db = await _section.Dbs.CreateDbContextAsync();
        using var word = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(Path.Combine(_portal.Services.GetRequiredService<Storage>().Documents, (await db.Documents.SingleAsync()).Id), isEditable: false);
        word.MainDocumentPart!.Document.InnerText.Should().Contain("B. Rookwood").And.Contain("On the record of the portal");
    }

    [Fact]
    public async Task A_warrant_whose_patient_was_corrected_after_the_signature_is_signed_again_before_it_goes_out()
    {
        await ToTheWarrant();
        await using (var db = await _section.Dbs.CreateDbContextAsync())
        {
            (await db.Patients.SingleAsync(p => p.Number == "P-20001")).Apply(new ParticularsSet(new(2026, 11, 27)) { Surname = "Quillfeather" });
            await db.SaveChangesAsync();
        }

        (await Documents.Issue(_recall, 1, _section.Administrator.Id)).Sentences.Should().ContainSingle().Which.Should().Contain("what it says of the patient, has changed").And.Contain("Have it signed again");
        (await _section.Desk.Work(_recall, _section.DeputyHead.Id, (file, on) => file.SignPaper(1, on, "other words"))).Sentences.Should().ContainSingle().Which.Should().Contain("since you read it");
        (await _section.Desk.Work(_recall, _section.DeputyHead.Id, (file, on) => file.SignPaper(1, on))).Should().BeOfType<Outcome.Done>();
        (await Documents.Issue(_recall, 1, _section.Administrator.Id)).Should().BeOfType<Outcome.Done>();
    }

    [Fact]
    public async Task What_is_printed_of_an_issued_warrant_are_the_words_that_went_out()
    {
        await ToTheWarrant();
        await Documents.Issue(_recall, 1, _section.Administrator.Id);
        await _section.Desk.Work(_recall, _section.Ann.Id, (file, on) => file.RecordFacts(Section.Answers((Facts.BriefReason, "Another reason altogether")), "It was wrong", on));
        await using var db = await _section.Dbs.CreateDbContextAsync();

        var (paper, head) = (await Documents.AsIssued((await db.Documents.SingleAsync()).Id, _section.Administrator.Id))!.Value;

        paper.Blocks.Should().NotContain(b => b.Text.Contains("Another reason")).And.Contain(b => b.Text.Contains("recalls the patient to"));
        head.Signature!.Name.Should().Be("B. Rookwood", "it was signed when it went out");
    }

    async Task ToTheWarrant()
    {
        await _section.Desk.Work(_recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(_recall, _section.Ann, step);
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await _section.Take(_recall, _section.DeputyHead, step);
    }
}
