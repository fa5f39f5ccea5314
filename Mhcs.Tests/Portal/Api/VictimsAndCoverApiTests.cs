using System.Net;
using System.Net.Http.Json;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Api;

public class VictimsAndCoverApiTests(Casework portal) : IClassFixture<Casework>
{
    static DateOnly Today => London.Day(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_victims_record_is_listed_by_number_read_into_the_trail_and_changed_as_it_was_read()
    {
        var id = await Known("P-30001");
        using var deputy = await portal.SignedIn("deputyhead.a");

        var list = await deputy.GetAsync("/api/v1/victims?list=all").Gives();
        using var read = await deputy.GetAsync($"/api/v1/victims/{id}");
        var tag = read.Headers.ETag!.ToString();
        using var untagged = await deputy.PutAsJsonAsync($"/api/v1/victims/{id}", new { name = "M. Hollin" });
        var kept = await Put(deputy, id, new { name = "M. Hollin", contact = "By telephone" }, tag).Gives();
        var late = await Put(deputy, id, new { name = "Another" }, tag).Gives(HttpStatusCode.PreconditionFailed);
        var empty = await Put(deputy, id, new { name = " " }, "*").Gives(HttpStatusCode.UnprocessableEntity);

        list["items"]!.AsArray().Should().Contain(v => (int)v!["id"]! == id && (string?)v["standing"] == "active");
        untagged.StatusCode.Should().Be(HttpStatusCode.PreconditionRequired);
        ((string?)kept["name"], (string?)kept["contact"], (string?)late["code"], (string?)empty["reasons"]![0]!["field"]).Should().Be(("M. Hollin", "By telephone", "stale", "name"));
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        (await db.Trail.Where(e => e.PatientNumber == "P-30001").Select(e => e.Kind).ToListAsync()).Should().Contain("VictimRecordRead").And.Contain("VictimRecorded");
        (await db.Trail.Where(e => e.Kind == "VictimRecorded").Select(e => e.Data).ToListAsync()).Should().OnlyContain(d => !d.Contains("Hollin"));
    }

    [Theory]
    [InlineData("caseworker.a")]
    [InlineData("teammanager.a")]
    [InlineData("deputyhead.b")]
    public async Task For_whoever_does_not_read_victims_records_there_is_none(string who)
    {
        var id = await Known("P-30001");
        using var client = await portal.SignedIn(who);

        await client.GetAsync($"/api/v1/victims/{id}").Gives(HttpStatusCode.NotFound);
        await Put(client, id, new { name = "M. Hollin" }, "*").Gives(HttpStatusCode.NotFound);
        if (who == "deputyhead.b") ((int)(await client.GetAsync("/api/v1/victims?list=all").Gives())["total"]!).Should().Be(0);
        else await client.GetAsync("/api/v1/victims").Gives(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_post_is_lent_listed_and_ended_early_with_the_planned_day_beside_it()
    {
        using var deputy = await portal.SignedIn("deputyhead.a");

        using var made = await deputy.PostAsJsonAsync("/api/v1/cover", new { by = "second.caseworker.a", @for = "caseworkmanager.a", from = Day(1), to = Day(9), reason = "Annual leave" });
        var address = made.Headers.Location!.ToString();
        var listed = await deputy.GetAsync("/api/v1/teams/A/cover").Gives();
        var ended = await deputy.PostAsJsonAsync($"{address}/end", new { lastDay = Day(4) }).Gives();
        var cancelled = await deputy.PostAsync($"{address}/cancel", null).Gives();
        await deputy.PostAsync($"{address}/cancel", null).Gives(HttpStatusCode.Conflict);

        made.StatusCode.Should().Be(HttpStatusCode.Created);
        listed["items"]!.AsArray().Should().Contain(c => (string?)c!["by"] == "second.caseworker.a" && (string?)c["for"] == "caseworkmanager.a" && (bool)c["mayChange"]!);
        ((string?)ended["to"], (string?)ended["plannedTo"], (bool)cancelled["cancelled"]!).Should().Be((Day(4), Day(9), true));
    }

    [Fact]
    public async Task Cover_is_refused_as_its_page_refuses_it()
    {
        using var deputy = await portal.SignedIn("deputyhead.a");
        using var caseworker = await portal.SignedIn("caseworker.a");

        var faults = await deputy.PostAsJsonAsync("/api/v1/cover", new { by = "caseworker.a" }).Gives(HttpStatusCode.UnprocessableEntity);
        var nobody = await deputy.PostAsJsonAsync("/api/v1/cover", new { by = "q.nobody", @for = "caseworkmanager.a", from = Day(1), to = Day(2), reason = "Leave" }).Gives(HttpStatusCode.UnprocessableEntity);
        await caseworker.PostAsJsonAsync("/api/v1/cover", new { by = "second.caseworker.a", @for = "caseworkmanager.a", from = Day(1), to = Day(2), reason = "Leave" }).Gives(HttpStatusCode.Forbidden);
        await caseworker.GetAsync("/api/v1/teams/B/cover").Gives(HttpStatusCode.NotFound);
        await caseworker.GetAsync("/api/v1/cover/99999").Gives(HttpStatusCode.NotFound);

        faults["reasons"]!.AsArray().Select(r => (string?)r!["field"]).Should().Equal("from", "to", "for", "reason");
        ((string?)nobody["reasons"]![0]!["field"]).Should().Be("by");
    }

    [Theory]
    [InlineData("hospital, prison")]
    [InlineData("Hospital,Prison")]
    [InlineData("hospitals")]
    [InlineData("1")]
    public async Task A_word_that_an_enumeration_does_not_know_is_refused_by_its_field_with_the_words_there_are(string kind)
    {
        using var client = await portal.SignedIn("caseworker.a");

        var refused = await client.PostAsJsonAsync("/api/v1/directory", new { kind, name = "Northmere", region = "Wales", from = "2020-01-01" }).Gives(HttpStatusCode.BadRequest);
        var sought = await client.PostAsJsonAsync("/api/v1/directory/search", new { query = "North", kind = new[] { kind } }).Gives(HttpStatusCode.BadRequest);

        ((string?)refused["title"]).Should().StartWith($"kind does not know “{kind}”. Use hospital, prison");
        ((string?)sought["title"]).Should().StartWith("kind[0] does not know");
    }

    [Fact]
    public async Task A_word_is_taken_whatever_its_capitals()
    {
        using var client = await portal.SignedIn("caseworker.a");

        ((string?)(await client.PostAsJsonAsync("/api/v1/directory", new { kind = "SocialSupervisor", name = $"Z. {Guid.NewGuid():N}", organisation = "Willowmere council", region = "Wales", from = "2020-01-01" }).Gives(HttpStatusCode.Created))["kind"]).Should().Be("socialSupervisor");
    }

    async Task<int> Known(string patient)
    {
        await portal.People();
        return await portal.Services.GetRequiredService<WriteLane>().Write(async writing =>
        {
            var victim = Victim.KnownBefore(patient, "T. Officer", "Wales", [KeyStages.Considered], null);
            writing.Db.Victims.Add(victim);
            await writing.Db.SaveChangesAsync();
            return victim.Id;
        });
    }

    static string Day(int ahead) => Today.AddDays(ahead).ToString("yyyy-MM-dd");

    static Task<HttpResponseMessage> Put(HttpClient client, int id, object body, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/victims/{id}") { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return client.SendAsync(request);
    }
}
