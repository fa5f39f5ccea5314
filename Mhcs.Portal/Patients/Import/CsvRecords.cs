using System.Text;

namespace Mhcs.Portal.Patients.Import;

/// <summary>One record: the line it begins on, its cells, and what is wrong with its quotes, if anything.</summary>
public sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, string? Fault = null)
{
    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Splits CSV (RFC 4180) into records, knowing the line of each: quoted cells may hold line breaks, and a broken quote spoils its own record only as far as it must.</summary>
public static class CsvRecords
{
    /// <summary>Longest cell read, in characters.</summary>
    public const int CellLimit = 20_000;

    public static IEnumerable<CsvRecord> Split(string text, char delimiter)
    {
        var at = 0;
        var line = 1;
        while (at < text.Length)
        {
            var record = Next(text, delimiter, ref at, ref line);
            if (!record.IsBlank || record.Fault is not null) yield return record;
        }
    }

    static CsvRecord Next(string text, char delimiter, ref int at, ref int line)
    {
        var begun = line;
        List<string> cells = [];
        string? fault = null;
        while (true)
        {
            var cell = at < text.Length && text[at] == '"' ? Quoted(text, delimiter, ref at, ref line, ref fault) : Plain(text, delimiter, ref at);
            if (cell.Length > CellLimit) fault ??= $"Column {cells.Count + 1} holds more than {CellLimit:N0} characters; shorten it";
            cells.Add(cell.Trim());
            if (at < text.Length && text[at] == delimiter) at++;
            else break;
        }
        if (at < text.Length && text[at] == '\r') at++;
        if (at < text.Length && text[at] == '\n') at++;
        line++;
        return new(begun, cells, fault);
    }

    static string Plain(string text, char delimiter, ref int at)
    {
        var length = text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n');
        var cell = length < 0 ? text[at..] : text.Substring(at, length);
        at += cell.Length;
        return cell;
    }

    static string Quoted(string text, char delimiter, ref int at, ref int line, ref string? fault)
    {
        var cell = new StringBuilder();
        var opened = line;
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && at + 1 < text.Length && text[at + 1] == '"') at++;
            else if (c == '"') break;
            else if (c == '\n') line++;
            else if (c == '\r') continue;
            cell.Append(c);
        }
        if (at >= text.Length) fault = $"The quotation mark opened on line {opened} is never closed. Close it, or double it if it belongs to the text";
        else at++;

        var rest = Plain(text, delimiter, ref at);
        if (rest.Trim().Length > 0) fault ??= "Text follows a closing quotation mark. Double a quotation mark that belongs to the text";
        return cell.ToString();
    }
}
