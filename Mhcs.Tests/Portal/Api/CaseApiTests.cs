using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Diary;
using Mhcs.Portal.People;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Api;

public class CaseApiTests(Casework portal) : IClassFixture<Casework>
{
    [Fact]
    public async Task A_hidden_file_gets_exactly_the_answer_of_a_missing_one()
    {
        var hidden = await portal.Case(Relation.Restricted);
        using var client = await portal.SignedIn("headofteam.a");

        foreach (var path in new[] { "", "/history" })
        {
            using var one = await client.GetAsync($"/api/v1/cases/{hidden}{path}");
            using var other = await client.GetAsync($"/api/v1/cases/R-9999{path}");

            one.StatusCode.Should().Be(HttpStatusCode.NotFound);
            other.StatusCode.Should().Be(HttpStatusCode.NotFound);
            (await one.Content.ReadAsStringAsync()).Should().Be(await other.Content.ReadAsStringAsync());
            one.Headers.Select(h => h.Key).Should().BeEquivalentTo(other.Headers.Select(h => h.Key));
        }
        (await client.GetStringAsync("/api/v1/cases?shown=all&pageSize=200")).Should().NotContain($"\"{hidden}\"");
        (await client.GetStringAsync("/api/v1/exports/cases.csv")).Should().NotContain(hidden + ",");
        using var search = await client.PostAsJsonAsync("/api/v1/cases/search", new { query = hidden });
        ((int)(await search.Content.ReadFromJsonAsync<JsonObject>())!["total"]!).Should().Be(0);
    }

    [Fact]
    public async Task A_change_needs_the_tag_of_the_file_as_it_stands()
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("teammanager.a");
        using var read = await client.GetAsync($"/api/v1/cases/{file}");
        var tag = read.Headers.ETag!.ToString();

        using var without = await client.PostAsJsonAsync($"/api/v1/cases/{file}/assignment", new { assignee = "caseworker.a" });
        using var with = await client.Change($"/api/v1/cases/{file}/assignment", new { assignee = "caseworker.a" }, tag);
        using var stale = await client.Change($"/api/v1/cases/{file}/assignment", new { assignee = "second.caseworker.a" }, tag);

        without.StatusCode.Should().Be(HttpStatusCode.PreconditionRequired);
        with.StatusCode.Should().Be(HttpStatusCode.OK);
        with.Headers.ETag!.ToString().Should().NotBe(tag);
        stale.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task A_request_sent_twice_with_one_key_is_done_once_and_answered_alike()
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("caseworker.a");
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());

        using var first = await client.Change($"/api/v1/cases/{file}/notes", new { text = "Telephoned the ward" });
        using var second = await client.Change($"/api/v1/cases/{file}/notes", new { text = "Telephoned the ward" });
        using var other = await client.Change($"/api/v1/cases/{file}/notes", new { text = "Something else" });
        var history = await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{file}/history");

        second.StatusCode.Should().Be(HttpStatusCode.Created);
        (await second.Content.ReadAsStringAsync()).Should().Be(await first.Content.ReadAsStringAsync());
        second.Headers.ETag.Should().Be(first.Headers.ETag);
        other.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        history!["items"]!.AsArray().Count(e => (string?)e!["kind"] == "NoteAdded").Should().Be(1);
    }

    [Fact]
    public async Task A_file_tells_its_dates_how_each_was_worked_out_and_what_can_happen_next()
    {
        var file = await portal.Remission();
        using var client = await portal.SignedIn("deputyhead.a");

        var told = await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{file}");

        told!["offers"]!.AsArray().Should().NotBeEmpty();
        told["deadlines"]!.AsArray().Should().NotBeEmpty().And.OnlyContain(d => d!["workedOut"]!.AsArray().Count > 0);
    }

    [Fact]
    public async Task A_direction_of_the_tribunal_is_answered_by_its_number_and_no_other_date_is()
    {
        var tribunal = await portal.TribunalWithDirection();
        using var client = await portal.SignedIn("caseworker.a");
        var before = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{tribunal}"))!["deadlines"]!.AsArray();
        int Number(string rule) => (int)before.First(d => (string?)d!["rule"] == rule)!["number"]!;

        using var wordless = await client.Change($"/api/v1/cases/{tribunal}/deadlines/{Number("FTT-20")}/comply", new { how = "" });
        using var answered = await client.Change($"/api/v1/cases/{tribunal}/deadlines/{Number("FTT-20")}/comply", new { how = "Served by secure email" });
        using var step = await client.Change($"/api/v1/cases/{tribunal}/deadlines/{Number("FTT-15")}/comply", new { how = "Done" });

        wordless.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        answered.StatusCode.Should().Be(HttpStatusCode.OK, await answered.Content.ReadAsStringAsync());
        step.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await step.Content.ReadAsStringAsync()).Should().Contain("answered by a step");
        (await client.GetStringAsync($"/api/v1/cases/{tribunal}/history")).Should().Contain("Served by secure email");
    }

    [Fact]
    public async Task A_paper_is_issued_and_somebody_is_told_by_a_program_as_on_the_pages()
    {
        var file = await portal.Case();
        using var manager = await portal.SignedIn("teammanager.a");
        using var client = await portal.SignedIn("caseworker.a");
        (await manager.Change($"/api/v1/cases/{file}/assignment", new { assignee = "caseworker.a" })).StatusCode.Should().Be(HttpStatusCode.OK);
        var me = (await portal.Services.GetRequiredService<Staff>().Find("caseworker.a"))!.Id;
        foreach (var step in new[] { "assess-the-concern", "monitor-closely" })
            await portal.Services.GetRequiredService<CaseDesk>().Work(new(file), me, (f, on) =>
            {
                var move = Recall.Type.Moves.First(m => m.From == f.State && m.Step.Code == step);
                return f.Take(move.Step, Mhcs.Tests.Support.Answers.To(move.Asks, on.At), on);
            });
        var before = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{file}"))!;
        var (paper, notice) = ((int)before["papers"]![0]!["number"]!, (int)before["notices"]!.AsArray().First(n => n!["sentAt"] is null)!["number"]!);

        using var unsigned = await client.Change($"/api/v1/cases/{file}/papers/{paper}/sign", new { });
        using var issued = await client.Change($"/api/v1/cases/{file}/papers/{paper}/issue", new { });
        using var twice = await client.Change($"/api/v1/cases/{file}/papers/{paper}/issue", new { });
        using var wordless = await client.Change($"/api/v1/cases/{file}/notices/{notice}/told", new { });
        using var told = await client.Change($"/api/v1/cases/{file}/notices/{notice}/told", new { how = "By secure email" });
        using var stale = await client.Change($"/api/v1/cases/{file}/papers/{paper}/issue", new { again = "Lost" }, "\"1\"");

        (await unsigned.Content.ReadAsStringAsync()).Should().Contain("signed on the print");
        issued.StatusCode.Should().Be(HttpStatusCode.OK, await issued.Content.ReadAsStringAsync());
        (await twice.Content.ReadAsStringAsync()).Should().Contain("Say why it goes out again");
        wordless.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        told.StatusCode.Should().Be(HttpStatusCode.OK, await told.Content.ReadAsStringAsync());
        stale.StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        ((string?)(await client.GetFromJsonAsync<JsonObject>($"/api/v1/cases/{file}"))!["papers"]![0]!["documentId"]).Should().NotBeNull();
    }

    [Fact]
    public async Task A_document_comes_back_as_it_was_sent_to_those_who_may_see_its_case()
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("caseworker.a");
        using var stranger = await portal.SignedIn("caseworker.b");
        var bytes = "%PDF-1.7\n%%EOF\n"u8.ToArray();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "letter.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{file}/documents") { Content = form, Headers = { { "If-Match", "*" } } };

        using var sent = await client.SendAsync(request);
        var location = sent.Headers.Location!.ToString();
        using var hidden = await stranger.GetAsync(location);

        sent.StatusCode.Should().Be(HttpStatusCode.Created);
        (await client.GetByteArrayAsync(location)).Should().Equal(bytes);
        hidden.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_no_document_is_not_taken_whatever_its_name()
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("caseworker.a");
        using var form = new MultipartFormDataContent { { new ByteArrayContent("MZ\0\0"u8.ToArray()), "file", "letter.pdf" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/cases/{file}/documents") { Content = form, Headers = { { "If-Match", "*" } } };

        using var sent = await client.SendAsync(request);

        sent.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task An_export_is_marked_and_nothing_in_it_acts_as_a_formula()
    {
        await portal.Case();
        using var client = await portal.SignedIn("teammanager.a");

        var csv = await client.GetStringAsync("/api/v1/exports/cases.csv");
        using var book = await client.GetAsync("/api/v1/exports/cases.xlsx");

        csv.TrimStart('\uFEFF').Should().StartWith("OFFICIAL-SENSITIVE");
        csv.Split('\n').SelectMany(line => line.Split(',')).Should().NotContain(cell => cell.StartsWith('=') || cell.StartsWith('+') || cell.StartsWith('@'));
        (await book.Content.ReadAsByteArrayAsync()).Should().StartWith("PK"u8.ToArray());
    }

    [Fact]
    public async Task A_diary_names_cases_and_never_patients()
    {
        var file = await portal.Remission();
        using var manager = await portal.SignedIn("teammanager.a");
        using var assigned = await manager.Change($"/api/v1/cases/{file}/assignment", new { assignee = "caseworker.a" });
        using var client = await portal.SignedIn("caseworker.a");
        var day = London.Day(TimeProvider.System.GetUtcNow()).AddDays(2);
        using var task = await client.Change($"/api/v1/cases/{file}/tasks", new { what = "Ring the ward about Mr Brambleton", dueOn = day });
        var me = (await portal.Services.GetRequiredService<Staff>().Find("caseworker.a"))!;
        var meetings = portal.Services.GetRequiredService<MeetingDesk>();
        (await meetings.Record("A", new("CPA meeting", "Mr Brambleton’s discharge", "At Mrs Brambleton’s", London.At(day, new(10, 0)), 60, [me], new(file)), me.Id)).Reasons.Should().BeEmpty();
        (await meetings.Record("A", new("Other meeting", "The week", "By video", London.At(day, new(11, 0)), 60, [me], null), me.Id)).Reasons.Should().BeEmpty();

        var diary = await client.GetStringAsync("/api/v1/people/caseworker.a/diary.ics");
        using var colleague = await client.GetAsync("/api/v1/people/second.caseworker.a/diary.ics");

        diary.Should().StartWith("BEGIN:VCALENDAR\r\n").And.Contain(file).And.NotContain("Brambleton");
        diary.Should().Contain($"SUMMARY:Task\\, {file}").And.Contain($"SUMMARY:CPA meeting\\, {file}").And.Contain("SUMMARY:Other meeting: The week", "it belongs to no case");
        diary.Split("\r\n").Should().OnlyContain(line => System.Text.Encoding.UTF8.GetByteCount(line) <= 75);
        diary.Should().Contain("X-WR-CALNAME:OFFICIAL-SENSITIVE").And.Contain("DESCRIPTION:OFFICIAL-SENSITIVE", "each entry carries the marking");
        colleague.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_calendar_of_whoever_covers_somebody_holds_theirs_for_the_days_of_the_cover_and_says_for_whom()
    {
        var file = await portal.Case();
        using var manager = await portal.SignedIn("teammanager.a");
        using var assigned = await manager.Change($"/api/v1/cases/{file}/assignment", new { assignee = "caseworker.a" });
        var (staff, desk, today) = (portal.Services.GetRequiredService<Staff>(), portal.Services.GetRequiredService<CoverDesk>(), London.Day(TimeProvider.System.GetUtcNow()));
        var (away, acts, head) = ((await staff.Find("caseworker.a"))!, (await staff.Find("second.caseworker.a"))!, (await staff.Find("headofteam.a"))!);
        foreach (var days in new[] { 1, 20 }) using (await manager.Change($"/api/v1/cases/{file}/tasks", new { what = "Ring the ward", dueOn = today.AddDays(days) })) { }
        using var client = await portal.SignedIn("second.caseworker.a");

        var before = await client.GetStringAsync("/api/v1/people/second.caseworker.a/diary.ics");
        var cover = await desk.RecordCover(acts.Id, away.Id, today, today.AddDays(3), "Training", head.Id);
        var during = await client.GetStringAsync("/api/v1/people/second.caseworker.a/diary.ics");
        await desk.CancelCover(cover.Id!.Value, head.Id);

        before.Should().NotContain(file);
        during.Split("SUMMARY:").Should().ContainSingle(e => e.StartsWith($"Task\\, {file} (for ", StringComparison.Ordinal), "the later one is none of these days");
    }
}
