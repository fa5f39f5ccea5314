using System.Globalization;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Portal.Boards;

/// <summary>What a screen shows of a board, and what waits behind it: nothing moves while somebody is at work on it.</summary>
public sealed class LiveBoard
{
    /// <summary>Struck-through cards a column keeps, and for how long: enough to see what went, not so many that they hide what is there.</summary>
    const int MostStruck = 3;
    static readonly TimeSpan Struck = TimeSpan.FromMinutes(1);
    static readonly IReadOnlyDictionary<string, IReadOnlyList<GoneCard>> NothingGone = new Dictionary<string, IReadOnlyList<GoneCard>>(StringComparer.Ordinal);
    IReadOnlyDictionary<string, IReadOnlyList<GoneCard>> _gone = NothingGone;
    Board? _held;

    public Board? Shown { get; private set; }

    /// <summary>Pointer or focus are on it, a card is held or a dialog is open; or the person has paused it.</summary>
    public bool Holds { get; set; }

    /// <summary>Changes held back.</summary>
    public int Waiting { get; private set; }

    /// <summary>The same list for as long as nothing comes to it or leaves it.</summary>
    public IReadOnlyList<GoneCard> GoneFrom(Caseload column) => _gone.GetValueOrDefault(column.Key) ?? [];

    /// <summary>Another page or filter, or the person's own act: shown at once.</summary>
    public void Show(Board? board) => (Shown, _held, Waiting, _gone) = (board, null, 0, NothingGone);

    /// <summary>A reading that came by itself. Answers with what to say of it.</summary>
    public string? Take(Board fresh)
    {
        if (Shown is not { } shown)
        {
            Show(fresh);
            return null;
        }
        var changes = fresh.Picture.ChangesSince(shown.Picture);
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
        var gone = _gone;
        Show(fresh);
        Dictionary<string, IReadOnlyList<GoneCard>>? still = null;
        for (var n = 0; n < fresh.Columns.Count; n++)
        {
            var now = fresh.Columns[n];
            // Where nobody has come or gone, it stands where it stood.
            var before = n < shown.Columns.Count && shown.Columns[n].Holder == now.Holder ? shown.Columns[n] : shown.Columns.FirstOrDefault(c => c.Holder == now.Holder);
            var struck = gone.GetValueOrDefault(now.Key) ?? [];
            if (struck.Count == 0 && before == now) continue;
            if (Gone(struck, before, now, fresh) is { Count: > 0 } cards) (still ??= new(StringComparer.Ordinal)).Add(now.Key, cards);
        }
        if (still is not null) _gone = still;
    }

    /// <summary>What stays struck through in a column: what went from it by another's hand within the last minute.</summary>
    static IReadOnlyList<GoneCard> Gone(IReadOnlyList<GoneCard> gone, Caseload? before, Caseload now, Board fresh)
    {
        var left = before is null || before == now ? [] :
            (from card in before.Cards
             let at = fresh.Cases.GetValueOrDefault(card.Reference)
             where (at is null || at.Holder != card.Holder) && at?.Last?.By != fresh.Me
             select new GoneCard(card.Reference, card.Patient, card.What, Where(at, fresh), fresh.At)).ToList();
        if (left.Count == 0 && gone.All(Stays)) return gone;
        return [.. left.Concat(gone).DistinctBy(g => g.Reference).Where(Stays).Take(MostStruck)];

        bool Stays(GoneCard card) => fresh.At - card.At < Struck && now.Cards.All(c => c.Reference != card.Reference);
    }

    static string Where(Whereabouts? now, Board fresh) => now is null
        ? $"No longer on this board, {At(fresh.At)}"
        : $"Moved to {fresh.NameOf(now.Holder)}, {At(now.Last?.At ?? fresh.At)}";

    static string At(DateTimeOffset at) => London.WallClock(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    static string Words(int n, string what) => n == 1 ? $"1 {what}" : $"{n:N0} {what}s";
}
