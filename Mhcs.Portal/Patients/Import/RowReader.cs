using System.Globalization;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Portal.Patients.Import;

/// <summary>Reads the cells of one record into meanings and gathers every fault, each with its line, column and mend.</summary>
public sealed class RowReader
{
    static readonly string[] DateForms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];
    readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);
    readonly List<RowError> _faults = [];

    public RowReader(CsvRecord record, IReadOnlyList<string> header)
    {
        Line = record.Line;
        if (record.Fault is not null) Fault(null, "row", record.Fault + ".");
        else if (record.Cells.Skip(header.Count).Any(c => c.Length > 0))
            Fault(null, "row", $"The row has {record.Cells.Count} cells and the header {header.Count}. Put quotation marks round a cell that holds the separator.");
        else
            foreach (var (name, cell) in header.Zip(record.Cells))
                Keep(name, cell);
    }

    public int Line { get; }
    public IReadOnlyList<RowError> Faults => _faults;
    public IEnumerable<KeyValuePair<string, string>> Cells => _cells;

    /// <summary>Whether the file has a value here; an empty cell is none.</summary>
    public string? Text(string column, int longest = 200)
    {
        if (!_cells.TryGetValue(column, out var text)) return null;
        if (text.Length > longest) Fault(column, "invalid", $"“{column}” must be {longest} characters or fewer; it has {text.Length}.");
        return text;
    }

    public string Required(string column, int longest = 200)
    {
        var text = Text(column, longest);
        if (text is null) Fault(column, "missing", $"Enter “{column}”; it may not be empty.");
        return text ?? "";
    }

    public DateOnly? Date(string column, DateOnly? notAfter = null)
    {
        if (Text(column) is not { } text) return null;
        if (!DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Fault<DateOnly>(column, $"“{column}” must be a real date such as 2026-11-27 or 27/11/2026; it is “{Shown(text)}”.");
        if (day.Year < 1900 || day.Year > 2150) return Fault<DateOnly>(column, $"“{column}”: the year {day.Year} can't be right.");
        if (day > notAfter) return Fault<DateOnly>(column, $"“{column}” must be today or in the past; it is {London.Words(day)}.");
        return day;
    }

    public bool? YesNo(string column) => Text(column)?.ToLowerInvariant() switch
    {
        null => null,
        "no" or "n" or "false" or "0" => false,
        "yes" or "y" or "true" or "1" => true,
        var text => Fault<bool>(column, $"“{column}” must be Yes or No; it is “{Shown(text)}”."),
    };

    public int? Number(string column, int least, int most) =>
        Text(column) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : Fault<int>(column, $"“{column}” must be a whole number from {least} to {most}; it is “{Shown(text)}”.");

    public string? OneOf(string column, IReadOnlyCollection<string> choices)
    {
        if (Text(column) is not { } text) return null;
        var choice = choices.FirstOrDefault(c => c.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (choice is null) Fault(column, "invalid", $"“{column}” must be one of {string.Join(", ", choices)}; it is “{Shown(text)}”.");
        return choice;
    }

    public void Fault(string? column, string code, string message) => _faults.Add(new(Line, column, code, message));

    T? Fault<T>(string column, string message) where T : struct
    {
        Fault(column, "invalid", message);
        return null;
    }

    void Keep(string column, string cell)
    {
        if (cell.Length == 0) return;
        // A spreadsheet would run it as a formula wherever this record is later exported; no name or date of ours begins like this, and a plain number below nought is no formula.
        if (cell[0] is '=' or '+' or '-' or '@' && !decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            Fault(column, "invalid", $"“{column}” begins with “{cell[0]}”, which a spreadsheet takes for a formula. Take the sign out or write the words.");
        else if (cell.Any(c => char.IsControl(c) && c is not '\n' and not '\t') || cell.Any(IsDirectionMark))
            Fault(column, "invalid", $"“{column}” holds characters that can't be seen. Type it again.");
        else
            _cells[column] = cell;
    }

    static bool IsDirectionMark(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
