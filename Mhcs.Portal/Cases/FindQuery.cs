using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

// Translated to lower() of the database: there is no culture there, and no other form that both databases understand.
#pragma warning disable CA1304, CA1311, CA1862

namespace Mhcs.Portal.Cases;

/// <summary>Something quick find found, with its address; the address holds numbers only.</summary>
public sealed record Found(string Kind, string Reference, string Words, string Href);

/// <summary>Finds a patient or a case from anywhere by name, number, case or PPUD reference: what this person may see, newest first.</summary>
public sealed class FindQuery(IDbContextFactory<PortalDb> dbs, Staff staff)
{
    public const int Most = 8;

    public async Task<IReadOnlyList<Found>> For(PersonId me, string words, CancellationToken ct = default)
    {
        var asked = words.Trim();
        if (asked.Length is < 2 or > 60 || await staff.Actor(me, ct) is not { } actor) return [];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var (upper, lower) = (asked.ToUpperInvariant(), asked.ToLowerInvariant());
        var patients = db.Patients.AsNoTracking().SeenBy(actor);
        patients = asked.Any(char.IsAsciiDigit)
            ? patients.Where(p => p.Number.StartsWith(upper) || p.PpudReference!.StartsWith(upper))
            : patients.Named(asked);
        var people = await patients.OrderByDescending(p => p.Id).Take(Most).Select(p => new { p.Number, p.Surname, p.Forenames, p.PpudReference, p.Category }).ToListAsync(ct);
        var cases = db.Cases.AsNoTracking().SeenBy(actor);
        var numbers = patients.Select(p => p.Number);
        cases = CaseReference.TryParse(asked, null, out var reference)
            ? cases.Where(c => c.Reference == reference || numbers.Contains(c.PatientNumber!))
            : cases.Where(c => numbers.Contains(c.PatientNumber!) || c.Subject!.ToLower().Contains(lower));
        var files = await cases.OrderBy(c => c.ClosedAt != null).ThenByDescending(c => c.Id).Take(Most)
            .Select(c => new { c.Reference, c.TypeKey, c.StateCode, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).ToListAsync(ct);
        return
        [
            .. people.Select(p => new Found("Patient", p.Number, $"{p.Surname}, {p.Forenames}{(p.PpudReference is { } ppud ? $", PPUD {ppud}" : "")}", $"/patients/{p.Number}")),
            .. files.Select(c => new Found("Case", c.Reference.Value, $"{c.Patient}: {Type(c.TypeKey, c.StateCode)}", $"/cases/{c.Reference}")),
        ];
    }

    static string Type(string key, string state) => AllCaseTypes.Find(key) is { } type ? $"{type.Label.ToLowerInvariant()}, {type.State(state).Label.ToLowerInvariant()}" : key;
}
