using System.IO.Compression;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Documents;
using Mhcs.Portal.Letters;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Letters;

/// <summary>Stock letters, issued together.</summary>
public sealed class LetterBatchTests : IAsyncLifetime
{
    readonly PortalApp _portal = new();
    Section _section = null!;
    CaseReference _one, _two;

    public async ValueTask InitializeAsync()
    {
        _ = _portal.Address;
        _section = await Section.In(_portal.Services);
        _one = await Monitored("P-20001");
        _two = await Monitored("P-20002");
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Letters_that_wait_are_listed_by_how_long_with_what_each_still_lacks()
    {
        var page = (await Query.For(_section.Administrator.Id, new()))!;

        page.Total.Should().Be(2);
        page.Rows.Select(r => r.File.Reference).Should().Equal(_one, _two);
        page.Rows.Should().OnlyContain(r => r.Ready);
        page.Kinds.Should().ContainSingle().Which.Should().Be((Papers.MonitoringLetter, 2));
        (await Query.For(_section.Stranger.Id, new()))!.Total.Should().Be(0, "another team's letters do not exist for them");
        (await Query.For(_section.Administrator.Id, new(), page: 2, size: 1))!.Rows.Should().ContainSingle().Which.File.Reference.Should().Be(_two);
    }

    [Fact]
    public async Task Many_are_issued_in_one_go_each_on_its_own_record_and_what_one_refuses_does_not_hold_up_the_others()
    {
        await Get<DocumentDesk>().Issue(_one, 1, _section.Administrator.Id);

        var results = await Get<LetterBatch>().Issue([new(_one, 1), new(_two, 1), new(new("R-9"), 1)], _section.Administrator.Id);

        results.Select(r => r.Document is not null).Should().Equal(false, true, false);
        results[0].Why.Should().ContainSingle().Which.Should().Contain("Say why it goes out again");
        results[2].Why.Should().ContainSingle().Which.Should().StartWith("There is no such case");
        (await Query.For(_section.Administrator.Id, new()))!.Total.Should().Be(0);
        await using var db = await _section.Dbs.CreateDbContextAsync();
        (await db.Trail.CountAsync(e => e.Kind == nameof(PaperIssued))).Should().Be(2);
    }

    [Fact]
    public async Task A_zip_holds_every_file_once_under_a_name_of_its_own()
    {
        using var bytes = new MemoryStream();
        var http = new DefaultHttpContext { Response = { Body = bytes } };

        await new ZipAnswer("letters.zip", [ZipPart.Of("a.txt", "one"u8.ToArray()), ZipPart.Of(@"..\..\a.txt", "two"u8.ToArray()), ZipPart.Of("b?.txt", "three"u8.ToArray())]).ExecuteAsync(http);

        using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()));
        zip.Entries.Select(e => e.FullName).Should().Equal("a.txt", "a (2).txt", "b_.txt");
        http.Response.Headers.ContentDisposition.ToString().Should().Contain("letters.zip");
    }

    async Task<CaseReference> Monitored(string patient)
    {
        var recall = await _section.OpenRecall(patient);
        await _section.Desk.Work(recall, _section.TeamManager.Id, (file, on) => file.AssignTo(_section.Ann, on));
        await _section.Take(recall, _section.Ann, "assess-the-concern");
        await _section.Take(recall, _section.Ann, "monitor-closely");
        return recall;
    }

    LettersQuery Query => Get<LettersQuery>();

    T Get<T>() where T : notnull => _portal.Services.GetRequiredService<T>();
}
