using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

// Translated to lower() of the database: there is no culture there, and no other form that both databases understand.
#pragma warning disable CA1304, CA1311, CA1862

namespace Mhcs.Portal.Cases;

/// <summary>What a search for words means, everywhere: all words in the patient's name, or the whole as a number, a reference, a hospital, or words of a note or of a subject.</summary>
public static class CaseWords
{
    /// <summary>Longest search that is looked at.</summary>
    const int Limit = 100;

    public static IQueryable<CaseFile> Matching(this IQueryable<CaseFile> cases, PortalDb db, string words)
    {
        if (Cleaned(words) is not { Length: > 0 } asked) return cases;
        if (CaseReference.TryParse(asked, null, out var reference)) return cases.Where(c => c.Reference == reference || c.PatientNumber == reference.Value);
        var patients = db.Patients.Matching(asked).Select(p => p.Number);
        var noted = db.NotesWith(asked).Select(n => n.CaseId);
        var lower = asked.ToLowerInvariant();
        return cases.Where(c => patients.Contains(c.PatientNumber!) || noted.Contains(c.Id) || c.Subject!.ToLower().Contains(lower));
    }

    public static IQueryable<Patient> Matching(this IQueryable<Patient> patients, string words)
    {
        if (Cleaned(words) is not { Length: > 0 } asked) return patients;
        var upper = asked.ToUpperInvariant();
        var lower = asked.ToLowerInvariant();
        if (asked.Any(char.IsAsciiDigit)) return patients.Where(p => p.Number == upper || p.PpudReference == upper);
        var named = patients.Named(asked).Select(p => p.Id);
        return patients.Where(p => p.Hospital!.ToLower().StartsWith(lower) || named.Contains(p.Id));
    }

    /// <summary>Each word begins the surname or one of the forenames, in any order.</summary>
    public static IQueryable<Patient> Named(this IQueryable<Patient> patients, string words)
    {
        foreach (var word in words.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Take(5))
            patients = patients.Where(p => p.Surname.ToLower().StartsWith(word) || p.Forenames.ToLower().StartsWith(word) || p.Forenames.ToLower().Contains(" " + word));
        return patients;
    }

    static string Cleaned(string words) => words.Trim() is var trimmed && trimmed.Length > Limit ? trimmed[..Limit] : trimmed;
}
