using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
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
        foreach (var due in await Due(today, ct))
            await desk.OpenByTime(Tribunal.Type, due.Number, due.Facts, notSince: due.Raised, ReferenceDuty.IsAnsweredBy, ct);
    }

    /// <summary>Patients who have to be referred soon, with the day from which their case is to be open.</summary>
    async Task<List<(string Number, FactSheet Facts, DateOnly Raised)>> Due(DateOnly today, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var patients = await db.Patients.AsNoTracking().Where(p => Restricted.Contains(p.Category)).Select(p => new { p.Number, p.Category, p.LegalStatuses, p.Considerations, p.Hospital }).ToListAsync(ct);
        var welsh = await InWales(db, ct);
        var lead = reference.Book.Resolve(Terms.RaiseReference);
        return [.. from patient in patients
                   let duty = ReferenceDuty.Of(patient.Category, patient.LegalStatuses, patient.Considerations, today, reference.Book)
                   // A record taken over without the earlier hearings says nothing about years long past.
                   where duty is not null && (duty.On >= today || patient.Considerations.Count > 0)
                   let raised = lead.WorkOut(duty.On, reference.Book.Days).LastDay
                   where raised <= today
                   select (patient.Number, Facts(patient.Category, patient.Hospital is { } hospital && welsh.Contains(hospital)), raised)];
    }

    /// <summary>Hospitals in Wales by every name the directory knows them under. Who lives in the community has no hospital, and the caseworker is asked.</summary>
    static async Task<HashSet<string>> InWales(PortalDb db, CancellationToken ct) =>
        (await db.Directory.AsNoTracking().Where(e => e.Kind == EntryKind.Hospital && e.Region == EntryDetails.Wales && e.MergedInto == null).Select(e => new { e.Name, e.FormerNames }).ToListAsync(ct))
            .SelectMany(e => e.FormerNames.Append(e.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);

    static FactSheet Facts(LegalCategory category, bool inWales) => FactSheet.Of([
        KeyValuePair.Create(Domain.CaseTypes.Facts.TribunalRoute.Key, (string?)(category.IsDetained ? Domain.CaseTypes.Facts.ReferenceOfDetained : Domain.CaseTypes.Facts.ReferenceOfDischarged)),
        KeyValuePair.Create(Domain.CaseTypes.Facts.TribunalBody.Key, (string?)(inWales ? Domain.CaseTypes.Facts.TribunalOfWales : Domain.CaseTypes.Facts.TribunalOfEngland))]);
}
