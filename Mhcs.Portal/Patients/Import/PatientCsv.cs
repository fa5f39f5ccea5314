using System.Globalization;
using System.Text.RegularExpressions;
using Mhcs.Domain.Patients;
using C = Mhcs.Portal.Patients.Import.PatientColumns;

namespace Mhcs.Portal.Patients.Import;

/// <summary>Reads a patients file into rows and row errors. It touches no database.</summary>
public static partial class PatientCsv
{
    public static ReadFile<PatientRow> Read(ReadOnlySpan<byte> bytes, DateOnly today)
    {
        var file = CsvTable.Of(bytes, C.All).Read(row => Row(row, today));
        var repeated = file.Rows.GroupBy(r => r.Number, StringComparer.Ordinal).Where(g => g.Count() > 1).ToList();
        return repeated.Count == 0 ? file : new(
            [.. file.Rows.Except(repeated.SelectMany(g => g.Skip(1)))],
            [.. file.Errors, .. repeated.SelectMany(g => g.Skip(1).Select(r => new RowError(r.Line, C.Number, "duplicate", $"Patient {r.Number} stands on line {g.First().Line} already. Keep one of the two rows.")))]);
    }

    static PatientRow Row(RowReader cell, DateOnly today)
    {
        var number = cell.Required(C.Number).ToUpperInvariant();
        if (number.Length > 0 && !NumberForm().IsMatch(number)) cell.Fault(C.Number, "invalid", $"“{C.Number}” must be P, a dash and four to six digits, such as P-20417.");
        var born = Dated(cell, C.BornOn, today);
        var since = Dated(cell, C.Since, today);
        if (since < born) cell.Fault(C.Since, "invalid", $"“{C.Since}” is before the date of birth. Correct one of the two.");
        var category = cell.Required(C.Category) is { Length: > 0 } && cell.OneOf(C.Category, [.. C.Categories.Keys]) is { } code ? C.Categories[code] : LegalCategory.NotRestricted;

        var row = new PatientRow(cell.Line, number, cell.Required(C.Surname, 80), cell.Required(C.Forenames, 120), born, category, since)
        {
            Sex = cell.OneOf(C.Sex, C.Sexes), PpudReference = cell.Text(C.Ppud, 20), IndexOffence = cell.Text(C.Offence, 500),
            Section48 = cell.OneOf(C.Section48, Enum.GetNames<Section48Kind>()) is { } kind ? Enum.Parse<Section48Kind>(kind) : null,
            SentToCrownCourt = cell.YesNo(C.CrownCourt), ReleaseDate = cell.Date(C.Release),
            Hospital = cell.Text(C.Hospital), Ward = cell.Text(C.Ward), Security = cell.OneOf(C.Security, C.Securities),
            AdmittedOn = cell.Date(C.AdmittedOn, today), Residence = cell.Text(C.Residence),
            HighProfile = cell.YesNo(C.HighProfile), VictimScheme = cell.YesNo(C.VictimScheme), MappaLevel = cell.Number(C.Mappa, 1, 3),
            Supervisors = [.. Supervisors(cell)], Conditions = [.. Conditions(cell)], Earlier = [.. Earlier(cell, since)], LastConsideredOn = cell.Date(C.Considered, today), LastReportOn = cell.Date(C.Reported, today),
        };
        if (cell.Faults.Count == 0) CheckTogether(row, cell);
        return row;
    }

    static void CheckTogether(PatientRow row, RowReader cell)
    {
        if (row.Category == LegalCategory.S48_49 && row.Section48 is null) cell.Fault(C.Section48, "missing", $"“{C.Section48}” is needed with S48_49: enter A, B, C or D.");
        if (row.Category != LegalCategory.S48_49 && row.Section48 is not null) cell.Fault(C.Section48, "invalid", $"“{C.Section48}” belongs to S48_49 only. Empty it or correct the category.");
        if (row.ReleaseDate is not null && row.Category is not (LegalCategory.S47_49 or LegalCategory.S47 or LegalCategory.S45A))
            cell.Fault(C.Release, "invalid", $"“{C.Release}” belongs to S47_49, S47 and S45A only. Empty it or correct the category.");
        if (row.Category.IsDetained && row.Hospital is null) cell.Fault(C.Hospital, "missing", $"“{C.Hospital}” is needed: a patient under {row.Category.Label} is in hospital.");
        if (row.Category.IsConditionallyDischarged && row.Residence is null && row.Hospital is null) cell.Fault(C.Residence, "missing", $"“{C.Residence}” is needed: say where the discharged patient lives.");
        if (row.Hospital is not null && row.Residence is not null) cell.Fault(C.Residence, "invalid", $"“{C.Residence}” and “{C.Hospital}” are both filled. Keep the one where the patient is now.");
        if (row.Hospital is not null && row.AdmittedOn is null) cell.Fault(C.AdmittedOn, "missing", $"“{C.AdmittedOn}” is needed with a hospital.");
        if (row.AdmittedOn < row.BornOn) cell.Fault(C.AdmittedOn, "invalid", $"“{C.AdmittedOn}” is before the date of birth. Correct one of the two.");
        if (row.LastConsideredOn < row.BornOn) cell.Fault(C.Considered, "invalid", $"“{C.Considered}” is before the date of birth. Correct one of the two.");
        if (row.LastReportOn < row.BornOn) cell.Fault(C.Reported, "invalid", $"“{C.Reported}” is before the date of birth. Correct one of the two.");
        if (row.Conditions.Count > 0 && !row.Category.IsConditionallyDischarged) cell.Fault(C.Conditions, "invalid", $"“{C.Conditions}” belong to CD and CD_DOL only. Empty the cell or correct the category.");
    }

    static DateOnly Dated(RowReader cell, string column, DateOnly today) => cell.Required(column).Length > 0 ? cell.Date(column, today) ?? default : default;

    static IEnumerable<SupervisorNamed> Supervisors(RowReader cell)
    {
        foreach (var (column, post) in new[] { (C.Clinician, Supervisor.Clinician), (C.Clinical, Supervisor.Clinical), (C.Social, Supervisor.Social) })
        {
            if (cell.Text(column) is not { } text) continue;
            if (text.Split(',', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } organisation]) yield return new(column, post, name, organisation);
            else cell.Fault(column, "invalid", $"“{column}” must be a name, a comma and an organisation, such as “Dr A. Sedgely, Northmere Hospital”.");
        }
    }

    static IEnumerable<ConditionText> Conditions(RowReader cell)
    {
        foreach (var line in Lines(cell.Text(C.Conditions, 10_000)))
            if (line.Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 and <= 50 } heading, { Length: > 0 } text]) yield return new(heading, text);
            else cell.Fault(C.Conditions, "invalid", $"Each line of “{C.Conditions}” must be a heading, a colon and the condition, such as “Residence: Live at 4 Harrowfield Court”.");
    }

    static IEnumerable<LegalStatusBegan> Earlier(RowReader cell, DateOnly since)
    {
        var last = DateOnly.MinValue;
        foreach (var line in Lines(cell.Text(C.Earlier, 2_000)))
        {
            if (line.Split(' ', 2, StringSplitOptions.TrimEntries) is [var day, var code] && C.Categories.TryGetValue(code, out var category)
                && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && from >= last && from <= since)
                yield return new(category, last = from);
            else
                cell.Fault(C.Earlier, "invalid", $"Each line of “{C.Earlier}” must be a day and a code, such as “2012-11-14 S37_41”, oldest first and before “{C.Since}”.");
        }
    }

    static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    [GeneratedRegex("^P-[0-9]{4,6}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberForm();
}
