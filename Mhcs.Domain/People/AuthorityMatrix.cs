using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.People;

/// <summary>Who decides what: the level a decision needs (domain notes, section 4.3). Data, from seed-data/authority-matrix.csv.</summary>
public sealed record AuthorityMatrix(IReadOnlyDictionary<string, AuthorityLevel> Levels)
{
    public static AuthorityMatrix Empty { get; } = new(new Dictionary<string, AuthorityLevel>());

    /// <summary>The grade needed for a decision on this very file: the matrix, raised where the patient is high profile.</summary>
    public Grade LevelFor(Authority authority, CaseFile file)
    {
        var level = Levels.GetValueOrDefault(authority.Key) ?? new AuthorityLevel(authority.Default, authority.Default, "built in");
        var needed = file.HighProfile ? level.HighProfile : level.Level;
        return authority.IsDecision && needed < Grade.Caseworker ? Grade.Caseworker : needed;
    }
}

/// <param name="Level">Grade for an ordinary case.</param>
/// <param name="HighProfile">Grade where the patient is high profile (case uplift).</param>
/// <param name="Basis">Where the level comes from; "assumed" where no source gives it.</param>
public sealed record AuthorityLevel(Grade Level, Grade HighProfile, string Basis);
