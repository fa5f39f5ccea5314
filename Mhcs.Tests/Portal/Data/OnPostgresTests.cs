using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Mhcs.Portal.Hearings;
using Mhcs.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mhcs.Tests.Portal.Data;

/// <summary>What is tested everywhere else on SQLite, once on the server database: from migrations to the figures of a board.</summary>
public sealed class OnPostgresTests(PostgresServer server)
{
    const string OnePatient = "number,surname,forenames,born_on,category,category_since,residence\nP-99001,Applecross,Perrin,1984-05-09,CD,2022-10-03,4 Harrowfield Court\n";

    [Fact]
    public async Task On_PostgreSQL_the_section_is_migrated_seeded_read_searched_and_imported_into()
    {
        await using var portal = new Small(await server.NewDatabase());
        using var head = await portal.SignedIn("headofsection");
        using var manager = await portal.SignedIn("teammanager.a");

        var cases = await head.GetFromJsonAsync<JsonObject>("/api/v1/cases?pageSize=200&shown=all");
        var overdue = await head.GetFromJsonAsync<JsonObject>("/api/v1/cases?standing=overdue&sort=due");
        var board = await manager.GetFromJsonAsync<JsonObject>("/api/v1/teams/A/workload");
        var past = await head.GetFromJsonAsync<JsonObject>($"/api/v1/teams/A/dashboard?asOf={TimeProvider.System.GetUtcNow().AddDays(-90):yyyy-MM-ddTHH:mm:ssZ}");
        var surname = ((string)cases!["items"]![0]!["patient"]!).Split([' ', ','])[0];
        using var found = await head.PostAsJsonAsync("/api/v1/cases/search", new { query = surname });
        var first = await Import(manager);
        var second = await Import(manager);
        using var auditor = await portal.SignedIn("auditor");
        var verdict = await auditor.GetFromJsonAsync<JsonObject>("/api/v1/audit/verify");

        ((int)cases["total"]!).Should().BeGreaterThan(0);
        ((int)overdue!["total"]!).Should().BeLessThan((int)cases["total"]!);
        ((int)board!["open"]!).Should().BeGreaterThan(0);
        board["people"]!.AsArray().Should().NotBeEmpty();
        ((int)past!["open"]!).Should().BeGreaterThan(0);
        ((int)(await found.Content.ReadFromJsonAsync<JsonObject>())!["total"]!).Should().BeGreaterThan(0);
        ((int)first["accepted"]!, (int)second["unchanged"]!).Should().Be((1, 1), "{0} {1}", first, second);
        ((bool)verdict!["ok"]!).Should().BeTrue((string?)verdict["why"]);
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task While_the_server_is_away_programs_are_told_to_come_back_and_afterwards_all_is_well()
    {
        var database = await server.NewDatabase();
        await using var portal = new Away(database);
        var file = await portal.Case();
        using var client = await portal.SignedIn("teammanager.a");

        await Close(database, true);
        using var read = await client.GetAsync($"/api/v1/cases/{file}");
        using var written = await client.Change($"/api/v1/cases/{file}/notes", new { text = "Telephoned the ward" });
        using var troubled = await client.GetAsync("/health/ready");
        await Close(database, false);
        portal.Clock.Advance(TimeSpan.FromSeconds(5));
        using var ready = await client.GetAsync("/health/ready");
        using var again = await client.Change($"/api/v1/cases/{file}/notes", new { text = "Telephoned the ward" });

        new[] { read, written, troubled }.Select(a => a.StatusCode).Should().OnlyContain(s => s == HttpStatusCode.ServiceUnavailable);
        written.Headers.RetryAfter.Should().NotBeNull();
        ready.StatusCode.Should().Be(HttpStatusCode.OK);
        again.StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_raise_a_reference_once()
    {
        await using var portal = new Away(await server.NewDatabase());
        _ = portal.Address;
        var today = London.Day(portal.Clock.GetUtcNow());
        var patient = new Patient { Number = "P-20101", Surname = "Applecross", Forenames = "Odo", BornOn = new(1984, 5, 9), Team = "A" };
        patient.Apply(new LegalStatusBegan(LegalCategory.S37_41, today.AddMonths(-36).AddDays(30)));
        await portal.Services.GetRequiredService<WriteLane>().Write(async writing => await writing.Db.Patients.AddAsync(patient));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<ReferenceDuties>(portal.Services).Raise()));

        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        (await db.Cases.CountAsync(c => c.PatientNumber == "P-20101")).Should().Be(1);
    }

    static async Task<JsonObject> Import(HttpClient manager)
    {
        using var answer = await manager.PostAsync("/api/v1/imports/patients", Casework.Csv(OnePatient));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>Lets nobody into a database, and puts out those who are in it.</summary>
    static async Task Close(string database, bool closed)
    {
        var name = new NpgsqlConnectionStringBuilder(database).Database!;
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { Database = "postgres" }.ConnectionString);
        await using var command = source.CreateCommand($"ALTER DATABASE {name} ALLOW_CONNECTIONS {(closed ? "false" : "true")}");
        await command.ExecuteNonQueryAsync();
        if (!closed) return;
        await using var end = source.CreateCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1");
        end.Parameters.Add(new() { Value = name });
        await end.ExecuteNonQueryAsync();
    }

    static IEnumerable<KeyValuePair<string, string>> On(string database) => [new("Mhcs:Database", "Postgres"), new("ConnectionStrings:Portal", database)];

    sealed class Small(string database) : SectionApp
    {
        protected override string EnvironmentName => "Development";
        protected override IEnumerable<KeyValuePair<string, string>> MoreSettings => [.. On(database), new("Mhcs:Seed", "Demo"), new("Mhcs:SeedPatients", "150")];
    }

    sealed class Away(string database) : TimedApp
    {
        protected override IEnumerable<KeyValuePair<string, string>> MoreSettings => On(database);
    }
}
