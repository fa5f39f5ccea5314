using System.Diagnostics;
using Mhcs.Benchmarks.Machinery;
using Mhcs.Portal.Cases;
using Microsoft.Data.Sqlite;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Looking for the word that stands in the most notes; and what sixteen such searches at once do to everybody else.</summary>
sealed class Search : IStep
{
    const int AtOnce = 16;

    public string Name => "Searching the text of notes";
    public IReadOnlyList<int> Goals => [6];

    public async Task<IReadOnlyList<Figure>> Run(Bench bench, CancellationToken ct)
    {
        await bench.Stop();
        await using var desk = await Desk.Over(bench.Grown, ct);
        var lists = ActivatorUtilities.CreateInstance<CaseListQuery>(desk.Services);
        var (word, notes) = CommonWord(Bench.Store(bench.Grown));
        Task Queue() => lists.For(desk.Head, new() { Team = Bench.Team }, new(), size: 50, ct: ct);
        Task Find() => lists.For(desk.Head, new() { Words = word }, new(), ct: ct);

        var ranked = await Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => Task.Run(() => Ranked(Bench.Store(bench.Grown), word), ct), ct);
        var found = await Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => Find(), ct);
        var alone = await Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => Queue(), ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var searching = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () => { while (!enough.IsCancellationRequested) await Find(); }, ct)).ToList();
        var beside = await Sample.Of(AssignOne.OwnCpu, bench.Choices.Time, 1, _ => Queue(), ct);
        await enough.CancelAsync();
        await Task.WhenAll(searching);
        return
        [
            Figure.Times(6, $"search for the commonest word ({notes:N0} notes hold it), against ranking them all: waiting, p50", found.P50, ranked.P50, 0.2, "ms"),
            Figure.Times(6, $"the queue's query beside {AtOnce} searches, against alone: p99", beside.P99, alone.P99, 2, "ms"),
        ];
    }

    static (string Word, long Notes) CommonWord(string store)
    {
        using var db = new SqliteConnection($"Data Source={store};Pooling=False");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'note_words', 'row'); SELECT term, doc FROM temp.words WHERE length(term) > 3 ORDER BY doc DESC LIMIT 1";
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetString(0), reader.GetInt64(1)) : throw new UnreachableException("A section without a note");
    }

    static void Ranked(string store, string word)
    {
        using var db = new SqliteConnection($"Data Source={store}");
        db.Open();
        using var command = db.CreateCommand();
        command.CommandText = "SELECT rowid FROM note_words WHERE note_words MATCH $word ORDER BY rank LIMIT 50";
        command.Parameters.AddWithValue("$word", $"\"{word}\"");
        using var reader = command.ExecuteReader();
        while (reader.Read()) { }
    }
}
