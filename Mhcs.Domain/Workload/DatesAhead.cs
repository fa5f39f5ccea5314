using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.Workload;

/// <summary>How many running dates fall on a day, by what makes them bind.</summary>
public sealed record DatesOn(DateOnly Day, Binding Binding, int Count);

/// <summary>The running dates of the coming working days.</summary>
public static class DatesAhead
{
    public const int WorkingDays = 20;

    /// <summary>Today and the working days after it, up to the last of twenty.</summary>
    public static DateOnly LastDay(DateOnly today, WorkCalendar days) => days.AddWorkingDays(today, WorkingDays - (days.IsWorkingDay(today) ? 1 : 0));

    /// <summary>Counted from files; a date whose day to work to has passed but which can still be met stands today.</summary>
    public static IReadOnlyList<DatesOn> Of(IEnumerable<CaseFile> files, DueBands bands, DateOnly last) =>
    [
        .. from file in files
           where file.IsOpen
           from deadline in file.Deadlines
           where deadline.IsRunning && !deadline.Watch && !deadline.IsPaused && deadline.OverdueAt > bands.Now && deadline.InternalDue <= last
           group deadline by (Day: Max(deadline.InternalDue, bands.Today), deadline.Binding) into g
           orderby g.Key.Day, g.Key.Binding
           select new DatesOn(g.Key.Day, g.Key.Binding, g.Count()),
    ];

    public static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
