using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Ui;

namespace Mhcs.Portal.Cases;

/// <summary>The words of a date chip: "Overdue by 2 days", "Due today", "Due Friday", "Due 14 December".</summary>
public static class DueWords
{
    /// <param name="due">The day to work to.</param>
    /// <param name="overdueAt">The moment from which it is missed.</param>
    public static (ChipKind Kind, string Words)? Of(DateOnly? due, DateTimeOffset? overdueAt, DateTimeOffset now) => (due, overdueAt) switch
    {
        ({ } day, { } moment) => Chip(day, moment, now),
        (null, { } moment) when moment <= now => (ChipKind.Overdue, "Date passed"),
        _ => null,
    };

    static (ChipKind, string) Chip(DateOnly due, DateTimeOffset overdueAt, DateTimeOffset now)
    {
        var today = London.Day(now);
        return Deadline.StandingOf(due, overdueAt, now) switch
        {
            Standing.Overdue => (ChipKind.Overdue, OverdueBy(today.DayNumber - due.DayNumber)),
            Standing.DueToday => (ChipKind.Today, "Due today"),
            Standing.DueTomorrow => (ChipKind.Tomorrow, "Due tomorrow"),
            Standing.DueThisWeek => (ChipKind.Week, $"Due {due:dddd}"),
            _ => (ChipKind.Later, due.Year == today.Year ? $"Due {due:d MMMM}" : $"Due {due:d MMMM yyyy}"),
        };
    }

    static string OverdueBy(int days) => days switch { <= 0 => "Overdue since today", 1 => "Overdue by 1 day", _ => $"Overdue by {days} days" };
}
