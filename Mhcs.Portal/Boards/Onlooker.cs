using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Microsoft.AspNetCore.Components;

namespace Mhcs.Portal.Boards;

/// <summary>Who looks at an open board, and where what they do to a card goes. All columns and cards share the one object, and draw again when it is another.</summary>
/// <param name="manages">Moves cases between people; otherwise only takes an unassigned one.</param>
public sealed class Onlooker(PersonId me, bool manages, EventCallback<(CaseReference Case, bool On)> onTick, EventCallback<CaseReference> onMove, EventCallback onSpread)
{
    /// <summary>A card by itself, as the tests draw it.</summary>
    public static Onlooker Nobody { get; } = new(default, false, default, default, default);

    public PersonId Me => me;
    public bool Manages => manages;
    public EventCallback<(CaseReference Case, bool On)> OnTick => onTick;
    public EventCallback<CaseReference> OnMove => onMove;
    public EventCallback OnSpread => onSpread;

    public bool May(BoardCard card) => manages || card.Holder is null;
}
