namespace Mhcs.Domain.Deadlines;

/// <summary>A day that is no working day, why, and how we know: bank holidays are data, because of one-off days.</summary>
public sealed record Holiday(DateOnly Date, string Division, string Name, string Provenance = "");

/// <summary>Working days of one place: every day but Saturdays, Sundays and the holidays. It answers only for years it has data for.</summary>
public sealed record WorkCalendar(string Name, IReadOnlyDictionary<DateOnly, Holiday> Holidays, IReadOnlySet<int> Years)
{
    public bool CoversYear(int year) => Years.Contains(year);

    public string? HolidayName(DateOnly day) => Holidays.TryGetValue(day, out var holiday) ? holiday.Name : null;

    public bool IsWorkingDay(DateOnly day) =>
        CoversYear(day.Year) ? !IsWeekend(day) && !Holidays.ContainsKey(day)
        : throw new CannotCountException($"The bank holidays of {day.Year} aren't loaded for {Name}. Add them to the bank holidays before counting working days in that year.");

    /// <summary>As <see cref="IsWorkingDay"/>, but a year without bank holidays is judged by its weekends. Only where the answer is told with that caution.</summary>
    internal bool IsLikelyWorkingDay(DateOnly day) => CoversYear(day.Year) ? IsWorkingDay(day) : !IsWeekend(day);

    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The nth working day after the day, or before it where n is negative. The day itself never counts.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count, Func<DateOnly, bool>? skip = null)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
            if (IsWorkingDay(day = day.AddDays(step)) && skip?.Invoke(day) is not true) left--;
        return day;
    }

    /// <summary>Working days after the first day, up to and including the last.</summary>
    public int WorkingDaysBetween(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
