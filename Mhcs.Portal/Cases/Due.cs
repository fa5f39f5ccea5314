using System.Globalization;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Ui;

namespace Mhcs.Portal.Cases;

/// <summary>A running date as a chip says it.</summary>
public sealed record Due(Standing Standing, ChipKind Kind, string Words)
{
    /// <param name="on">The day to work to.</param>
    /// <param name="overdueAt">The moment from which it is missed.</param>
    public static Due Of(DateOnly on, DateTimeOffset overdueAt, DateTimeOffset now) => Deadline.StandingOf(on, overdueAt, now) switch
    {
        Standing.Overdue => new(Standing.Overdue, ChipKind.Overdue, $"Overdue by {Late(overdueAt, now)}"),
        Standing.DueToday => new(Standing.DueToday, ChipKind.Today, "Due today"),
        Standing.DueTomorrow => new(Standing.DueTomorrow, ChipKind.Tomorrow, "Due tomorrow"),
        Standing.DueThisWeek => new(Standing.DueThisWeek, ChipKind.Week, $"Due {on.ToString("dddd", CultureInfo.InvariantCulture)}"),
        _ => new(Standing.Later, ChipKind.Later, $"Due {on.ToString(on.Year == London.Day(now).Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture)}"),
    };

    /// <summary>The next date of a file; null where none runs.</summary>
    public static Due? Next(DateOnly? on, DateTimeOffset? overdueAt, DateTimeOffset now) => on is { } day && overdueAt is { } moment ? Of(day, moment, now) : null;

    // A term in days is missed from midnight, so the day after its last is the first day late.
    static string Late(DateTimeOffset overdueAt, DateTimeOffset now)
    {
        var days = London.Day(now).DayNumber - London.Day(overdueAt.AddTicks(-1)).DayNumber;
        return days > 0 ? Count(days, "day") : (now - overdueAt) is { TotalHours: >= 1 } late ? Count((int)late.TotalHours, "hour") : "less than an hour";
    }

    static string Count(int n, string unit) => n == 1 ? $"1 {unit}" : $"{n:N0} {unit}s";
}
