using Mhcs.Benchmarks.Machinery;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Somebody at the team's board who drops one card now here, now there, as the board's script tells the server of it.</summary>
sealed class Hand(Circuit board, long hands, IReadOnlyList<string> cases, IReadOnlyList<int> caseworkers) : IAsyncDisposable
{
    public const string Board = $"/board/{Bench.Team}";
    int _drops;

    public Circuit Screen => board;

    public static async Task<Hand> At(Visitor somebody, Desk desk, CancellationToken ct)
    {
        var board = await somebody.Open(Board, ct);
        var screens = new Screens([board]);
        await screens.Rest(ct);
        return new(board, board.Callbacks.First(c => c.Script == "attach").Object, [.. desk.Cases.Take(40).Select(c => c.Reference.Value)], [.. desk.Caseworkers.Select(p => p.Id.Value)]);
    }

    /// <summary>One drop, to another caseworker than the last time; done when the server says so.</summary>
    public Task Drop()
    {
        var drop = Interlocked.Increment(ref _drops);
        return board.Call(hands, "Dropped", new[] { cases[drop % cases.Count] }, $"{caseworkers[drop / cases.Count % 2]}");
    }

    public ValueTask DisposeAsync() => board.DisposeAsync();
}
