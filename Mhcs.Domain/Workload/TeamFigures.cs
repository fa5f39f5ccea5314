using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Workload;

/// <summary>Open cases that are alike in owner, kind of state, next date and age.</summary>
/// <param name="Weight">Their load points together.</param>
/// <param name="Oldest">First day of receipt among them.</param>
/// <param name="Since">The earliest moment since which one has been in its state.</param>
public sealed record WorkGroup(PersonId? Owner, StateKind Kind, DueBand Due, AgeBand Age, int Cases, int Weight, DateOnly Oldest, DateTimeOffset Since);

/// <summary>One person's share of the team's work.</summary>
public sealed record PersonFigures(int Open, int Points, int Overdue, int ThisWeek, int Deciding);

/// <summary>What a team's open cases come to at a moment. The store counts the groups in SQL; <see cref="Recount"/> counts them again from files that events made, for any moment in the past.</summary>
public sealed record TeamFigures(IReadOnlyList<WorkGroup> Groups)
{
    public int Open => Sum(_ => true);
    public int Unassigned => Sum(g => g.Owner is null);
    public int DueToday => Sum(g => g.Due == DueBand.Today);
    public int Overdue => Sum(g => g.Due == DueBand.Overdue);
    /// <summary>Cases that wait for a decision of ours.</summary>
    public int Deciding => Sum(g => g.Kind == StateKind.Deciding);
    public int Points => Groups.Sum(g => g.Weight);

    /// <summary>First day of receipt among the unassigned.</summary>
    public DateOnly? OldestUnassigned => Groups.Where(g => g.Owner is null).Select(g => (DateOnly?)g.Oldest).Min();
    /// <summary>The earliest moment since which a decision has been waiting.</summary>
    public DateTimeOffset? DecidingSince => Groups.Where(g => g.Kind == StateKind.Deciding).Select(g => (DateTimeOffset?)g.Since).Min();

    public int OfAge(AgeBand band) => Sum(g => g.Age == band);

    public PersonFigures Of(PersonId person)
    {
        var own = new TeamFigures([.. Groups.Where(g => g.Owner == person)]);
        return new(own.Open, own.Points, own.Overdue, own.Sum(g => g.Due is DueBand.Today or DueBand.Week), own.Deciding);
    }

    public static TeamFigures Recount(IEnumerable<CaseFile> files, DueBands bands) => new(
    [
        .. from file in files
           where file.IsOpen
           group file by (file.AssigneeId, file.StateKind, Due: bands.Of(file.NextDueOn, file.NextOverdueAt), Age: AgeBands.Of(file.ReceivedOn, bands.Today)) into g
           select new WorkGroup(g.Key.AssigneeId, g.Key.StateKind, g.Key.Due, g.Key.Age, g.Count(), g.Sum(f => f.Weight), g.Min(f => f.ReceivedOn), g.Min(f => f.StateSince)),
    ]);

    int Sum(Func<WorkGroup, bool> where) => Groups.Where(where).Sum(g => g.Cases);
}
