using System.Globalization;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Portal.Boards;

/// <summary>What a screen shows of a board, and what waits behind it: nothing moves while somebody is at work on it.</summary>
public sealed class LiveBoard
{
    static readonly TimeSpan Struck = TimeSpan.FromMinutes(1);
    List<(string Column, GoneCard Card, DateTimeOffset At)> _gone = [];
    Board? _held;

    public Board? Shown { get; private set; }

    /// <summary>Pointer or focus are on it, a card is held or a dialog is open; or the person has paused it.</summary>
    public bool Holds { get; set; }

    /// <summary>Changes held back.</summary>
    public int Waiting { get; private set; }

    public IEnumerable<GoneCard> GoneFrom(Caseload column) => _gone.Where(g => g.Column == column.Key).Select(g => g.Card);

    /// <summary>Another page or filter, or the person's own act: shown at once.</summary>
    public void Show(Board? board) => (Shown, _held, Waiting, _gone) = (board, null, 0, []);

    /// <summary>A reading that came by itself. Answers with what to say of it.</summary>
    public string? Take(Board fresh)
    {
        if (Shown is not { } shown)
        {
            Show(fresh);
            return null;
        }
        var changes = Changes(shown, fresh);
        if (Holds)
        {
            var more = changes > Waiting;
            (_held, Waiting, Shown) = (fresh, changes, shown with { At = fresh.At });
            return more ? $"{Words(changes, "change")} waiting" : null;
        }
        Bring(shown, fresh);
        return changes > 0 ? $"{Words(changes, "case")} updated" : null;
    }

    /// <summary>Brings in what waits: asked for by a person, or because the board is at rest again.</summary>
    public void ShowHeld()
    {
        if (_held is { } fresh) Bring(Shown!, fresh);
    }

    void Bring(Board shown, Board fresh)
    {
        var kept = _gone.Where(g => fresh.At - g.At < Struck);
        var left = from column in shown.Columns
                   from card in column.Cards
                   let now = fresh.Cases.GetValueOrDefault(card.Reference)
                   where (now is null || now.Holder != card.Holder) && now?.Last?.By != fresh.Me
                   select (column.Key, new GoneCard(card.Reference, card.Patient, card.What, Where(now, fresh)), fresh.At);
        List<(string Column, GoneCard Card, DateTimeOffset At)> gone = [.. kept, .. left];
        Show(fresh);
        _gone = [.. gone.DistinctBy(g => (g.Column, g.Card.Reference)).Where(g => fresh.Columns.FirstOrDefault(c => c.Key == g.Column)?.Cards.Any(c => c.Reference == g.Card.Reference) == false)];
    }

    static string Where(Whereabouts? now, Board fresh) => now is null
        ? $"No longer on this board, {At(fresh.At)}"
        : $"Moved to {fresh.NameOf(now.Holder)}, {At(now.Last?.At ?? fresh.At)}";

    static string At(DateTimeOffset at) => London.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>How many cases came, left, changed hands or version, or are due otherwise than shown.</summary>
    static int Changes(Board before, Board after) =>
        after.Cases.Count(now => before.Cases.GetValueOrDefault(now.Key) is not { } then || (then.Version, then.Holder, then.Band) != (now.Value.Version, now.Value.Holder, now.Value.Band))
        + before.Cases.Keys.Count(reference => !after.Cases.ContainsKey(reference));

    static string Words(int n, string what) => n == 1 ? $"1 {what}" : $"{n:N0} {what}s";
}
