using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases;

/// <summary>A question that two people answered at once: what the other recorded, and what this one typed.</summary>
public sealed record Contested(Fact Fact, RecordedFact Theirs, string? Mine);

/// <summary>Puts a form and what others recorded meanwhile together, field by field: what only one of them touched stays as that one left it.</summary>
public static class FieldMerge
{
    /// <summary>The questions that both answered, differently.</summary>
    /// <param name="seen">The facts as the form was filled from them.</param>
    /// <param name="now">The facts as they are.</param>
    /// <param name="touched">Whether this person has answered the question on the form.</param>
    public static IReadOnlyList<Contested> Both(IEnumerable<Fact> asked, FactSheet seen, FactSheet now, Func<Fact, bool> touched, Answers answers) =>
        [.. asked.Where(f => now.Has(f) && now.Text(f) != seen.Text(f) && touched(f) && answers[f.Key] != now.Text(f)).Select(f => new Contested(f, now.Entry(f)!, answers[f.Key]))];
}
