using Mhcs.Benchmarks.Machinery;
using Microsoft.Data.Sqlite;

namespace Mhcs.Benchmarks.Steps;

/// <summary>A case page with its history; with fifty times as much history.</summary>
sealed class CaseHistory : IStep
{
    const int Clients = 2, Long = 500;

    public string Name => "A case with its history";
    public IReadOnlyList<int> Goals => [2];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        var (few, many) = Cases(Bench.Store(bench.Grown));
        var floor = await bench.Floor(bench.Grown, ct);
        using var anybody = new Visitor(floor.Address);
        var bare = await Sample.Of(() => floor.Cpu, bench.Choices.Time, Clients, _ => anybody.Get($"/case/{few.Id}", ct), ct);
        await bench.Stop();
        var portal = await bench.Portal(bench.Grown, ct);
        await using var people = await People.At(portal, 1, ct);
        var ours = await Sample.Of(() => portal.Cpu, bench.Choices.Time, Clients, _ => people[0].Get(Page(few.Reference), ct), ct);
        var history = await Sample.Of(() => portal.Cpu, bench.Choices.Time, Clients, _ => people[0].Get(Page(many.Reference), ct), ct);
        return
        [
            Figure.Times(2, "case page with history: processor", ours.Cpu, bare.Cpu, 4, "ms"),
            Figure.Known(2, "case page: waiting with two readers, p50 and p99", $"{ours.P50:0.0} and {ours.P99:0.0} ms", $"{bare.P50:0.0} and {bare.P99:0.0} ms"),
            Figure.Times(2, $"case page with {Long} events, against 10", history.Cpu, ours.Cpu, 3, "ms"),
        ];
    }

    public static string Page(string reference) => $"/cases/{reference}";

    /// <summary>An open case of about ten events; and the same kind of case with a long history, made by repeating its notes.</summary>
    public static ((int Id, string Reference) Few, (int Id, string Reference) Many) Cases(string store)
    {
        using var db = new SqliteConnection($"Data Source={store};Pooling=False");
        db.Open();
        using var find = db.CreateCommand();
        find.CommandText = """
            SELECT c.Id, c.Reference FROM "case" c WHERE c.Team = $team AND c.ClosedAt IS NULL AND c.Restricted = 0
            ORDER BY abs((SELECT count(*) FROM trail t WHERE t.CaseId = c.Id) - 10), c.Id LIMIT 2
            """;
        find.Parameters.AddWithValue("$team", Bench.Team);
        List<(int, string)> found = [];
        using (var reader = find.ExecuteReader())
            while (reader.Read()) found.Add((reader.GetInt32(0), reader.GetString(1)));

        using var repeat = db.CreateCommand();
        repeat.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $wanted - (SELECT count(*) FROM trail WHERE CaseId = $case))
            INSERT INTO trail (Seq, At, Kind, CaseId, PatientNumber, Team, By, ActingFor, Data, Mac)
            SELECT (SELECT max(Seq) FROM trail) + n.i, e.At, e.Kind, $case, e.PatientNumber, e.Team, e.By, e.ActingFor, e.Data, e.Mac
            FROM n, (SELECT * FROM trail WHERE Kind = 'NoteAdded' LIMIT 1) e WHERE (SELECT count(*) FROM trail WHERE CaseId = $case) < $wanted
            """;
        repeat.Parameters.AddWithValue("$case", found[1].Item1);
        repeat.Parameters.AddWithValue("$wanted", Long);
        repeat.ExecuteNonQuery();
        return (found[0], found[1]);
    }
}
