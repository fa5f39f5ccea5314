using Mhcs.Domain.People;

namespace Mhcs.Portal.People;

/// <summary>An absence or a cover that somebody is about to end early or to cancel.</summary>
/// <param name="What">In words: "M. Larkspur acts for B. Rookwood".</param>
/// <param name="CancelWords">What cancelling means for it, as its button says.</param>
public sealed record SpellChange(Spell Spell, string What, string CancelWords)
{
    public static SpellChange Of(AbsenceRow row) => new(row.Absence, $"{row.Person} is away", "Cancel the absence");

    public static SpellChange Of(CoverRow row, DateOnly today) =>
        new(row.Cover, $"{row.Deputy} acts for {row.Lender}", row.Cover.HoldsOn(today) ? "Stop the cover now" : "Cancel the cover");

    public Task<PlainOutcome> End(CoverDesk desk, DateOnly? lastDay, PersonId by) => Spell is Cover ? desk.EndCover(Spell.Id, lastDay, by) : desk.EndAbsence(Spell.Id, lastDay, by);

    public Task<PlainOutcome> Cancel(CoverDesk desk, PersonId by) => Spell is Cover ? desk.CancelCover(Spell.Id, by) : desk.CancelAbsence(Spell.Id, by);
}
