using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Quality;

/// <summary>A decided case that can be drawn: the last decision taken on it in a period, and everyone who took a step on it.</summary>
/// <param name="DecidedBy">Who took the decision.</param>
/// <param name="Caseworker">Who holds the case; the one who decided where nobody does.</param>
/// <param name="WorkedBy">Everyone who took a step on the case or stood behind one: none of them may assess it.</param>
public sealed record DecidedCase(CaseReference Reference, string Type, string Decision, PersonId DecidedBy, DateTimeOffset DecidedAt, PersonId Caseworker, IReadOnlyList<PersonId> WorkedBy)
{
    /// <param name="steps">Every step of the case, in order.</param>
    /// <returns>Null where nobody decided anything in the period.</returns>
    public static DecidedCase? Of(CaseReference reference, CaseType type, PersonId? holder, IReadOnlyList<StepTaken> steps, DateTimeOffset from, DateTimeOffset before)
    {
        if (steps.LastOrDefault(s => s.At >= from && s.At < before && IsDecision(type, s)) is not { } last) return null;
        return new(reference, type.Key, last.Label, last.By, last.At, holder ?? last.By, [.. steps.SelectMany(s => new[] { s.By, s.ActingFor }).OfType<PersonId>().Where(p => p != PersonId.Clock).Distinct()]);
    }

    static bool IsDecision(CaseType type, StepTaken taken) =>
        type.Moves.FirstOrDefault(m => m.From.Code == taken.From && m.Step.Code == taken.Step && m.To.Code == taken.To) is { By.IsDecision: true };
}
