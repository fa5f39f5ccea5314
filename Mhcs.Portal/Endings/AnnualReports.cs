using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Endings;

/// <summary>Opens the case of each annual report on a detained patient, shortly before it falls due.</summary>
public sealed class AnnualReports(IDbContextFactory<PortalDb> dbs, CaseDesk desk, ReferenceData reference, TimeProvider clock) : IOpensByTime
{
    static readonly LegalCategory[] Detained = [.. Enum.GetValues<LegalCategory>().Where(c => c.IsDetained)];

    public async Task Raise(CancellationToken ct = default)
    {
        foreach (var (number, opens) in await Due(London.Day(clock.GetUtcNow()), ct))
            await desk.OpenByTime(AnnualReport.Type, number, FactSheet.Empty, notSince: opens, answered: c => !AnnualReport.Type.EndedByHand.Contains(c.StateCode), ct);
    }

    /// <summary>Patients whose report is due soon, with the day from which its case is to be open.</summary>
    async Task<List<(string Number, DateOnly Opens)>> Due(DateOnly today, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var patients = await db.Patients.AsNoTracking().Where(p => Detained.Contains(p.Category)).Select(p => new { p.Number, p.Category, p.CategorySince, p.LastReportOn }).ToListAsync(ct);
        var lead = reference.Book.Resolve(Terms.OpenAnnualReport);
        return [.. from patient in patients
                   let duty = ReportDuty.Of(patient.Category, patient.CategorySince, patient.LastReportOn, today, reference.Book)
                   where duty is not null
                   let opens = lead.WorkOut(duty.On, reference.Book.Days).LastDay
                   where opens <= today
                   select (patient.Number, opens)];
    }
}
