using Mhcs.Benchmarks.Machinery;
using Mhcs.Domain.People;

namespace Mhcs.Benchmarks.Steps;

/// <summary>Somebody at the team's board who drops one card after the other, as the board's script tells the server of it.</summary>
sealed class Hand(Circuit board, long hands, Desk desk) : IAsyncDisposable
{
    public const string Board = $"/board/{Bench.Team}";
    readonly PersonId?[] _holders = [.. desk.Cases.Select(c => c.Holder)];
    int _drops = -1;

    public Circuit Screen => board;

    public static async Task<Hand> At(Visitor somebody, Desk desk, CancellationToken ct)
    {
        var board = await somebody.Open(Board, ct);
        var hands = await board.Callback("attach", ct);
        await new Screens([board]).Rest(ct);
        return new(board, hands, desk);
    }

    /// <summary>One drop, on a column where the card is not; done when the server says so.</summary>
    public Task Drop()
    {
        var card = Interlocked.Increment(ref _drops) % desk.Cases.Count;
        var to = (_holders[card] = desk.Other(_holders[card]).Id).Value;
        return board.Call(hands, "Dropped", new[] { desk.Cases[card].Reference.Value }, $"{to.Value}");
    }

    public ValueTask DisposeAsync() => board.DisposeAsync();
}
