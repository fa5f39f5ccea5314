using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mhcs.Domain.Cases;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Documents.Packs;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Documents;

/// <summary>Everything about one case in one hand.</summary>
public sealed class CasePackTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _recall;

    CasePack Packs => _portal.Services.GetRequiredService<CasePack>();
    DocumentDesk Documents => _portal.Services.GetRequiredService<DocumentDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        _recall = await _section.OpenRecall();
        await _section.Desk.Work(_recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await _section.Take(_recall, _section.Ann, "assess-the-concern");
        await _section.Take(_recall, _section.Ann, "monitor-closely");
        await Documents.Issue(_recall, 1, _section.Administrator.Id);
        await Documents.Add(_recall, _section.Ann.Id, "report.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nThe report"));
        await _section.Desk.Work(_recall, _section.Ann.Id, (file, on) => file.AddNote("Spoke to the ward \u0001 and the supervisor", on));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_pack_is_one_marked_document_with_cover_contents_and_the_whole_record()
    {
        var (name, bytes) = (await Packs.Word(_recall.Value, _section.Ann.Id))!.Value;

        name.Should().Be($"{_recall} case pack OFFICIAL-SENSITIVE.docx");
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Description} at {e.Path?.XPath}").Should().BeEmpty();
        var main = word.MainDocumentPart!;
        main.HeaderParts.Single().Header.InnerText.Should().Be("OFFICIAL-SENSITIVE");
        main.FooterParts.Single().Footer.InnerText.Should().Contain("OFFICIAL-SENSITIVE").And.Contain(_recall.Value);
        main.Document.InnerText.Should().Contain("Contents").And.Contain("A. Larkspur").And.Contain("Spoke to the ward").And.Contain("report.pdf").And.Contain("Closer monitoring of Perrin Applecross").And.Contain("Assess the concern");
    }

    [Fact]
    public async Task The_zip_has_the_documents_beside_it_and_the_trail_says_who_took_what()
    {
        using var bytes = new MemoryStream();
        await (await Packs.Zip(_recall.Value, _section.Ann.Id))!.ExecuteAsync(new DefaultHttpContext { Response = { Body = bytes } });

        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()));
        zip.Entries.Select(e => e.FullName).Should().BeEquivalentTo($"{_recall} case pack OFFICIAL-SENSITIVE.docx", $"{_recall} monitoring 1.docx", "report.pdf");
        await using var db = await _section.Dbs.CreateDbContextAsync();
        var taken = await db.Trail.SingleAsync(e => e.Kind == CasePack.Taken);
        taken.By.Should().Be(_section.Ann.Id);
        foreach (var document in await db.Documents.ToListAsync()) taken.Data.Should().Contain(document.Id);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_case_finds_no_pack_and_leaves_no_entry()
    {
        await _section.Desk.Work(_recall, _section.TeamManager.Id, (file, on) => file.Restrict(true, [_section.Ann.Id], "A conflict of interest", on));

        (await Packs.Word(_recall.Value, _section.Stranger.Id)).Should().BeNull();
        (await Packs.Zip(_recall.Value, _section.Ben.Id)).Should().BeNull("Ben is not named on it");
        (await Packs.Zip(_recall.Value, _section.Ann.Id)).Should().NotBeNull();
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.CountAsync(e => e.Kind == CasePack.Taken)).Should().Be(1);
    }

    [Fact]
    public async Task Documents_too_large_for_one_pack_are_refused_with_the_way_out()
    {
        await using (var db = await _section.Dbs.CreateDbContextAsync()) await db.Documents.Where(d => d.Name == "report.pdf").ExecuteUpdateAsync(set => set.SetProperty(d => d.Size, CasePack.Largest + 1));

        (await Packs.Contents(_recall.Value, _section.Ann.Id))!.TooLarge.Should().Contain("more than the 250 MB of one pack").And.Contain("Take the Word document");
        (await Packs.Zip(_recall.Value, _section.Ann.Id)).Should().BeNull();
        (await Packs.Word(_recall.Value, _section.Ann.Id)).Should().NotBeNull();
    }
}
