using Mhcs.Benchmarks.Floor;
using Mhcs.Benchmarks.Machinery;
using Microsoft.Data.Sqlite;

namespace Mhcs.Benchmarks;

/// <summary>What the steps stand on: the published portal, a section as it was seeded, the same grown to many years, and the servers that serve them.</summary>
sealed class Bench : IAsyncDisposable
{
    public const string Password = "plenty of plain words";
    /// <summary>Heads of team A, as many as a thousand boards need: one person may hold twenty open screens.</summary>
    public static IReadOnlyList<string> Heads { get; } = [.. Enumerable.Range(1, 55).Select(n => $"bench.{n:00}")];
    public const string Team = "A";

    static readonly TimeSpan ForSeeding = TimeSpan.FromMinutes(10), ForStarting = TimeSpan.FromMinutes(1);
    readonly Dictionary<string, Server> _running = new(StringComparer.Ordinal);
    readonly DirectoryInfo _folder;
    readonly string _portal;

    Bench(Choices choices, DirectoryInfo folder, string portal) => (Choices, _folder, _portal) = (choices, folder, portal);

    public Choices Choices { get; }
    /// <summary>Data folder of the section as first start made it.</summary>
    public string Seeded => Path.Combine(_folder.FullName, "seeded");
    /// <summary>Data folder of the same section with many years behind it.</summary>
    public string Grown => Path.Combine(_folder.FullName, "grown");

    public static string Store(string section) => Path.Combine(section, "mhcs.db");

    public static async Task<Bench> Make(Choices choices, CancellationToken ct)
    {
        var folder = choices.Folder is { } given ? Directory.CreateDirectory(given) : Directory.CreateTempSubdirectory("mhcs-benchmarks-");
        Console.WriteLine("Publishing the portal");
        var bench = new Bench(choices, folder, await Published.Portal(folder.FullName, ct));
        if (!File.Exists(Store(bench.Seeded))) await bench.Seed(ct);
        if (!File.Exists(Store(bench.Grown))) bench.Grow();
        return bench;
    }

    /// <summary>The portal over a section, in a process of its own; the same one until it is stopped.</summary>
    public async Task<Server> Portal(string section, CancellationToken ct) =>
        _running.TryGetValue($"portal {section}", out var running) ? running : _running[$"portal {section}"] = await StartPortal(section, ct);

    /// <summary>The floor over the same data.</summary>
    public async Task<Server> Floor(string section, CancellationToken ct) =>
        _running.TryGetValue($"floor {section}", out var running) ? running : _running[$"floor {section}"] = await StartFloor(section, ct);

    /// <summary>A portal that nobody else uses; whoever asked for it stops it.</summary>
    public Task<Server> StartPortal(string section, CancellationToken ct, bool plans = false) =>
        Server.Start(_portal, [$"--Mhcs:DataFolder={section}"], "/sign-in", ForStarting, ct, plans);

    public Task<Server> StartFloor(string section, CancellationToken ct) =>
        Server.Start(typeof(Bench).Assembly.Location, [FloorServer.Verb, $"--db={Store(section)}"], "/", ForStarting, ct);

    /// <summary>Stops what runs, so that the next step has the machine and the store for itself.</summary>
    public async Task Stop()
    {
        foreach (var server in _running.Values) await server.DisposeAsync();
        _running.Clear();
    }

    async Task Seed(CancellationToken ct)
    {
        Console.WriteLine($"Seeding a section of {Choices.Patients:N0} patients");
        await using (await Server.Start(_portal, [$"--Mhcs:DataFolder={Seeded}", "--Mhcs:Seed=Demo", $"--Mhcs:SeedPatients={Choices.Patients}"], "/sign-in", ForSeeding, ct)) { }
        // Accounts are made in a start of their own: the section is only seeded where nobody is yet.
        await using (await Server.Start(_portal, [$"--Mhcs:DataFolder={Seeded}", $"--Mhcs:SeedUsers={string.Join(';', Heads.Select(h => $"{h}:HeadOfTeam:{Team}"))}", $"--Mhcs:SeedPassword={Password}"], "/sign-in", ForSeeding, ct)) { }
    }

    void Grow()
    {
        Console.WriteLine($"Growing it to {Choices.Cases:N0} cases, {10 * Choices.Cases:N0} events, {5 * Choices.Cases:N0} notes");
        Directory.CreateDirectory(Grown);
        using (var db = new SqliteConnection($"Data Source={Store(Seeded)};Pooling=False"))
        {
            db.Open();
            using var copy = db.CreateCommand();
            copy.CommandText = "VACUUM INTO $to";
            copy.Parameters.AddWithValue("$to", $"{Store(Grown)}.new");
            copy.ExecuteNonQuery();
        }
        new Growth($"{Store(Grown)}.new").To(Choices.Cases);
        File.Move($"{Store(Grown)}.new", Store(Grown));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        SqliteConnection.ClearAllPools();
        if (Choices.Folder is null) _folder.Delete(recursive: true);
    }
}
