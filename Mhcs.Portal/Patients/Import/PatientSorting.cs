using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;
using C = Mhcs.Portal.Patients.Import.PatientColumns;

namespace Mhcs.Portal.Patients.Import;

/// <summary>A patient as recorded, or new, and what the row does to them.</summary>
sealed record SortedPatient(PatientRow Row, Patient Patient, bool IsNew, PatientDifferences Differences);

/// <summary>Sorts the rows of a file against the record.</summary>
static class PatientSorting
{
    public static async Task<(ImportPlan Plan, IReadOnlyList<SortedPatient> Sorted)> Sort(PortalDb db, IQueryable<Patient> recorded, ReadFile<PatientRow> file, Occasion on, CancellationToken ct)
    {
        Dictionary<string, Patient> known = new(StringComparer.Ordinal);
        foreach (var numbers in file.Rows.Select(r => r.Number).Chunk(1000))
            foreach (var patient in await recorded.Where(p => numbers.Contains(p.Number)).ToListAsync(ct))
                known[patient.Number] = patient;

        var stands = await Standing(db, [.. file.Rows.Where(r => known.GetValueOrDefault(r.Number) is { } p && ((r.HighProfile == false && p.HighProfile) || (r.VictimScheme == false && p.VictimScheme))).Select(r => r.Number)], ct);
        List<RowError> rejected = [.. file.Errors];
        List<SortedPatient> sorted = [];
        foreach (var row in file.Rows)
        {
            ct.ThrowIfCancellationRequested();
            var existing = known.GetValueOrDefault(row.Number);
            var faults = Faults(row, existing, on).ToList();
            rejected.AddRange(faults);
            if (faults.Count > 0) continue;
            var patient = existing ?? PatientDifferences.NewPatient(row, on.Book.Teams);
            sorted.Add(new(row, patient, existing is null, PatientDifferences.Between(patient, row, on.Book.Teams, on.Today, existing is null, stands(row.Number))));
        }
        return (new(
            [.. sorted.Where(s => s.IsNew).Select(Planned)],
            [.. sorted.Where(s => !s.IsNew && s.Differences.Fields.Count > 0).Select(Planned)],
            [.. sorted.Where(s => !s.IsNew && s.Differences.Fields.Count == 0).Select(Planned)],
            [.. rejected.OrderBy(e => e.Row)]), sorted);
    }

    /// <summary>What stands behind the flags of these patients: an assessment by which they are high profile, a victim who has not left the scheme.</summary>
    static async Task<Func<string, FlagsThatStand>> Standing(PortalDb db, IReadOnlyList<string> numbers, CancellationToken ct)
    {
        HashSet<string?> assessed = new(StringComparer.Ordinal), victims = new(StringComparer.Ordinal);
        var states = HighProfileAssessment.Standing;
        foreach (var some in numbers.Chunk(1000))
        {
            assessed.UnionWith(await db.Cases.AsNoTracking().Where(c => c.TypeKey == HighProfileAssessment.Type.Key && c.ClosedAt == null && states.Contains(c.StateCode) && some.Contains(c.PatientNumber)).Select(c => c.PatientNumber).ToListAsync(ct));
            victims.UnionWith(await db.Victims.AsNoTracking().Where(v => v.Standing != LiaisonStanding.Ended && v.Standing != LiaisonStanding.OptedOut && some.Contains(v.PatientNumber)).Select(v => v.PatientNumber).ToListAsync(ct));
        }
        return number => new(assessed.Contains(number), victims.Contains(number));
    }

    static IEnumerable<RowError> Faults(PatientRow row, Patient? existing, Occasion on)
    {
        var team = on.Book.Teams.For(row.Surname);
        if (!Importers.MayImportFor(on.By, team.Code) || (existing is not null && !Importers.MayImportFor(on.By, existing.Team)))
            yield return new(row.Line, C.Surname, "not-entitled", $"Patient {row.Number} belongs to another team’s part of the alphabet. Leave the row to that team or to the head of section.");
        else if (on.By.Person.HasConflictWith(row.Number))
            yield return new(row.Line, C.Number, "not-entitled", $"You have declared a conflict of interest with patient {row.Number}. Leave the row to a colleague.");
        else if (existing is not null && existing.BornOn != row.BornOn && existing.Surname != row.Surname)
            yield return new(row.Line, C.Number, "conflict", $"Number {row.Number} belongs to a patient with another surname and another date of birth. Correct the number.");
        // A list may go on naming a hospital that has closed or has another name by now: whoever is there is there.
        if (row.Hospital is { } hospital && !on.Book.Places.Hospitals.Contains(hospital) && !on.Book.Places.Gone.ContainsKey(hospital))
            yield return new(row.Line, C.Hospital, "invalid", $"“{C.Hospital}” is not in the directory of hospitals. Spell it as the directory does, or have it added.");
    }

    static PlannedRow Planned(SortedPatient sorted) => new(sorted.Row.Line, sorted.Row.Number, $"{sorted.Row.Surname}, {sorted.Row.Forenames}", sorted.Differences.Fields) { Kept = sorted.Differences.Kept };
}
