using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Quality;

namespace Mhcs.Portal.Dashboards;

/// <summary>Cases opened and closed in a week that begins on this Monday.</summary>
public sealed record WeekFigures(DateOnly Monday, int In, int Out);

/// <summary>How many of a band's cases have a next date that binds so.</summary>
public sealed record BoundBy(DueBand Band, Binding Binding, int Cases);

/// <summary>Something to look at now, from what is on the record: no chance is guessed.</summary>
/// <param name="Person">Set where it is about one person's load, which only their line may read.</param>
public sealed record Warning(string Title, string Words, string Href, PersonId? Person = null, CaseReference? Case = null)
{
    /// <summary>How many it stands for: those of its kind that are not listed are one line with a link.</summary>
    public int Stands { get; init; } = 1;

    /// <summary>The first of a kind, and a line for the rest.</summary>
    public static IEnumerable<Warning> Cut(IEnumerable<Warning> first, int inAll, string kind, string rest)
    {
        var shown = first.Take(Most).ToList();
        return inAll > shown.Count ? shown.Append(new($"{inAll - shown.Count} more {kind}", $"{inAll} in all.", rest) { Stands = inAll - shown.Count }) : shown;
    }

    /// <summary>Of a kind, so many are listed.</summary>
    public const int Most = 3;
}

/// <summary>A team's figures at a moment: now, or the end of a past day.</summary>
/// <param name="Trend">The figures at the end of each of the ten days before, and these.</param>
public sealed record TeamReading(Team Team, DateTimeOffset At, bool IsPast, TeamFigures Figures, IReadOnlyList<TeamFigures> Trend, IReadOnlyList<BoundBy> Bindings,
    DateOnly LastDay, IReadOnlyList<DatesOn> Ahead, IReadOnlyList<WeekFigures> Weeks, TeamQuality Quality, IReadOnlyList<Warning> Warnings)
{
    public DateOnly Today => London.Day(At);
    public TeamFigures Yesterday => Trend[^2];
}
