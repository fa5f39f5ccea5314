using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The headings of conditions of discharge (s42(2), s73), each with the fact that words it.</summary>
public static class DischargeConditions
{
    public static IReadOnlyList<(string Heading, Fact Fact)> Headings { get; } =
    [
        ("Residence", Facts.ConditionResidence), ("Treatment", Facts.ConditionTreatment), ("Supervision", Facts.ConditionSupervision),
        ("Illicit substances", Facts.ConditionSubstances), ("Victims", Facts.ConditionVictims), (DischargeCondition.Liberty, Facts.ConditionLiberty),
    ];

    /// <summary>What is in force on the patient's record under the heading that a fact words; null for every other fact. A change begins with the whole set, so that what is left alone stays.</summary>
    public static string? InForce(Patient patient, Fact fact)
    {
        var heading = Headings.FirstOrDefault(h => h.Fact.Key == fact.Key).Heading;
        return string.Join('\n', patient.ConditionsInForce.Where(c => Is(c, heading)).Select(c => c.Text)) is { Length: > 0 } words ? words : null;
    }

    /// <summary>Conditions in force under headings that no question asks about, as an import may bring them: no answer ends them.</summary>
    internal static IEnumerable<ConditionText> Others(Patient patient) =>
        patient.ConditionsInForce.Where(c => !Headings.Any(h => Is(c, h.Heading))).Select(c => new ConditionText(c.Heading, c.Text));

    static bool Is(DischargeCondition condition, string? heading) => condition.Heading.Equals(heading, StringComparison.OrdinalIgnoreCase);
}
