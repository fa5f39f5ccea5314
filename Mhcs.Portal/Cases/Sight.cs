using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Cases;

/// <summary>The one visibility filter: what it leaves out is for this person as if it did not exist.</summary>
public static class Sight
{
    /// <summary>Files of the teams in which the actor holds a post today; restricted ones only if named on them, opened in an emergency, or for the head of section; none of a patient with whom they have a conflict of interest.</summary>
    public static IQueryable<CaseFile> SeenBy(this IQueryable<CaseFile> files, Actor actor)
    {
        List<string?> conflicted = [.. actor.Person.ConflictedWith];
        if (conflicted.Count > 0) files = files.Where(f => !conflicted.Contains(f.PatientNumber));
        if (actor.SeesAllTeams()) return files;
        var teams = actor.Teams();
        var named = $",{actor.Id},";
        if (actor.Opened.Count == 0) return files.Where(f => teams.Contains(f.Team) && (!f.Restricted || f.NamedIds.Contains(named)));
        var opened = actor.Opened.ToList();
        return files.Where(f => teams.Contains(f.Team) && (!f.Restricted || f.NamedIds.Contains(named) || opened.Contains(f.Reference)));
    }

    public static IQueryable<Patient> SeenBy(this IQueryable<Patient> patients, Actor actor)
    {
        List<string?> conflicted = [.. actor.Person.ConflictedWith];
        if (conflicted.Count > 0) patients = patients.Where(p => !conflicted.Contains(p.Number));
        if (actor.SeesAllTeams()) return patients;
        var teams = actor.Teams();
        return patients.Where(p => teams.Contains(p.Team));
    }

    public static bool SeesAllTeams(this Actor actor) => actor.Posts.Any(p => p.Grade == Grade.HeadOfSection);

    /// <summary>Codes of the teams in which the actor does casework today.</summary>
    public static string[] Teams(this Actor actor) => [.. actor.Posts.Where(p => p.Grade.DoesCasework).Select(p => p.Team).OfType<string>().Distinct()];

    public static bool SeesTeam(this Actor actor, string team) => actor.SeesAllTeams() || actor.Teams().Contains(team);
}
