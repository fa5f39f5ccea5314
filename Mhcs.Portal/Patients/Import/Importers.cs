using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Patients.Import;

/// <summary>Who may import, and for which team (contract, "import"): administrators and team managers for their own, the head of section for all.</summary>
public static class Importers
{
    public static bool MayImport(Actor actor) => actor.IsTheClock || actor.Posts.Any(p => Import(p.Grade));

    public static RowError? Refusal(Occasion? on) => on is not null && MayImport(on.By) ? null
        : new(0, null, "not-entitled", "Imports are made by casework administrators, team managers and the head of section. Ask one of them.");

    /// <summary>Whether a row of this team is theirs to import. The program itself, run by an operator, imports for all.</summary>
    public static bool MayImportFor(Actor actor, string team) => actor.IsTheClock || actor.Posts.Any(p => Import(p.Grade) && (p.Grade == Grade.HeadOfSection || p.Team == team));

    /// <summary>Whether people of this grade import at all.</summary>
    public static bool Import(Grade grade) => grade is Grade.CaseworkAdministrator or Grade.TeamManager or Grade.HeadOfSection;
}
