using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Name of the filter on every reading of cases that keeps liaison with victims out of lists, boards, figures, searches, exports and the feed, whoever asks.</summary>
    public const string Victims = "victims";

    /// <summary>The same, for a compiled question: its tree must hold the framework's own call.</summary>
    public static readonly IReadOnlyCollection<string> Everything = [Victims];

    /// <summary>The cases of liaison among the rest: for who opens one file, changes it, or lets time pass on it, and asks itself who may see it.</summary>
    public static IQueryable<CaseFile> WithVictims(this IQueryable<CaseFile> files) => files.IgnoreQueryFilters(Everything);

    /// <summary>Files that the actor may open one by one: what lists show, and the cases of liaison for those who read victims' records.</summary>
    public static IQueryable<CaseFile> OpenTo(this IQueryable<CaseFile> files, Actor actor)
    {
        var (all, teams) = (actor.SeesAllTeams(), actor.VictimTeams());
        return files.WithVictims().SeenBy(actor).Where(f => f.TypeKey != VictimLiaison.Key || all || teams.Contains(f.Team));
    }

    /// <summary>Codes of the teams whose victims' records exist for this actor.</summary>
    public static string[] VictimTeams(this Actor actor) => [.. actor.Teams().Where(actor.MayReadVictimsOf)];

    public static bool ReadsVictims(this Actor actor) => actor.SeesAllTeams() || actor.VictimTeams().Length > 0;

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
