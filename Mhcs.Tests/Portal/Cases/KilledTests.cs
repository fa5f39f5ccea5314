using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Tests.Portal.Cases;

public sealed class KilledTests : IAsyncDisposable
{
    const int Enough = 30;
    static readonly string[] Users = ["m.larkspur:TeamManager:A", "p.thimbleby:Caseworker:A", "o.quillan:CaseworkManager:A", "e.quill:CaseworkAdministrator:A", "a.wren:Auditor"];
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mhcs-killed-");
    readonly ConcurrentQueue<Sent> _acknowledged = [], _cutOff = [];
    readonly TaskCompletionSource _busy = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _answers;

    /// <summary>Something that was sent: with a key, it is sent again if no answer came.</summary>
    sealed record Sent(string By, string Path, object Body, string? Key, string? Reference = null, int Version = 0);

    [Fact]
    public async Task Killed_under_writers_the_portal_loses_nothing_it_acknowledged_and_leaves_nothing_half_done()
    {
        var (noted, moved, stepped) = ("", "", "");
        await using (var portal = await Start())
        {
            using var manager = await SignedIn(portal, "m.larkspur");
            (noted, moved, stepped) = (await Opened(manager), await Opened(manager), await Opened(manager));
            await Take(portal, stepped, "assess-the-concern");
            await Take(portal, stepped, "monitor-closely");
            Task[] writers =
            [
                Write(portal, "o.quillan", n => ($"cases/{noted}/notes", new { text = $"Note {n}" })),
                Write(portal, "m.larkspur", n => ($"cases/{moved}/assignment", new { assignee = n % 2 == 0 ? "p.thimbleby" : "o.quillan" }), keyed: false),
                Write(portal, "p.thimbleby", n => ($"cases/{stepped}/steps", Step("keep-monitoring", $"Reviewed {n}")), keyed: false),
                Write(portal, "e.quill", n => ("cases", NewCase($"Perrin {n}"))),
            ];
            await Task.WhenAny(_busy.Task, Task.WhenAll(writers));

            await portal.Kill();
            await Task.WhenAll(writers);
        }

        await using (var portal = await Start())
        {
            foreach (var sent in _cutOff.Where(s => s.Key is not null)) await SendAgain(portal, sent);
            using var auditor = await SignedIn(portal, "a.wren");
            var verdict = await auditor.GetFromJsonAsync<JsonObject>("/api/v1/audit/verify");
            ((bool)verdict!["ok"]!).Should().BeTrue((string?)verdict["why"]);
            await portal.Kill();
        }
        _cutOff.Should().NotBeEmpty("the writers were at it when the portal was killed");
        await EverythingIsThere();
        await EachActIsThereOnce(noted, stepped);
    }

    Task<PortalProcess> Start() => PortalProcess.Start(_folder.FullName, $"--Mhcs:SeedUsers={string.Join(';', Users)}", $"--Mhcs:SeedPassword={SectionApp.Password}");

    static async Task<HttpClient> SignedIn(PortalProcess portal, string who)
    {
        var client = portal.Client();
        await client.SignIn(who);
        return client;
    }

    static async Task<string> Opened(HttpClient manager)
    {
        using var answer = await manager.PostAsJsonAsync("/api/v1/cases", NewCase("Perrin"));
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var reference = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["reference"]!;
        using var assigned = await manager.Change($"/api/v1/cases/{reference}/assignment", new { assignee = "p.thimbleby" });
        assigned.StatusCode.Should().Be(HttpStatusCode.OK, await assigned.Content.ReadAsStringAsync());
        return reference;
    }

    static async Task Take(PortalProcess portal, string reference, string step)
    {
        using var caseworker = await SignedIn(portal, "p.thimbleby");
        using var answer = await caseworker.Change($"/api/v1/cases/{reference}/steps", Step(step, null));
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    static object NewCase(string forenames) => new { type = "recall", team = "A", patient = new { surname = "Applecross", forenames, bornOn = "1984-05-09", category = "Cd" }, facts = Facts(Recall.Type.Opening.Asks) };

    static object Step(string step, string? note) => new { step, note, facts = Facts(Recall.Type.Moves.First(m => m.Step.Code == step).Asks) };

    static Dictionary<string, string> Facts(IEnumerable<Fact> asked) => Answers.To(asked, TimeProvider.System.GetUtcNow().AddMinutes(-5)).Entries.ToDictionary(f => f.Key, f => f.Value.Value);

    /// <summary>One person who sends one thing after another until the portal answers no more.</summary>
    async Task Write(PortalProcess portal, string who, Func<int, (string Path, object Body)> next, bool keyed = true)
    {
        using var client = await SignedIn(portal, who);
        for (var n = 0; ; n++)
        {
            var (path, body) = next(n);
            var sent = new Sent(who, path, body, keyed ? $"{who}-{n}" : null);
            try
            {
                using var answer = await Send(client, sent);
                answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync());
                var done = await answer.Content.ReadFromJsonAsync<JsonObject>();
                _acknowledged.Enqueue(sent with { Reference = (string)done!["reference"]!, Version = (int)done["version"]! });
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                _cutOff.Enqueue(sent);
                return;
            }
            // Killed right after an answer that nothing else was written for: an answer before its commit would show.
            if (sent.Key is null && Interlocked.Increment(ref _answers) == Enough) _busy.SetResult();
        }
    }

    static Task<HttpResponseMessage> Send(HttpClient client, Sent sent)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{sent.Path}") { Content = JsonContent.Create(sent.Body) };
        if (sent.Key is { } key) request.Headers.Add("Idempotency-Key", key);
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return client.SendAsync(request);
    }

    async Task SendAgain(PortalProcess portal, Sent sent)
    {
        using var client = await SignedIn(portal, sent.By);
        using var answer = await Send(client, sent);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        if (answer.IsSuccessStatusCode) _acknowledged.Enqueue(sent with { Reference = (string)body!["reference"]!, Version = (int)body["version"]! });
        else ((string?)body!["code"]).Should().Be("reply-lost", "it was done before the portal was killed, or it is done now");
    }

    async Task EverythingIsThere()
    {
        await using var db = Read();
        var files = await db.Cases.AsNoTracking().Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).AsSplitQuery().ToListAsync();
        var trail = (await db.Trail.AsNoTracking().OrderBy(e => e.Seq).ToListAsync()).ToLookup(e => e.CaseId);

        foreach (var file in files)
            Told.By(CaseFile.From(file.Reference, file.Patient, trail[file.Id].Select(e => e.Event!))).Should().BeEquivalentTo(Told.By(file), o => o.WithStrictOrdering(), "{0} is what its record says", file.Reference);
        foreach (var last in _acknowledged.GroupBy(a => a.Reference!))
            files.Should().Contain(f => f.Reference.Value == last.Key).Which.Version.Should().BeGreaterThanOrEqualTo(last.Max(a => a.Version));
    }

    async Task EachActIsThereOnce(string noted, string stepped)
    {
        await using var db = Read();
        var happened = (await db.Trail.AsNoTracking().Where(e => e.CaseId != null).OrderBy(e => e.Seq).ToListAsync()).Select(e => e.Event!).ToList();
        int Of(string path) => _acknowledged.Concat(_cutOff).Where(s => s.Key is not null).DistinctBy(s => s.Key).Count(s => s.Path.EndsWith(path, StringComparison.Ordinal));
        var acknowledged = _acknowledged.Count(s => s.Path.EndsWith($"{stepped}/steps", StringComparison.Ordinal));
        var steps = happened.OfType<StepTaken>().Where(s => s.Step == "keep-monitoring").Select(s => s.Note).ToList();

        happened.OfType<NoteAdded>().Select(n => n.Text).Should().Equal(Enumerable.Range(0, Of($"{noted}/notes")).Select(n => $"Note {n}"));
        happened.OfType<CaseOpened>().Should().HaveCount(3 + Of("cases"));
        steps.Should().Equal(Enumerable.Range(0, steps.Count).Select(n => $"Reviewed {n}"));
        // The one that was cut off may have been committed or not.
        steps.Count.Should().BeInRange(acknowledged, acknowledged + 1);
        (await db.Notes.CountAsync()).Should().Be(Of("/notes") + steps.Count);
    }

    SqlitePortalDb Read() => new(new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite($"Data Source={Path.Combine(_folder.FullName, "mhcs.db")};Pooling=False").Options);

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
