using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.Folders;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Folders;

/// <summary>What a decision maker takes into the day.</summary>
public sealed class DailyFolderTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _toDecide, _toSign;

    FolderDesk Folders => _portal.Services.GetRequiredService<FolderDesk>();

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        (_toDecide, _toSign) = (await Recommended("P-20001"), await Recommended("P-20002"));
        foreach (var step in new[] { "approve-recall", "sign-the-recall-warrant" }) await _section.Take(_toSign, _section.DeputyHead, step);
        await _section.Desk.Work(_toSign, _section.DeputyHead.Id, (file, on) => file.RecordFacts(Section.Answers((Facts.BriefReason, "Another reason altogether")), "It was wrong", on));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_holds_what_waits_for_a_decision_what_is_to_sign_and_what_happened_since_the_office_closed()
    {
        var now = TimeProvider.System.GetUtcNow();
        await _portal.Services.GetRequiredService<CoverDesk>().RecordAbsence(_section.Ben.Id, London.Day(now), London.Day(now), "Training", _section.TeamManager.Id);

        var folder = (await Folders.Look(_section.DeputyHead.Id))!;

        folder.Diary.Select(i => i.Title).Should().Equal("B. Thimbleby away");
        folder.Decisions.Select(d => d.File.Reference).Should().Equal(_toDecide);
        folder.ToSign.Should().ContainSingle().Which.File.Reference.Should().Be(_toSign, "a fact was recorded since it was signed");
        folder.Overnight.Select(o => o.File.Reference).Should().BeEquivalentTo([_toDecide, _toSign]);
        folder.Overnight.Should().OnlyContain(o => o.What == "Recall opened");
    }

    [Fact]
    public async Task An_incident_is_not_pushed_out_by_missed_dates_and_what_is_not_listed_is_counted()
    {
        var at = _portal.Services.GetRequiredService<Occasions>().Now;
        await _portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var file = await writing.Db.Cases.SingleAsync(c => c.Reference == _toDecide);
            for (var n = 0; n < 460; n++) writing.Record(TrailEntry.Of(file, new DeadlineMissed(1, "ADM-04", $"Date {n}") { At = at, By = PersonId.Clock }));
        });

        var folder = (await Folders.Look(_section.DeputyHead.Id))!;
        var (_, bytes) = (await Folders.Word(_section.DeputyHead.Id))!.Value;

        folder.Overnight.Select(o => o.File.Reference).Should().BeEquivalentTo([_toDecide, _toSign]);
        (folder.OvernightInAll, folder.Missed.Count, folder.MissedInAll).Should().Be((2, DailyFolderQuery.Most, 460));
        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        word.MainDocumentPart!.Document.InnerText.Should().Contain("40 of 460").And.Contain("Recall opened");
    }

    [Fact]
    public async Task What_the_zip_leaves_out_is_named_on_its_cover()
    {
        using var zipped = new MemoryStream();
        await _portal.Services.GetRequiredService<WriteLane>().Write(writing =>
        {
            writing.Db.Patients.AddRange(Enumerable.Range(0, FolderDesk.MostPacks).Select(n => Discharged($"P-2{n:0000}1")));
            return Task.CompletedTask;
        });
        List<CaseReference> all = [];
        for (var n = 0; n < FolderDesk.MostPacks; n++) all.Add(await Recommended($"P-2{n:0000}1"));

        await (await Folders.Zip(_section.DeputyHead.Id))!.ExecuteAsync(new DefaultHttpContext { Response = { Body = zipped } });

        using var zip = new ZipArchive(new MemoryStream(zipped.ToArray()));
        zip.Entries.Count(e => e.Name.StartsWith("For decision", StringComparison.Ordinal)).Should().Be(FolderDesk.MostPacks);
        using var cover = new MemoryStream();
        await using (var entry = zip.Entries[0].Open()) await entry.CopyToAsync(cover);
        using var word = WordprocessingDocument.Open(cover, isEditable: false);
        var left = all.Append(_toDecide).Single(reference => !zip.Entries.Any(e => e.Name.Contains(reference.Value)));
        word.MainDocumentPart!.Document.InnerText.Should().Contain($"20 of 21 cases for decision").And.Contain($"to be taken from their own pages: {left}.");
    }

    static Patient Discharged(string number)
    {
        var patient = new Patient { Number = number, Surname = "Inglefern", Forenames = "Odo", BornOn = new(1984, 5, 9), Team = "A", PpudReference = "PP" + number[2..] };
        patient.Apply(new LegalStatusBegan(LegalCategory.Cd, new(2022, 10, 3)));
        return patient;
    }

    [Fact]
    public async Task It_is_for_deputy_heads_and_above_and_each_look_and_each_taking_is_on_the_trail()
    {
        (await Folders.Look(_section.Ann.Id)).Should().BeNull();
        (await Folders.Word(_section.TeamManager.Id)).Should().BeNull();

        await Folders.Look(_section.DeputyHead.Id);
        await Folders.Look(_section.DeputyHead.Id);
        await Folders.Word(_section.HeadOfTeam.Id);

        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.Where(e => e.Kind == FolderDesk.Read || e.Kind == FolderDesk.Taken).OrderBy(e => e.Seq).Select(e => new { e.Kind, e.By }).ToListAsync())
            .Should().Equal(new { Kind = FolderDesk.Read, By = _section.DeputyHead.Id }, new { Kind = FolderDesk.Taken, By = _section.HeadOfTeam.Id });
    }

    [Fact]
    public async Task Each_case_that_was_read_in_it_is_named_on_the_trail_and_found_there_by_its_reference()
    {
        var folder = (await Folders.Look(_section.DeputyHead.Id))!;

        await using var db = await _section.Dbs.CreateDbContextAsync();
        var entry = await db.Trail.SingleAsync(e => e.Kind == FolderDesk.Read);
        folder.Overnight.Select(o => o.File.Reference.Value).Concat(folder.Urgent.Select(c => c.Reference.Value)).Should().NotBeEmpty().And.OnlyContain(reference => entry.Data.Contains($"\"{reference}\""));
        var head = new Person { UserName = "head", Name = "V. Ellwood", Grade = Grade.HeadOfSection };
        await _portal.Services.GetRequiredService<Mhcs.Portal.Data.WriteLane>().Write(writing => { writing.Db.People.Add(head); return Task.CompletedTask; });
        _portal.Services.GetRequiredService<Staff>().Changed();
        (await _portal.Services.GetRequiredService<TrailQuery>().For(head.Id, new(TrailSubject.Find("reads"), _toSign.Value)))!.Rows.Should().Contain(r => r.Entry.Kind == FolderDesk.Read);
    }

    [Fact]
    public async Task The_document_is_sound_and_the_zip_has_the_cases_and_the_warrants_beside_it()
    {
        var (_, bytes) = (await Folders.Word(_section.DeputyHead.Id))!.Value;
        using var zipped = new MemoryStream();
        await (await Folders.Zip(_section.DeputyHead.Id))!.ExecuteAsync(new DefaultHttpContext { Response = { Body = zipped } });

        using var word = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Description} at {e.Path?.XPath}").Should().BeEmpty();
        word.MainDocumentPart!.HeaderParts.Single().Header.InnerText.Should().Be("OFFICIAL-SENSITIVE");
        word.MainDocumentPart.Document.InnerText.Should().Contain(_toDecide.Value).And.Contain("Letters to sign: 1");
        using var zip = new ZipArchive(new MemoryStream(zipped.ToArray()));
        zip.Entries.Select(e => e.Name).Should().HaveCount(3).And.Contain([$"For decision, {_toDecide} case pack OFFICIAL-SENSITIVE.docx", $"To sign, {_toSign} recall-warrant.docx"]);
    }

    async Task<CaseReference> Recommended(string patient)
    {
        var recall = await _section.OpenRecall(patient);
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        foreach (var step in new[] { "assess-the-concern", "consider-recall", "recommend-recall" }) await _section.Take(recall, _section.Ann, step);
        return recall;
    }
}
