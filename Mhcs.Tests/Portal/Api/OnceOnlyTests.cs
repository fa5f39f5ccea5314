using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Api;

public sealed class OnceOnlyTests(OnceOnlyTests.Cut portal) : IClassFixture<OnceOnlyTests.Cut>
{
    static readonly string[] Eight = ["caseworkadministrator.a", "caseworker.a", "second.caseworker.a", "caseworkmanager.a", "teammanager.a", "deputyhead.a", "headofteam.a", "headofsection"];

    [Fact]
    public async Task Of_eight_people_who_act_on_one_file_at_once_one_wins_and_seven_are_told_who_was_faster()
    {
        var file = await portal.Case();
        var clients = await Task.WhenAll(Eight.Select(who => portal.SignedIn(who)));
        using var read = await clients[0].GetAsync($"/api/v1/cases/{file}");
        var tag = read.Headers.ETag!.ToString();

        var answers = await Task.WhenAll(clients.Select((client, n) => client.Change($"/api/v1/cases/{file}/notes", new { text = $"Note of {Eight[n]}" }, tag)));

        var winner = Eight[answers.Index().Single(a => a.Item.StatusCode == HttpStatusCode.Created).Index];
        var told = await Task.WhenAll(answers.Where(a => a.StatusCode != HttpStatusCode.Created).Select(a => a.Content.ReadFromJsonAsync<JsonObject>()));
        told.Should().HaveCount(7).And.OnlyContain(t => (string?)t!["code"] == "stale" && (int)t["version"]! == 2 && ((string)t["title"]!).StartsWith(winner, StringComparison.Ordinal));
        (await Notes(file)).Should().Equal($"Note of {winner}");
    }

    [Fact]
    public async Task An_act_whose_answer_was_lost_counts_once_when_it_is_sent_again()
    {
        var file = await portal.Case();
        using var client = await portal.SignedIn("caseworker.a");
        client.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        portal.Cuts = true;

        using var lost = await client.Change($"/api/v1/cases/{file}/notes", new { text = "Telephoned the ward" });
        portal.Cuts = false;
        using var again = await client.Change($"/api/v1/cases/{file}/notes", new { text = "Telephoned the ward" });

        lost.IsSuccessStatusCode.Should().BeFalse("the act was committed, but no answer to it came through");
        again.StatusCode.Should().Be(HttpStatusCode.Conflict);
        ((string?)(await again.Content.ReadFromJsonAsync<JsonObject>())!["code"]).Should().Be("reply-lost");
        (await Notes(file)).Should().Equal("Telephoned the ward");
    }

    async Task<List<string>> Notes(string file)
    {
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await db.Notes.Where(n => db.Cases.Any(c => c.Id == n.CaseId && c.Reference == new Mhcs.Domain.Cases.CaseReference(file))).Select(n => n.Text).ToListAsync();
    }

    /// <summary>A portal that can be cut off between the commit of an act and its answer.</summary>
    public sealed class Cut : Casework
    {
        public bool Cuts { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<ILiveFeed>(provider => new CutFeed(this, provider.GetRequiredService<InProcessFeed>())));
        }

        sealed class CutFeed(Cut portal, ILiveFeed feed) : ILiveFeed
        {
            public ValueTask Publish(FeedSignal signal, CancellationToken ct = default) => portal.Cuts && signal.Case is not null ? throw new InvalidOperationException("The power is cut") : feed.Publish(signal, ct);

            public IAsyncEnumerable<FeedSignal> Listen(Func<FeedSignal, bool> to, CancellationToken ct) => feed.Listen(to, ct);
        }
    }
}
