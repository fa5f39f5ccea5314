using System.Globalization;

namespace Mhcs.Portal.Ui;

/// <summary>A date as it was typed, in three boxes. Reads it, or says what to mend.</summary>
public sealed record DateParts(string Day = "", string Month = "", string Year = "")
{
    static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static DateParts Of(DateOnly? date) => date is { } d
        ? new(d.Day.ToString(CultureInfo.InvariantCulture), d.Month.ToString(CultureInfo.InvariantCulture), d.Year.ToString("0000", CultureInfo.InvariantCulture))
        : new();

    public bool Blank => (Day + Month + Year).Trim().Length == 0;

    public bool Full => new[] { Day, Month, Year }.All(part => part.Trim().Length > 0);

    /// <summary>The date, or null with the problem; nothing typed is neither.</summary>
    public DateOnly? Read(string label, out string? problem)
    {
        problem = null;
        if (Blank) return null;
        problem = Missing() is { Length: > 0 } missing ? $"{label} must include a {missing}"
            : Year.Trim() is not { Length: 4 } ? $"{label} must have a year of 4 numbers, for example 2026"
            : null;
        if (problem is not null) return null;
        if (Number(Day) is { } day && (Number(Month) ?? Named(Month)) is { } month && Number(Year) is { } year
            && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            return new DateOnly(year, month, day);
        problem = $"{label} must be a real date, for example 27 3 2026";
        return null;
    }

    string Missing() => string.Join(" and ", new[] { ("day", Day), ("month", Month), ("year", Year) }.Where(part => part.Item2.Trim().Length == 0).Select(part => part.Item1));

    static int? Number(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    // "Nov", "nov." and "November" are months too.
    static int? Named(string typed)
    {
        var word = typed.Trim().TrimEnd('.');
        var n = word.Length < 3 ? -1 : Array.FindIndex(British.DateTimeFormat.MonthNames, name => name.StartsWith(word, ignoreCase: true, British));
        return n < 0 ? null : n + 1;
    }
}
