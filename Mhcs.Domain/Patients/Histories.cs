namespace Mhcs.Domain.Patients;

/// <summary>A stretch of legal status; <paramref name="To"/> is the day the next one began, null while it lasts.</summary>
public sealed record LegalStatus(LegalCategory Category, DateOnly From, DateOnly? To, string? Note);

/// <summary>A stay in a hospital; <paramref name="Security"/> is High, Medium, Low or Non-secure.</summary>
public sealed record Admission(string Hospital, string? Ward, string? Security, DateOnly From, DateOnly? To);

/// <summary>A condition of discharge under s42(2) or s73, with the usual headings: residence, treatment, supervision, illicit substances, victims, liberty.</summary>
public sealed record DischargeCondition(string Heading, string Text, DateOnly From, DateOnly? To)
{
    /// <summary>The heading of conditions that deprive of liberty (s42(2A), s73(2)(c)).</summary>
    public const string Liberty = "Liberty";

    /// <summary>The history once this set is decided: what binds on its day and stays the same goes on, all else ends then; a set that was to start later never does.</summary>
    internal static IReadOnlyList<DischargeCondition> After(IReadOnlyList<DischargeCondition> earlier, IReadOnlyList<DischargeCondition> binding, ConditionsSet set)
    {
        var kept = binding.Where(o => set.Conditions.Contains(new(o.Heading, o.Text))).ToList();
        return
        [
            .. earlier.Select(o => kept.Contains(o) ? o with { To = null } : o.To <= set.On ? o : o with { To = set.On }),
            .. set.Conditions.Where(n => !kept.Any(k => k.Heading == n.Heading && k.Text == n.Text)).Select(n => new DischargeCondition(n.Heading, n.Text, set.On, null)),
        ];
    }
}

/// <summary>Who answers for the patient: responsible clinician, clinical supervisor, social supervisor, solicitor.</summary>
public sealed record Supervisor(string Post, string Name, string Organisation, DateOnly From, DateOnly? To)
{
    public const string Clinician = "Responsible clinician", Clinical = "Clinical supervisor", Social = "Social supervisor";

    /// <summary>The posts that a legal position calls for and nobody holds. A responsible clinician who stays on after the discharge is the clinical supervisor.</summary>
    public static IReadOnlyList<string> Empty(LegalCategory category, IReadOnlyList<string> held) =>
        [.. Needed(category).Where(post => !held.Contains(post) && !(post == Clinical && held.Contains(Clinician)))];

    static string[] Needed(LegalCategory category) => category switch
    {
        { IsConditionallyDischarged: true } => [Clinical, Social],
        { IsDetained: true } => [Clinician],
        _ => [],
    };
}
