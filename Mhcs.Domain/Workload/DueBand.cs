using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Workload;

/// <summary>How near the next date of a case is. Each open case falls into exactly one, so the counts add up to the whole.</summary>
public enum DueBand { Overdue, Today, Week, Month, Later, None }

/// <summary>The edges of the bands at a moment; lists and dashboards count by the same ones.</summary>
public sealed record DueBands(DateTimeOffset Now)
{
    public DateOnly Today { get; } = London.Day(Now);
    /// <summary>The Sunday that ends this week.</summary>
    public DateOnly EndOfWeek { get; } = London.Day(Now).AddDays((7 - (int)London.Day(Now).DayOfWeek) % 7);
    public DateOnly EndOfMonth { get; } = new DateOnly(London.Day(Now).Year, London.Day(Now).Month, 1).AddMonths(1).AddDays(-1);

    /// <param name="due">The day to work to.</param>
    /// <param name="overdueAt">The moment from which it is missed.</param>
    public DueBand Of(DateOnly? due, DateTimeOffset? overdueAt) =>
        overdueAt <= Now ? DueBand.Overdue
        : due <= Today ? DueBand.Today
        : due <= EndOfWeek ? DueBand.Week
        : due <= EndOfMonth ? DueBand.Month
        : due is not null ? DueBand.Later
        : DueBand.None;
}

public static class DueBandWords
{
    extension(DueBand band)
    {
        public string Label => band switch
        {
            DueBand.Overdue => "Overdue",
            DueBand.Today => "Due today",
            DueBand.Week => "Due this week",
            DueBand.Month => "Later this month",
            DueBand.Later => "After this month",
            _ => "No date",
        };
    }
}
