namespace Mhcs.Portal.Cases.Diagram;

/// <summary>A length of time in the two units that matter: "35 min", "5 h 20 min", "3 d 23 h", "71 d".</summary>
public static class Lasting
{
    public static string Words(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => "under 1 min",
        { TotalHours: < 1 } => $"{time.Minutes} min",
        { TotalDays: < 1 } => time.Minutes == 0 ? $"{time.Hours} h" : $"{time.Hours} h {time.Minutes} min",
        { TotalDays: < 10 } => time.Hours == 0 ? $"{time.Days} d" : $"{time.Days} d {time.Hours} h",
        _ => $"{time.Days} d",
    };
}
