namespace Mhcs.Domain.Workload;

/// <summary>How long ago an open case was received.</summary>
public enum AgeBand { Under4, From4, From8, From13, From26, Over52 }

public static class AgeBands
{
    /// <summary>Full weeks at which each band but the first begins.</summary>
    static readonly int[] Weeks = [4, 8, 13, 26, 52];

    public static IReadOnlyList<AgeBand> All { get; } = Enum.GetValues<AgeBand>();

    /// <summary>The last day of receipt that is already in the band, seen from a day: received on it or before.</summary>
    public static DateOnly Starts(AgeBand band, DateOnly today) => today.AddDays(-7 * Weeks[(int)band - 1]);

    public static AgeBand Of(DateOnly received, DateOnly today) => (AgeBand)Weeks.Count(weeks => received <= today.AddDays(-7 * weeks));

    extension(AgeBand band)
    {
        public string Label => band switch
        {
            AgeBand.Under4 => "Under 4 weeks",
            AgeBand.From4 => "4 to 8 weeks",
            AgeBand.From8 => "8 to 13 weeks",
            AgeBand.From13 => "13 to 26 weeks",
            AgeBand.From26 => "26 to 52 weeks",
            _ => "Over 52 weeks",
        };
    }
}
