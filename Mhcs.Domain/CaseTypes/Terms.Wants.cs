using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string AskedFor = "the paper is asked for";

    public static readonly Term ChaseCourt = Target("PAP-01", "Chase the court for a paper", Unit.WorkingDays, AskedFor, Administrator);
    public static readonly Term ChasePrison = Target("PAP-02", "Chase the prison for a paper", Unit.WorkingDays, AskedFor, Administrator);
    public static readonly Term ChaseProsecution = Target("PAP-03", "Chase the prosecution for a paper", Unit.WorkingDays, AskedFor, Administrator);
    public static readonly Term ChaseHospital = Target("PAP-04", "Chase the hospital for a paper", Unit.WorkingDays, AskedFor, Administrator);
    public static readonly Term ChaseSupervisorsPapers = Target("PAP-05", "Chase the supervisors for a paper", Unit.WorkingDays, AskedFor, Administrator);

    /// <summary>Each later rung of the ladder, whoever owes the paper.</summary>
    public static readonly Term ChaseAgain = Target("PAP-06", "Chase the paper again", Unit.WorkingDays, "the paper was last chased", Administrator) with
    {
        Repeats = true, Note = "After the second chase the casework manager is told, after the fourth the team manager."
    };
}
