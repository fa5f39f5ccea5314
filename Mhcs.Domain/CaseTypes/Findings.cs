using System.Globalization;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>What a step records by itself, from its answers.</summary>
static class Findings
{
    /// <summary>A report with a red answer is a concern whose source and day are known, so that nobody writes them again: a recall begins with them.</summary>
    public static readonly IReadOnlyList<Finding> ConcernOfReport =
    [
        new(Facts.ConcernSource, _ => "Supervisors’ report"),
        new(Facts.ConcernAt, s => s.Facts.Date(Facts.ReportReceivedOn) is { } day ? London.At(day, TimeOnly.MinValue).UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : null),
        new(Facts.Concern, s => Within(Facts.Concern, $"Red in the supervisors’ report: {string.Join("; ", Red(s))}. {s.Facts.Text(Facts.ReportReading)}")),
    ];

    /// <summary>A review of a voluntary admission by whose answers it can’t simply go on.</summary>
    public static readonly IReadOnlyList<Finding> ConcernOfReview =
    [
        new(Facts.ConcernSource, _ => "Someone else"),
        new(Facts.ConcernAt, s => s.On.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
        new(Facts.Concern, s => Within(Facts.Concern, $"Review of the voluntary admission: {string.Join("; ", Against(s))}. {s.Facts.Text(Facts.DecisionReasons)}")),
    ];

    static IEnumerable<string> Against(Situation s) => new[]
    {
        s.Facts.IsYes(Facts.StillConsents) ? null : "consent no longer stands", s.Facts.IsYes(Facts.RiskRisen) ? "the risk has risen" : null, s.Facts.IsYes(Facts.RecallNeeded) ? "recall is needed" : null,
    }.OfType<string>();

    /// <summary>The date that is counted to instead.</summary>
    public static readonly IReadOnlyList<Finding> LaterReleaseDate = [new(Facts.ReleaseDate, s => Rules.LaterReleaseDate(s)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    static IEnumerable<string> Red(Situation s) => Facts.Signs.Where(sign => s.Facts.IsYes(sign.Asked)).Select(sign => sign.Words.ToLowerInvariant());

    static string Within(Fact fact, string words) => words.Length <= fact.MaxLength ? words : words[..fact.MaxLength];
}
