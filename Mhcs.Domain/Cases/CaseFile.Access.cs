using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Who may see the file.</summary>
public sealed partial class CaseFile
{
    /// <summary>Closes a file to all but the people named, whoever does so and its owner, or opens it again to the team.</summary>
    public IReadOnlyList<CaseEvent> Restrict(bool restricted, IReadOnlyList<PersonId> named, string why, Occasion on)
    {
        var manager = Entitled(on.By.MayAssign(this, null));
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken(new Refusal("missing", "Say why", "why"));
        return Happened([Stamped(on, manager).On(restricted ? ClosedTo(named, why.Trim(), on) : new RestrictionChanged(false, [], why.Trim()))]);
    }

    /// <summary>Closes the file after a step whose row says so, to those who go on with the patient: whoever took the step and recommended it, the file's owner, the owners of the patient's other cases, and whoever moves the team's cases. A file that somebody has closed already stays as they closed it.</summary>
    /// <param name="team">The people of the file's team.</param>
    /// <param name="owners">Who holds the patient's open cases.</param>
    public IReadOnlyList<CaseEvent> RestrictAfter(Move step, IEnumerable<Person> team, IEnumerable<PersonId> owners, Occasion on)
    {
        if (!step.Restricts || Restricted) return [];
        var leaders = team.Where(p => p.Active && p.Team == Team && p.Grade.AssignsOthers && !p.HasConflictWith(PatientNumber)).Select(p => p.Id);
        var recommended = Facts.Entry(CaseTypes.Facts.Recommendation)?.By;
        return Happened([Stamped(on, Entitlement.Yes("Follows from a step")).On(ClosedTo([.. leaders, .. owners, .. recommended is { } by && by != PersonId.Clock ? [by] : Array.Empty<PersonId>()], step.Step.Label, on))]);
    }

    /// <summary>Names somebody more on a restricted file, because of what they have been given.</summary>
    public IReadOnlyList<CaseEvent> LetIn(PersonId who, string why, Occasion on) =>
        !Restricted || Named.Contains(who) ? [] : Happened([Stamped(on, Entitled(on.By.MayAssign(this, who))).On(LettingIn(who, why))]);

    RestrictionChanged LettingIn(PersonId who, string why) => new(true, [.. Named, who], why);

    RestrictionChanged ClosedTo(IEnumerable<PersonId> named, string why, Occasion on) =>
        new(true, [.. named.Append(on.By.Id).Concat(AssigneeId is { } owner ? [owner] : Array.Empty<PersonId>()).Distinct()], why);
}
