using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Hearings;

/// <summary>Opens the case of each duty to refer a patient to the tribunal, so long before its day that a reference can be made in time.</summary>
public sealed class ReferenceDuties(IDbContextFactory<PortalDb> dbs, CaseDesk desk, ReferenceData reference, TimeProvider clock) : IOpensByTime
{
    static readonly LegalCategory[] Restricted = [.. Enum.GetValues<LegalCategory>().Where(c => c.IsRestricted)];

    public async Task Raise(CancellationToken ct = default)
    {
        var today = London.Day(clock.GetUtcNow());
        foreach (var (number, category, raised) in await Due(today, ct))
            await desk.OpenByTime(Tribunal.Type, number, Facts(category), notSince: raised, ct: ct);
    }

    /// <summary>Patients who have to be referred soon, with the day from which their case is to be open.</summary>
    async Task<List<(string Number, LegalCategory Category, DateOnly Raised)>> Due(DateOnly today, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var patients = await db.Patients.AsNoTracking().Where(p => Restricted.Contains(p.Category)).Select(p => new { p.Number, p.Category, p.CategorySince, p.Considerations }).ToListAsync(ct);
        var lead = reference.Book.Resolve(Terms.RaiseReference);
        return [.. from patient in patients
                   let duty = ReferenceDuty.Of(patient.Category, patient.CategorySince, patient.Considerations, today, reference.Book)
                   // A record taken over without the earlier hearings says nothing about years long past.
                   where duty is not null && (duty.On >= today || patient.Considerations.Count > 0)
                   let raised = lead.WorkOut(duty.On, reference.Book.Days).LastDay
                   where raised <= today
                   select (patient.Number, patient.Category, raised)];
    }

    static FactSheet Facts(LegalCategory category) => FactSheet.Of([
        KeyValuePair.Create(Domain.CaseTypes.Facts.TribunalRoute.Key, (string?)(category.IsDetained ? Domain.CaseTypes.Facts.ReferenceOfDetained : Domain.CaseTypes.Facts.ReferenceOfDischarged)),
        KeyValuePair.Create(Domain.CaseTypes.Facts.TribunalBody.Key, (string?)Domain.CaseTypes.Facts.TribunalBody.Options[0])]);
}
