namespace Mhcs.Domain.Deadlines;

/// <summary>How often a task or a brought-forward comes again once it is done.</summary>
public enum Recurrence { Weekly, Fortnightly, Monthly, Quarterly }

public static class Recurrences
{
    extension(Recurrence every)
    {
        public string Label => every switch
        {
            Recurrence.Weekly => "Every week",
            Recurrence.Fortnightly => "Every two weeks",
            Recurrence.Monthly => "Every month",
            _ => "Every three months",
        };

        /// <summary>The next day after today, counted from the day that was planned, so that the rhythm doesn't drift.</summary>
        public DateOnly Next(DateOnly planned, DateOnly today)
        {
            for (var n = 1; ; n++)
            {
                var day = every switch
                {
                    Recurrence.Weekly => planned.AddDays(7 * n),
                    Recurrence.Fortnightly => planned.AddDays(14 * n),
                    Recurrence.Monthly => planned.AddMonths(n),
                    _ => planned.AddMonths(3 * n),
                };
                if (day > today) return day;
            }
        }
    }
}
