using Mhcs.Domain.Deadlines;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Moments at which somebody sits at a desk in London.</summary>
sealed class OfficeHours(WorkCalendar days, Dice dice)
{
    public DateTimeOffset On(DateOnly day) => London.At(days.OnOrAfter(day), new TimeOnly(9, 0).AddMinutes(dice.Below(450))).ToUniversalTime();

    /// <summary>A moment on this day, but later than the one before; past closing time, the next morning.</summary>
    public DateTimeOffset After(DateTimeOffset last, DateOnly day)
    {
        if (On(day) is var at && at > last) return at;
        var soon = last.AddMinutes(dice.Between(5, 70));
        return London.WallClock(soon).Hour < 18 && days.IsWorkingDay(London.Day(soon)) ? soon : On(London.Day(last).AddDays(1));
    }
}
