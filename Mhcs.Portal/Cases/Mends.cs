using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases;

/// <summary>Where each unmet condition is mended.</summary>
public static class Mends
{
    /// <summary>Null where nothing can be mended, or only in a case that this person doesn't see.</summary>
    public static string? Href(CaseView view, Mend? mend) => mend is { Kind: MendKind.OtherCase, Key: var other } ? view.OtherCases.Contains(other) ? $"/cases/{other}#steps" : null : Href(view.File, mend);

    static string? Href(CaseFile file, Mend? mend) => mend switch
    {
        null => null,
        { Kind: MendKind.RecordFact } => Fact(file.Reference, mend.Key),
        { Kind: MendKind.TakeStep } => Step(file.Reference, mend.Key),
        { Kind: MendKind.AssignOwner } => $"/cases/{file.Reference}?open=owner",
        { Kind: MendKind.SendNotices } => $"/cases/{file.Reference}#notices",
        { Kind: MendKind.IssuePapers } => $"/cases/{file.Reference}#papers",
        { Kind: MendKind.GetPaper } => PaperFrom(file.Reference, mend.Key),
        { Kind: MendKind.AnswerTasks } => $"/cases/{file.Reference}#tasks",
        { Kind: MendKind.ReadGuidance } => $"/guidance/{mend.Key}",
        _ => file.PatientNumber is { } number ? $"/patients/{number}" : null,
    };

    public static string Fact(CaseReference reference, string key) => $"/cases/{reference}/facts/{key}";
    public static string Step(CaseReference reference, string code) => $"/cases/{reference}/steps/{code}";
    public static string PaperFrom(CaseReference reference, string key) => $"/cases/{reference}?open=paper&paper={key}#wanted";
    public static string Paper(CaseReference reference, int number) => $"/cases/{reference}/papers/{number}";
}
