using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Boards;

/// <summary>What happened to a case, in the few words of the morning.</summary>
static class MorningWords
{
    /// <summary>The kinds of event that are news.</summary>
    public static readonly string[] Kinds = [nameof(CaseOpened), nameof(CaseAssigned), nameof(StepTaken), nameof(DeadlineMissed), nameof(DeadlineMoved), nameof(BroughtBack), nameof(DocumentAdded), nameof(FactsRecorded)];

    public static string? Of(CaseEvent happened, IReadOnlyDictionary<PersonId, Person> people) => happened switch
    {
        CaseOpened e => e.By == PersonId.Clock ? "Opened by itself" : $"Opened by {Who(e.By, people)}",
        CaseAssigned { To: { } to } => $"Given to {Who(to, people)}",
        CaseAssigned => "Put back among the unassigned",
        StepTaken e => e.By == PersonId.Clock ? $"By itself: {e.Label}" : $"{e.Label}, {Who(e.By, people)}",
        DeadlineMissed e => $"Overdue: {e.Name}",
        DeadlineMoved e => $"Date moved: {e.Why}",
        BroughtBack => "Back again after it was brought forward",
        DocumentAdded e => $"Document added, {Who(e.By, people)}",
        FactsRecorded e => $"Record corrected, {Who(e.By, people)}",
        _ => null,
    };

    static string Who(PersonId id, IReadOnlyDictionary<PersonId, Person> people) => people.GetValueOrDefault(id)?.Name ?? "somebody";
}
