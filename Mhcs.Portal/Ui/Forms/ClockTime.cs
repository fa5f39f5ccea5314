using System.Globalization;
using System.Text.RegularExpressions;

namespace Mhcs.Portal.Ui;

/// <summary>A time of day as people write it: "6:20pm", "18:20", "1820", "6pm", "noon".</summary>
public static partial class ClockTime
{
    public static TimeOnly? Read(string typed)
    {
        var word = typed.Trim().ToLowerInvariant();
        if (word is "noon" or "midday") return new TimeOnly(12, 0);
        var match = Pattern().Match(word);
        if (!match.Success) return null;
        var hour = int.Parse(match.Groups["h"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"] is { Success: true } m ? int.Parse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var half = match.Groups["half"] is { Success: true } found ? found.Value[0] : ' ';
        // Without a half of the day, "6" could be either: minutes are asked for.
        if ((half == ' ' && !match.Groups["m"].Success) || (half != ' ' && hour is 0 or > 12)) return null;
        hour = half switch { 'a' => hour % 12, 'p' => (hour % 12) + 12, _ => hour };
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>"6:20pm", as GOV.UK writes it.</summary>
    public static string Words(TimeOnly time) => time.ToString(time.Minute == 0 ? "htt" : "h:mmtt", CultureInfo.GetCultureInfo("en-GB")).ToLowerInvariant();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:[:. ]?(?<m>\d{2}))?\s*(?<half>[ap])?\.?(?:m\.?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Pattern();
}
