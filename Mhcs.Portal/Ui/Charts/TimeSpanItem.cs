namespace Mhcs.Portal.Ui;

/// <summary>One stretch of time in a picture over years.</summary>
/// <param name="To">The last day, or null when it still runs.</param>
public sealed record TimeSpanItem(DateOnly From, DateOnly? To, string Words, ChartTone Tone = ChartTone.Strong)
{
    internal string[] Cells() => [Words, Day(From), To is { } to ? Day(to) : "Still running"];

    static string Day(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));
}
