using System.Text.RegularExpressions;

namespace Mhcs.Domain.Workflow;

/// <summary>Something a person can do to a case, worded as the button says it. The code is what the API and the record carry.</summary>
public sealed partial record Step(string Code, string Label)
{
    /// <summary>High-consequence steps (warrants, discharges, letters) show a check-answers page before they are taken.</summary>
    public bool ChecksAnswers { get; init; }

    public static Step Called(string label, string? code = null) => new(code ?? Slug(label), label);

    /// <summary>A step of high consequence: its answers are shown again before it is taken.</summary>
    public static Step Grave(string label, string? code = null) => Called(label, code) with { ChecksAnswers = true };

    public override string ToString() => Label;

    static string Slug(string label) => NotLetters().Replace(label.ToLowerInvariant().Replace("’", "", StringComparison.Ordinal), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotLetters();
}
