using Mhcs.Domain.CaseTypes;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>First and last days of leave that is agreed.</summary>
sealed class LeaveSource : IDiarySource
{
    static readonly string[] Types = [Leave.Type.Key], Agreed = ["InForce", "Suspended"];

    public async Task<IReadOnlyList<DiaryItem>> Read(DiaryAsk ask, CancellationToken ct = default)
    {
        var files = await HearingsSource.FilesWith(ask, Types).Where(c => Agreed.Contains(c.StateCode)).Select(c => new { c.Reference, c.StateCode, c.Facts, c.AssigneeId, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).ToListAsync(ct);
        return [.. from c in files
                   from edge in new[] { (Day: c.Facts.Date(Facts.LeaveFrom), What: "starts"), (Day: c.Facts.Date(Facts.LeaveUntil), What: "ends") }
                   let day = edge.Day ?? DateOnly.MinValue
                   where day >= ask.From && day <= ask.To
                   select new DiaryItem($"{c.Reference}-{edge.What}", DiaryKind.Leave, day, $"{c.Reference} Leave {edge.What}", $"/cases/{c.Reference}", c.AssigneeId is { } whose ? [whose] : [])
                   {
                       Patient = c.Patient, More = c.StateCode == "Suspended" ? $"{c.Facts.Text(Facts.LeaveKind)}, suspended" : c.Facts.Text(Facts.LeaveKind),
                   }];
    }
}
