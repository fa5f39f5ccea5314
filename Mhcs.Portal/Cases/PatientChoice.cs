using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>Finds the patient a new case is about, among those the person may see.</summary>
public sealed class PatientChoice(IDbContextFactory<PortalDb> dbs, Staff staff)
{
    const int Most = 12;

    public async Task<IReadOnlyList<Option>> Find(string words, PersonId me, CancellationToken ct = default)
    {
        if (words.Trim().Length < 2 || await staff.Actor(me, ct) is not { } actor) return [];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var found = await db.Patients.AsNoTracking().SeenBy(actor).Matching(words).OrderBy(p => p.Surname).ThenBy(p => p.Forenames).Take(Most)
            .Select(p => new { p.Number, p.Surname, p.Forenames, p.BornOn, p.Category }).ToListAsync(ct);
        return [.. found.Select(p => new Option(p.Number, $"{p.Surname}, {p.Forenames}", $"{p.Number}, born {FactWords.Day(p.BornOn)}, {p.Category.Label}"))];
    }
}
