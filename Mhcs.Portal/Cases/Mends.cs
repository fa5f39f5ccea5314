using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases;

/// <summary>Where each unmet condition is mended.</summary>
public static class Mends
{
    public static string? Href(CaseFile file, Mend? mend) => mend switch
    {
        null => null,
        { Kind: MendKind.RecordFact } => Fact(file.Reference, mend.Key),
        { Kind: MendKind.TakeStep } => Step(file.Reference, mend.Key),
        { Kind: MendKind.AssignOwner } => $"/cases/{file.Reference}?open=owner",
        { Kind: MendKind.SendNotices } => $"/cases/{file.Reference}#notices",
        { Kind: MendKind.IssuePapers } => $"/cases/{file.Reference}#papers",
        { Kind: MendKind.OtherCase } => $"/cases/{mend.Key}#steps",
        _ => file.PatientNumber is { } number ? $"/patients/{number}" : null,
    };

    public static string Fact(CaseReference reference, string key) => $"/cases/{reference}/facts/{key}";
    public static string Step(CaseReference reference, string code) => $"/cases/{reference}/steps/{code}";
    public static string Paper(CaseReference reference, int number) => $"/cases/{reference}/papers/{number}";
}
