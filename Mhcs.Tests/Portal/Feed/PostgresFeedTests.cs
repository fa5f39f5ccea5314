using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Portal.Feed;
using Mhcs.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Mhcs.Tests.Portal.Feed;

public class PostgresFeedTests(PostgresServer server)
{
    [Fact]
    public async Task On_PostgreSQL_a_case_is_worked_told_to_another_node_and_its_trail_verifies()
    {
        var database = await server.NewDatabase();
        await using var here = new Node(database);
        await using var there = new Node(database, seeds: false);
        var file = await here.Case();
        _ = there.Address;
        await there.Services.GetRequiredService<PostgresFeed>().Listening;
        using var leaving = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var heard = there.Services.GetRequiredService<ILiveFeed>().Listen(s => s.Case == file, leaving.Token).GetAsyncEnumerator(leaving.Token);
        await heard.MoveNextAsync();

        using var manager = await here.SignedIn("teammanager.a");
        using var assigned = await manager.Change($"/api/v1/cases/{file}/assignment", new { assignee = "caseworker.a" });
        while (heard.Current.Case != file) await heard.MoveNextAsync();

        assigned.IsSuccessStatusCode.Should().BeTrue(await assigned.Content.ReadAsStringAsync());
        using var auditor = await there.SignedIn("auditor");
        var verdict = await auditor.GetFromJsonAsync<JsonObject>("/api/v1/audit/verify");
        ((bool)verdict!["ok"]!).Should().BeTrue((string?)verdict["why"]);
    }

    /// <summary>One of several nodes; they share the audit key, as an operator would give it.</summary>
    sealed class Node(string database, bool seeds = true) : Casework
    {
        protected override IEnumerable<KeyValuePair<string, string>> Settings => seeds ? base.Settings : base.Settings.Where(s => s.Key != "Mhcs:SeedUsers");

        protected override IEnumerable<KeyValuePair<string, string>> MoreSettings =>
        [
            new("Mhcs:Database", "Postgres"), new("ConnectionStrings:Portal", database), new("Mhcs:AuditKey", Convert.ToBase64String(new byte[32])),
        ];
    }
}
