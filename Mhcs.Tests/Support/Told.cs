using Mhcs.Domain.Cases;

namespace Mhcs.Tests.Support;

/// <summary>What a file is, apart from how it came to be so: to compare one that was kept with one that its events make.</summary>
static class Told
{
    public static object By(CaseFile file) => new
    {
        file.Reference, file.TypeKey, file.StateCode, file.Team, file.PatientNumber, file.AssigneeId, file.ReceivedOn, file.OpenedAt, file.StateSince, file.ClosedAt, Facts = file.Facts.Entries.ToList(),
        file.Restricted, file.Deadlines, file.Notices, file.Papers, file.WantedPapers, file.NextDueOn, file.NextOverdueAt, file.NextRule, file.Weight, file.ParkedUntil, file.StateKind,
    };
}
