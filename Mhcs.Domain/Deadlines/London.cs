using static System.Globalization.CultureInfo;

namespace Mhcs.Domain.Deadlines;

/// <summary>Days and hours as people in the office read them. Times are stored in UTC and counted and shown in Europe/London.</summary>
public static class London
{
    static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(WallClock(at).DateTime);

    public static DateTimeOffset WallClock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The moment a London clock shows this. An hour the clocks skip becomes the hour after it; an hour they repeat is its first pass.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        if (Zone.IsInvalidTime(wall)) wall = wall.AddHours(1);
        return new(wall, Zone.IsAmbiguousTime(wall) ? Zone.GetAmbiguousTimeOffsets(wall).Max() : Zone.GetUtcOffset(wall));
    }

    /// <summary>"Tuesday 1 December 2026".</summary>
    public static string Words(DateOnly day) => day.ToString("dddd d MMMM yyyy", InvariantCulture);

    /// <summary>"6:20pm", "9am", "midday", "midnight".</summary>
    public static string Words(TimeOnly time) => (time.Hour, time.Minute) switch
    {
        (0, 0) => "midnight",
        (12, 0) => "midday",
        (_, 0) => time.ToString("htt", InvariantCulture).ToLowerInvariant(),
        _ => time.ToString("h:mmtt", InvariantCulture).ToLowerInvariant()
    };

    /// <summary>"6:20pm on Tuesday 1 December 2026".</summary>
    public static string Words(DateTimeOffset at) => $"{Words(TimeOnly.FromDateTime(WallClock(at).DateTime))} on {Words(Day(at))}";
}
