namespace Mhcs.Domain.People;

/// <summary>What a person is employed to do. The number is the pay band, so a higher value decides more; the two roles without casework stand at the foot.</summary>
public enum Grade
{
    /// <summary>Keeps accounts and settings; sees no case.</summary>
    SystemAdministrator = 0,
    /// <summary>Reads and verifies the trail; does no casework.</summary>
    Auditor = 1,
    CaseworkAdministrator = 3,
    Caseworker = 4,
    CaseworkManager = 5,
    TeamManager = 6,
    DeputyHead = 7,
    HeadOfTeam = 9,
    /// <summary>Above the three teams; acts in all of them.</summary>
    HeadOfSection = 10,
}

public static class Grades
{
    extension(Grade grade)
    {
        public string Label => grade switch
        {
            Grade.SystemAdministrator => "System administrator",
            Grade.Auditor => "Auditor",
            Grade.CaseworkAdministrator => "Casework administrator",
            Grade.Caseworker => "Caseworker",
            Grade.CaseworkManager => "Casework manager",
            Grade.TeamManager => "Team manager",
            Grade.DeputyHead => "Deputy head",
            Grade.HeadOfTeam => "Head of team",
            _ => "Head of section",
        };

        /// <summary>One of the six grades of a casework team, or the head of section.</summary>
        public bool DoesCasework => grade >= Grade.CaseworkAdministrator;

        /// <summary>Moves cases between people: team manager and above (contract, "assign to others").</summary>
        public bool AssignsOthers => grade >= Grade.TeamManager;

        /// <summary>Cases can be given to this grade to own.</summary>
        public bool HoldsCases => grade is Grade.Caseworker or Grade.CaseworkManager;

        /// <summary>Sees one person's figures: their line, from team manager up.</summary>
        public bool LeadsPeople => grade >= Grade.TeamManager;

        /// <summary>Assesses the quality of decided cases.</summary>
        public bool AssessesQuality => grade >= Grade.DeputyHead;
    }
}
