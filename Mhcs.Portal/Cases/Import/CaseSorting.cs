using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.Patients.Import;
using Microsoft.EntityFrameworkCore;
using C = Mhcs.Portal.Cases.Import.CaseColumns;

namespace Mhcs.Portal.Cases.Import;

/// <summary>What the record knows of the cases and patients that a file names.</summary>
sealed record CasesRecorded(IReadOnlyDictionary<string, Patient> Patients, IReadOnlyList<CasesRecorded.Known> Cases, IReadOnlyDictionary<string, Person> People)
{
    public sealed record Known(CaseReference Reference, string TypeKey, string? PatientNumber, string? Subject, DateOnly ReceivedOn, bool Visible);

    public static async Task<CasesRecorded> Load(PortalDb db, IReadOnlyList<CaseRow> rows, Actor actor, CancellationToken ct)
    {
        Dictionary<string, Patient> patients = new(StringComparer.Ordinal);
        List<Known> cases = [];
        var named = $",{actor.Id},";
        var all = actor.IsTheClock || actor.Posts.Any(p => p.Grade == Grade.HeadOfSection);
        foreach (var numbers in rows.Select(r => r.PatientNumber).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(1000))
        {
            foreach (var patient in await db.Patients.Where(p => numbers.Contains(p.Number)).ToListAsync(ct)) patients[patient.Number] = patient;
            cases.AddRange(await db.Cases.Where(c => numbers.Contains(c.PatientNumber!))
                .Select(c => new Known(c.Reference, c.TypeKey, c.PatientNumber, c.Subject, c.ReceivedOn, all || !c.Restricted || c.NamedIds.Contains(named))).ToListAsync(ct));
        }
        foreach (var subjects in rows.Where(r => r.PatientNumber is null).Select(r => r.Type.Subject(r.Facts)).OfType<string>().Distinct(StringComparer.Ordinal).Chunk(1000))
            cases.AddRange(await db.Cases.Where(c => c.PatientNumber == null && subjects.Contains(c.Subject!))
                .Select(c => new Known(c.Reference, c.TypeKey, c.PatientNumber, c.Subject, c.ReceivedOn, all || !c.Restricted || c.NamedIds.Contains(named))).ToListAsync(ct));
        foreach (var references in rows.Select(r => r.Reference).OfType<CaseReference>().Chunk(1000))
            cases.AddRange(await db.Cases.Where(c => references.Contains(c.Reference))
                .Select(c => new Known(c.Reference, c.TypeKey, c.PatientNumber, c.Subject, c.ReceivedOn, all || !c.Restricted || c.NamedIds.Contains(named))).ToListAsync(ct));
        return new(patients, [.. cases.Distinct()], await db.People.ToDictionaryAsync(p => p.UserName, StringComparer.OrdinalIgnoreCase, ct));
    }
}

/// <summary>Sorts the rows of a file against the record. A case that is on the books already stands as it is: casework goes on there, not in files.</summary>
static class CaseSorting
{
    public static (IReadOnlyList<CaseRow> New, IReadOnlyList<PlannedRow> Unchanged, IReadOnlyList<RowError> Rejected) Sort(CasesRecorded recorded, ReadFile<CaseRow> file, Occasion on)
    {
        var byReference = recorded.Cases.ToDictionary(c => c.Reference);
        var byReceipt = recorded.Cases.Where(c => c.Visible).ToLookup(c => (c.TypeKey, c.PatientNumber, c.Subject, c.ReceivedOn));
        List<CaseRow> fresh = [];
        List<PlannedRow> unchanged = [];
        List<RowError> rejected = [.. file.Errors];
        foreach (var row in file.Rows)
        {
            var existing = row.Reference is { } reference ? byReference.GetValueOrDefault(reference) : byReceipt[(row.Type.Key, row.PatientNumber, row.Type.Subject(row.Facts), row.ReceivedOn)].FirstOrDefault();
            var faults = Faults(row, existing, recorded, on).ToList();
            rejected.AddRange(faults);
            if (faults.Count > 0) continue;
            if (existing is null) fresh.Add(row);
            else unchanged.Add(new(row.Line, existing.Reference.Value, row.Type.Label, []));
        }
        return (fresh, unchanged, rejected);
    }

    static IEnumerable<RowError> Faults(CaseRow row, CasesRecorded.Known? existing, CasesRecorded recorded, Occasion on)
    {
        var patient = row.PatientNumber is { } number ? recorded.Patients.GetValueOrDefault(number) : null;
        if (row.PatientNumber is null)
        {
            if (row.Team is { } team && !(on.Book.Teams.Find(team) is not null && Importers.MayImportFor(on.By, team))) yield return new(row.Line, C.Team, "invalid", $"“{C.Team}” must be a team that you import for, such as A. Empty the cell for your own.");
        }
        else if (on.By.Person.HasConflictWith(row.PatientNumber))
            yield return new(row.Line, C.Patient, "not-entitled", $"You have declared a conflict of interest with patient {row.PatientNumber}. Leave the row to a colleague.");
        else if (patient is null || !Importers.MayImportFor(on.By, patient.Team))
            yield return new(row.Line, C.Patient, "invalid", $"There is no patient {row.PatientNumber} in your team. Import the patient first, or correct the number.");
        if (existing is not null && (!existing.Visible || existing.TypeKey != row.Type.Key || existing.PatientNumber != row.PatientNumber))
            yield return new(row.Line, C.Reference, "conflict", $"Reference {row.Reference} is taken by another case. Correct it, or empty the cell to get a new one.");
        if (row.Assignee is { } assignee && !recorded.People.ContainsKey(assignee))
            yield return new(row.Line, C.Assignee, "invalid", $"“{C.Assignee}” must be the user name of a member of staff, such as r.teasel. Empty the cell if nobody holds the case.");
    }
}
