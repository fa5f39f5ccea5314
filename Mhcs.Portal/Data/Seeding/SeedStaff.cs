using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Who of the invented section does what: the lowest grade that may, the owner where the owner may.</summary>
sealed class SeedStaff(IReadOnlyList<Person> people, AuthorityMatrix matrix)
{
    readonly Dictionary<PersonId, Actor> _actors = people.ToDictionary(p => p.Id, p => Actor.Of(p, matrix));
    readonly ILookup<string?, Person> _teams = people.Where(p => p.Grade.DoesCasework).OrderBy(p => p.Grade).ToLookup(p => p.Team);

    public Person? Find(string userName) => people.FirstOrDefault(p => p.UserName == userName);

    public Person Find(PersonId id) => _actors[id].Person;

    public Actor Of(Grade grade, string team, Dice dice) => _actors[dice.Pick([.. _teams[team].Where(p => p.Grade == grade)]).Id];

    public IEnumerable<Person> Team(string team) => _teams[team];

    /// <summary>Whoever keeps the record of a case: an administrator, or the lowest grade of those who see a restricted file.</summary>
    public Actor Keeper(CaseFile file, Dice dice) => file.Restricted ? For(Authorities.Administration, file, null, dice)! : Of(Grade.CaseworkAdministrator, file.Team, dice);

    /// <summary>Somebody named for victim liaison; who holds the case is a caseworker among them.</summary>
    public Actor Liaison(string team, Dice dice, bool holds = false) => _actors[dice.Pick([.. _teams[team].Where(p => p.LiaisesWithVictims && (!holds || p.Grade.HoldsCases))]).Id];

    public Person Caseworker(string team, DateOnly day, Dice dice) => dice.Pick([.. _teams[team].Where(p => p.Grade.HoldsCases && p.AwayOn(day) is null)]);

    public Actor? For(Authority authority, CaseFile file, PersonId? notThis, Dice dice)
    {
        var needed = matrix.LevelFor(authority, file);
        if (file.AssigneeId is { } owner && owner != notThis && _actors[owner].Person.Grade >= needed && (needed > Grade.CaseworkAdministrator || dice.Chance(0.3))) return _actors[owner];
        var able = _teams[file.Team].Concat(_teams[null]).Where(p => p.Grade >= needed && p.Id != notThis && (!file.Restricted || _actors[p.Id].Sees(file))).ToList();
        var lowest = able.Where(p => p.Grade == able[0].Grade).ToList();
        return lowest.Count == 0 ? null : _actors[dice.Pick(lowest).Id];
    }
}
