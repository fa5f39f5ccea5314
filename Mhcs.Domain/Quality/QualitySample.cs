using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Quality;

/// <summary>A sample of a team's decided cases. Its frame and its seed are on the record, so that it can be drawn again and compared.</summary>
public sealed class QualitySample
{
    public int Id { get; init; }
    public required string Team { get; init; }
    public required PersonId DrawnBy { get; init; }
    public required DateTimeOffset DrawnAt { get; init; }
    /// <summary>First and last day of the decisions it is drawn from.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required long Seed { get; init; }
    /// <summary>References of every case that could have been drawn.</summary>
    public required IReadOnlyList<string> Frame { get; init; }
    public List<Assessment> Assessments { get; } = [];

    /// <summary>Draws a sample of decided cases for assessment. Refuses with every fault.</summary>
    public static QualitySample Draw(string team, DateOnly from, DateOnly to, int number, long seed, IReadOnlyList<DecidedCase> frame, Occasion on)
    {
        List<Refusal> faults = [];
        if (!on.By.Posts.Any(p => p.Grade.AssessesQuality && (p.Grade == Grade.HeadOfSection || p.Team == team))) throw new RuleBroken(new Refusal("not-entitled", "A deputy head or above of the team draws its samples"));
        if (to > on.Today) faults.Add(new("invalid", "The last day must be today or in the past", "to"));
        if (from > to) faults.Add(new("invalid", "The first day must not be after the last day", "from"));
        if (number is < 1 or > Sampling.Most) faults.Add(new("invalid", $"The number of cases must be between 1 and {Sampling.Most}", "number"));
        if (faults.Count == 0 && frame.Count == 0) faults.Add(new("rule", "No case of the team was decided in these days that is not sampled already. Choose a longer period", "from"));
        if (faults.Count > 0) throw new RuleBroken(faults);

        var sample = new QualitySample { Team = team, DrawnBy = on.By.Id, DrawnAt = on.At, From = from, To = to, Seed = seed, Frame = [.. frame.Select(c => c.Reference.Value).Order(StringComparer.Ordinal)] };
        sample.Assessments.AddRange(Sampling.Draw(frame, number, seed).Select(c => new Assessment
        {
            Team = team, Reference = c.Reference, Type = c.Type, Decision = c.Decision, DecidedBy = c.DecidedBy, DecidedAt = c.DecidedAt, Caseworker = c.Caseworker, WorkedBy = c.WorkedBy,
        }));
        return sample;
    }
}
