using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Every kind of casework the portal runs. A new one is a new file and one name here.</summary>
public static class AllCaseTypes
{
    public static IReadOnlyList<CaseType> All { get; } = [Recall.Type, PrisonTransfer.Type, HospitalTransfer.Type, Remission.Type, ConditionalDischarge.Type, Leave.Type, Tribunal.Type, UnauthorisedAbsence.Type, HighProfileAssessment.Type,
        Death.Type, EndOfRestriction.Type, AnnualReport.Type, Letter.Type, Question.Type, Submission.Type, Litigation.Type, InformationRequest.Type, VictimLiaison.Type];

    /// <summary>What comes in from outside and may be about nobody: letters, questions, submissions, litigation, requests.</summary>
    public static IReadOnlyList<CaseType> Correspondence { get; } = [.. All.Where(t => !t.ConcernsAPatient)];

    /// <summary>Those whose cases stand in lists, on boards and in imports: all but the protected ones.</summary>
    public static IReadOnlyList<CaseType> Listed { get; } = [.. All.Where(t => !t.IsProtected)];

    public static CaseType? Find(string? key) => All.FirstOrDefault(t => t.Key == key);

    public static CaseType Get(string key) => Find(key) ?? throw new ArgumentException($"There is no case type '{key}'", nameof(key));
}
