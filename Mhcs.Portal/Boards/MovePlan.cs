using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;

namespace Mhcs.Portal.Boards;

/// <summary>Somebody who could be given the cases, before anything is done.</summary>
/// <param name="Reasons">Why not, for all of the cases or for some.</param>
/// <param name="Able">How many of the cases they can be given.</param>
public sealed record MoveTarget(PersonId? Holder, string Name, string Line, Load Before, Load After, int Able, IReadOnlyList<string> Reasons)
{
    public bool Refuses => Able == 0;
}

/// <summary>The cases to move, as they stand, and everybody they could go to.</summary>
/// <param name="Missing">References of cases that are closed, or not there for this person.</param>
public sealed record MovePlan(IReadOnlyList<OpenCase> Cases, IReadOnlyList<CaseReference> Missing, IReadOnlyList<MoveTarget> Targets)
{
    public IReadOnlyDictionary<CaseReference, int> Versions => Cases.ToDictionary(c => c.Reference, c => c.Version);
}

/// <summary>Works out, for the people of a team, what moving some cases to each would mean.</summary>
public sealed class MoveQuery(BoardQuery boards, People.Staff staff, Data.ReferenceData reference)
{
    public async Task<MovePlan> For(PersonId me, IReadOnlyCollection<CaseReference> references, CancellationToken ct = default)
    {
        List<OpenCase> cases = [];
        List<MoveTarget> targets = [];
        var people = await staff.Everyone(ct);
        var teams = 0;
        foreach (var team in reference.Book.Teams.All.Select(t => t.Code))
        {
            if (await boards.Seen(me, team, ct) is not (var on, var open) || open.Where(c => references.Contains(c.Reference)).ToList() is not { Count: > 0 } moving) continue;
            teams++;
            cases.AddRange(moving);
            targets.AddRange(BoardQuery.Holders(people, open, team).Select(p => Target(p, moving, open, on, references.Count)));
            if (moving.Exists(c => c.Holder is not null) && on.By.Posts.Any(p => p.Grade.AssignsOthers) && targets.TrueForAll(t => t.Holder is not null))
                targets.Insert(0, new(null, "Unassigned", "Nobody holds them", Load.None, Load.None, moving.Count(c => c.Holder is not null), []));
        }
        if (teams > 1) targets.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new(cases, [.. references.Except(cases.Select(c => c.Reference))], targets);
    }

    static MoveTarget Target(Person person, List<OpenCase> moving, IReadOnlyList<OpenCase> open, Occasion on, int asked)
    {
        var general = person.UnsuitedFor(moving[0].Team, on.Today).Select(u => u.Brief).ToList();
        if (!on.By.Posts.Any(p => p.Grade.AssignsOthers) && person.Id != on.By.Id) general.Insert(0, "Only a team manager gives cases to others");
        List<string> reasons = [.. general.Take(1)];
        List<OpenCase> able = [];
        foreach (var file in moving)
            if (file.Holder == person.Id) reasons.Add(asked == 1 ? "Holds it now" : $"{file.Reference}: holds it now");
            else if (person.UnsuitedFor(file.PatientNumber, file.Restricted, file.Named).FirstOrDefault() is { } against) reasons.Add(asked == 1 ? against.Brief : $"{file.Reference}: {char.ToLowerInvariant(against.Brief[0])}{against.Brief[1..]}");
            else if (general.Count == 0) able.Add(file);
        var before = new Load(open.Where(c => c.Holder == person.Id).Sum(c => c.Weight), person.Capacity);
        return new(person.Id, person.Name, BoardQuery.LineOf(person, on.Today).Words, before, before.With(able.Sum(c => c.Weight)), able.Count, reasons);
    }
}
