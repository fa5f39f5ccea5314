using System.Globalization;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases;

/// <summary>Recorded values as people read them: "27 November 2026", "6:20pm on 27 November 2026".</summary>
public static class FactWords
{
    static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>"6:20pm", in London.</summary>
    public static string Time(DateTimeOffset at) => London.Words(TimeOnly.FromDateTime(London.WallClock(at).DateTime));

    public static string Moment(DateTimeOffset at) => $"{Time(at)} on {Day(London.Day(at))}";

    public static string Of(Fact fact, string value) => (fact.Kind, FactSheet.Of([new(fact.Key, value)])) switch
    {
        (FactKind.Date, var sheet) when sheet.Date(fact) is { } day => Day(day),
        (FactKind.DateTime, var sheet) when sheet.Instant(fact) is { } at => Moment(at),
        (FactKind.Confirmation, _) => "Confirmed",
        _ => value,
    };
}
