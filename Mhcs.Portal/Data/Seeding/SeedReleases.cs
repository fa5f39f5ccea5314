using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Endings;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Plays the case of every release date of the list that the calendar would have opened by now, so that at first start the clock finds none to open late. Watching a date changes nothing for the patient, so it goes on beside their other cases.</summary>
sealed class SeedReleases(SeedStaff staff, ReferenceBook book, Dice dice, References references, DateTimeOffset now)
{
    const int Tries = 24;

    static readonly FactSheet ByReleaseDate = FactSheet.Of([KeyValuePair.Create(Facts.EndTrigger.Key, (string?)Facts.ByReleaseDate)]);

    readonly DateOnly _today = London.Day(now);

    /// <summary>Whose release date has passed: their restrictions ended by law, and nothing else about them is open any more.</summary>
    public bool HasPassed(Life life) => life.Row.ReleaseDate <= _today;

    /// <summary>The cases of dates that have passed, closed; played first, since nothing else follows them.</summary>
    public IEnumerable<Played> PlayPassed(IReadOnlyList<Life> list)
    {
        foreach (var life in list.Where(HasPassed))
            for (var i = 0; i < Tries; i++)
                if (new Playthrough(staff, book, dice, references, letSlip: 0).Play(references.Next(), EndOfRestriction.Type, life.Patient(), new(OpenedOn(life), ByReleaseDate, null), EndOfRestriction.Type.State("Closed"), now) is { } played)
                {
                    life.Lived(played);
                    life.Take(OpenedOn(life));
                    yield return played;
                    break;
                }
    }

    /// <summary>The cases of dates that lie near, open.</summary>
    public IEnumerable<Played> PlayAhead(IReadOnlyList<Life> list) =>
        from life in list.Where(l => l.Row.ReleaseDate > _today && OpenedOn(l) < _today && l.Standing.Category.IsRestricted).ToList()
        let opened = OpenedOn(life)
        let row = new CaseRow(0, references.Next(), EndOfRestriction.Type, life.Row.Number, EndOfRestriction.Type.Start, opened, opened, staff.Caseworker(life.Standing.Team, opened, dice).UserName, null, ByReleaseDate, null)
        from played in OpenYears.Play(row, life, letSlip => new Playthrough(staff, book, dice, references, letSlip), staff, dice, now)
        select played;

    DateOnly OpenedOn(Life life) => ReleaseDates.OpensOn(life.Row.ReleaseDate!.Value, book) is var day && day > life.Row.Since ? day : life.Row.Since;
}
