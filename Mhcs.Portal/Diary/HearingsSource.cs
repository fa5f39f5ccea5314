using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>Hearings of cases before the tribunal, on their listed day.</summary>
sealed class HearingsSource : IDiarySource
{
    // Where a type of case records the hearing it waits for.
    static readonly string[] Heard = [.. AllCaseTypes.All.Where(t => t.AllFacts.Contains(Facts.HearingOn)).Select(t => t.Key)];

    public async Task<IReadOnlyList<DiaryItem>> Read(DiaryAsk ask, CancellationToken ct = default)
    {
        var files = await FilesWith(ask, Heard).Select(c => new { c.Reference, c.TypeKey, c.StateCode, c.Facts, c.AssigneeId, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).ToListAsync(ct);
        return [.. from c in files
                   let day = c.Facts.Date(Facts.HearingOn)
                   where day >= ask.From && day <= ask.To
                   select new DiaryItem($"{c.Reference}-hearing", DiaryKind.Hearing, day.Value, $"{c.Reference} Tribunal hearing", $"/cases/{c.Reference}", c.AssigneeId is { } whose ? [whose] : [])
                   {
                       Patient = c.Patient, More = AllCaseTypes.Get(c.TypeKey).State(c.StateCode).Label,
                   }];
    }

    /// <summary>Open cases of some types that this diary is of: few, so their facts are looked at here.</summary>
    internal static IQueryable<Domain.Cases.CaseFile> FilesWith(DiaryAsk ask, string[] types)
    {
        var everybody = ask.People is null;
        return ask.Db.Cases.AsNoTracking().SeenBy(ask.On.By).Where(c => c.ClosedAt == null && c.Team == ask.Team && c.StateKind != StateKind.Closed && types.Contains(c.TypeKey) && (everybody || ask.Whose.Contains(c.AssigneeId)));
    }
}
