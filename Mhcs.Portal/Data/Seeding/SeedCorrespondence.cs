using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Plays a team's letters, questions, submissions, litigation and requests: those of the closed years, and those that are open. They change nobody's position, so any patient of the list will do, or none.</summary>
sealed class SeedCorrespondence(SeedStaff staff, ReferenceBook book, Dice dice, References references, DateTimeOffset now)
{
    const int Tries = 4;
    readonly DateOnly _today = London.Day(now);

    public IEnumerable<Played> Play(IReadOnlyList<Life> list) => list.Count == 0 ? [] :
    [
        .. from kind in Assumed.Correspondence
           from ending in kind.Ends
           from _ in Enumerable.Range(0, Share(ending.Cases, list.Count))
           from played in One(list, AllCaseTypes.Get(kind.Type), _today.AddDays(-dice.Between(kind.LongestOpen + 120, 365 * Assumed.YearsOfCasework)), ending.State)
           select played,
        .. from kind in Assumed.Correspondence
           from _ in Enumerable.Range(0, Share(kind.Open, list.Count))
           from played in One(list, AllCaseTypes.Get(kind.Type), _today.AddDays(-dice.Below(kind.LongestOpen)), null)
           select played,
    ];

    // At least one of each, so that the smallest section shows them all.
    static int Share(int all, int patients) => Math.Max(1, all * patients / Assumed.Patients);

    IEnumerable<Played> One(IReadOnlyList<Life> list, CaseType type, DateOnly on, string? end)
    {
        var team = book.Teams.For(list[0].Row.Surname).Code;
        var received = book.Days.EnglandAndWales.OnOrBefore(on);
        for (var i = 0; i < Tries; i++)
        {
            var patient = type != Question.Type && type != Submission.Type && dice.Chance(Assumed.AboutAPatient) && dice.Pick(list).Patient() is { DiedOn: null } known ? known : null;
            var holder = end is null && !dice.Chance(Assumed.Unassigned) ? staff.Caseworker(team, received, dice) : null;
            var start = new CaseStart(received, SeedLetters.Received(type, received, dice), holder, team);
            if (new Playthrough(staff, book, dice, references).Play(references.Next(), type, patient, start, end is null ? null : type.State(end), now) is { } played) return played.WithFollowers;
        }
        return [];
    }
}
