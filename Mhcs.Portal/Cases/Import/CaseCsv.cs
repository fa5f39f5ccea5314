using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Patients.Import;
using C = Mhcs.Portal.Cases.Import.CaseColumns;

namespace Mhcs.Portal.Cases.Import;

/// <summary>A row of a cases file that reads well by itself.</summary>
public sealed record CaseRow(int Line, CaseReference? Reference, CaseType Type, string? PatientNumber, State State, DateOnly ReceivedOn, DateOnly StateSince, string? Assignee, string? Team, FactSheet Facts, string? Note);

/// <summary>Reads a cases file into rows and row errors. It touches no database.</summary>
public static class CaseCsv
{
    static readonly string[] MomentForms = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "dd/MM/yyyy HH:mm"];

    public static ReadFile<CaseRow> Read(ReadOnlySpan<byte> bytes, DateOnly today)
    {
        var file = CsvTable.Of(bytes, C.All, C.IsFact).Read(row => Row(row, today)!);
        var repeated = file.Rows.GroupBy(r => r.Reference?.Value ?? $"{r.Type.Key} {r.PatientNumber} {r.Type.Subject(r.Facts)} {r.ReceivedOn}", StringComparer.Ordinal).Where(g => g.Count() > 1).ToList();
        return repeated.Count == 0 ? file : new(
            [.. file.Rows.Except(repeated.SelectMany(g => g.Skip(1)))],
            [.. file.Errors, .. repeated.SelectMany(g => g.Skip(1).Select(r => new RowError(r.Line, C.Reference, "duplicate", $"The same case stands on line {g.First().Line} already. Keep one of the two rows.")))]);
    }

    static CaseRow? Row(RowReader cell, DateOnly today)
    {
        var type = AllCaseTypes.Find(cell.Required(C.Type).ToLowerInvariant());
        if (type is null) cell.Fault(C.Type, "invalid", $"“{C.Type}” must be one of {string.Join(", ", AllCaseTypes.All.Select(t => t.Key))}.");
        var patient = (type?.ConcernsAPatient ?? true ? cell.Required(C.Patient) : cell.Text(C.Patient))?.ToUpperInvariant();
        var received = cell.Required(C.ReceivedOn).Length > 0 ? cell.Date(C.ReceivedOn, today) : null;
        var since = cell.Date(C.StateSince, today) ?? received;
        if (type is null || received is not { } day || since is not { } began) return null;

        var row = new CaseRow(cell.Line, Reference(cell, type), type, patient, StateOf(cell, type), day, began, cell.Text(C.Assignee), cell.Text(C.Team)?.ToUpperInvariant(), Facts(cell, type), cell.Text(C.Note, CaseFile.NoteLimit));
        return cell.Faults.Count == 0 ? row : null;
    }

    static CaseReference? Reference(RowReader cell, CaseType type)
    {
        if (cell.Text(C.Reference) is not { } text) return null;
        if (CaseReference.TryParse(text, null, out var reference) && reference.Value.StartsWith(type.Prefix + "-", StringComparison.Ordinal)) return reference;
        cell.Fault(C.Reference, "invalid", $"“{C.Reference}” must be {type.Prefix}, a dash and a number for this type, such as {type.Prefix}-1042. Empty the cell to get one.");
        return null;
    }

    static State StateOf(RowReader cell, CaseType type)
    {
        if (cell.Text(C.State) is not { } text) return type.Start;
        var state = type.States.FirstOrDefault(s => s.Code.Equals(text, StringComparison.OrdinalIgnoreCase) || s.Label.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (state is null) cell.Fault(C.State, "invalid", $"“{C.State}” must be one of {string.Join(", ", type.States.Where(s => s.IsOpen).Select(s => s.Code))}.");
        return state ?? type.Start;
    }

    static FactSheet Facts(RowReader cell, CaseType type)
    {
        var facts = type.AllFacts.ToDictionary(C.Of, StringComparer.Ordinal);
        foreach (var (column, _) in cell.Cells.Where(c => c.Key.StartsWith(C.FactPrefix, StringComparison.Ordinal) && !facts.ContainsKey(c.Key)))
            cell.Fault(column, "invalid", $"“{column}” is not recorded on a case of type {type.Key}. Empty the cell.");
        return FactSheet.Of(facts.Select(f => KeyValuePair.Create(f.Value.Key, Value(cell, f.Key, f.Value))));
    }

    static string? Value(RowReader cell, string column, Fact fact) => fact.Kind switch
    {
        FactKind.Date => cell.Date(column)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FactKind.DateTime => Moment(cell, column),
        FactKind.YesNo or FactKind.Confirmation => cell.YesNo(column) is { } yes ? yes ? "Yes" : "No" : null,
        FactKind.Choice => cell.OneOf(column, [.. fact.Options]),
        _ => cell.Text(column, fact.MaxLength),
    };

    static string? Moment(RowReader cell, string column)
    {
        if (cell.Text(column) is not { } text) return null;
        if (DateTime.TryParseExact(text, MomentForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
            return London.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall)).UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        cell.Fault(column, "invalid", $"“{column}” must be a day and a time in London, such as 2026-11-28 18:20.");
        return null;
    }
}
