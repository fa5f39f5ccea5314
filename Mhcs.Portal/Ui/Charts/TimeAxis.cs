namespace Mhcs.Portal.Ui;

/// <summary>Years along the width of a picture of 1360: the first 112 are for the names of rows.</summary>
sealed record TimeAxis(DateOnly From, DateOnly To)
{
    public const double Left = 112, Right = 1352;

    /// <summary>From the first of January of the first year to the end of the last.</summary>
    public static TimeAxis Years(DateOnly from, DateOnly to) => new(new(from.Year, 1, 1), new DateOnly(to.Year, 12, 31));

    public double X(DateOnly day) => Left + ((Right - Left) * Math.Clamp((day.DayNumber - From.DayNumber) / (double)Math.Max(1, To.DayNumber - From.DayNumber), 0, 1));

    /// <summary>Where a line stands, with its year: all of them, or every second or fifth when they are many.</summary>
    public IEnumerable<(double X, string Year)> Lines()
    {
        var years = To.Year - From.Year + 1;
        var step = years > 60 ? 10 : years > 30 ? 5 : years > 18 ? 2 : 1;
        for (var year = From.Year; year <= To.Year; year += step)
            yield return (X(new(year, 1, 1)), year.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
