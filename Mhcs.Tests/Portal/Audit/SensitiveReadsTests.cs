using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Audit;

public sealed class SensitiveReadsTests(Casework portal) : IClassFixture<Casework>
{
    [Theory]
    [InlineData("/api/v1/cases/{0}")]
    [InlineData("/api/v1/cases/{0}/history")]
    [InlineData("/cases/{0}")]
    public async Task Opening_a_restricted_file_is_on_the_record_once_and_an_ordinary_one_is_not(string path)
    {
        var (restricted, ordinary) = (await portal.Case(Relation.Restricted), await portal.Case());
        using var client = await portal.SignedIn("headofsection");

        foreach (var file in new[] { restricted, restricted, ordinary })
            using (await client.GetAsync(string.Format(null, System.Text.CompositeFormat.Parse(path), file))) { }

        (await Reads(SensitiveReads.Restricted, restricted)).Should().ContainSingle();
        (await Reads(SensitiveReads.Restricted, ordinary)).Should().BeEmpty();
    }

    [Fact]
    public async Task Somebody_to_whom_it_is_hidden_leaves_no_reading()
    {
        var file = await portal.Case(Relation.Restricted);
        using var client = await portal.SignedIn("caseworker.a");

        using var answer = await client.GetAsync($"/api/v1/cases/{file}");

        (await Reads(SensitiveReads.Restricted, file)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/documents/{0}")]
    [InlineData("/documents/{0}")]
    public async Task Every_document_taken_away_is_on_the_record_by_its_id_and_never_by_its_name(string path)
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("caseworker.a");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("%PDF-1.7\n%%EOF\n"u8.ToArray()), "file", "Applecross report.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{file}/documents") { Content = form, Headers = { { "If-Match", "*" } } };
        using var sent = await client.SendAsync(request);
        var id = (string)(await sent.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;

        using var taken = await client.GetAsync(string.Format(null, System.Text.CompositeFormat.Parse(path), id));

        taken.EnsureSuccessStatusCode();
        (await Reads(SensitiveReads.Document, file)).Should().ContainSingle().Which.Should().Contain(id).And.NotContain("Applecross");
    }

    async Task<List<string>> Reads(string kind, string file)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Trail.Where(e => e.Kind == kind && e.Data.Contains($"\"{file}\"")).Select(e => e.Data).ToListAsync();
    }
}
