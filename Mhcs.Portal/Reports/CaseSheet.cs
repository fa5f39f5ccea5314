using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Reports;

/// <summary>A list of cases as a file, marked OFFICIAL-SENSITIVE, in which nothing typed by anybody can act as a formula.</summary>
public static class CaseSheet
{
    public const string Marking = "OFFICIAL-SENSITIVE", CsvType = "text/csv; charset=utf-8", XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static readonly string[] Head = ["Reference", "Type", "State", "Team", "Patient number", "Patient", "Owner", "Due", "Next date", "Received", "Days open", "High profile", "Victim contact", "Closed"];

    public static byte[] Csv(IReadOnlyList<CaseRow> cases, DateOnly today) => Encoding.UTF8.GetPreamble()
        .Concat(Encoding.UTF8.GetBytes(string.Concat(Lines(cases, today).Select(line => string.Join(',', line.Select(Quoted)) + "\r\n")))).ToArray();

    public static byte[] Xlsx(IReadOnlyList<CaseRow> cases, DateOnly today)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            // Text as text: a spreadsheet program reads none of it as a formula.
            sheet.Worksheet = new Worksheet(new SheetData(Lines(cases, today).Select(line => new Row(line.Select(cell =>
                new Cell(new InlineString(new Text(Clean(cell)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString })))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Cases" }));
        }
        return file.ToArray();
    }

    static IEnumerable<string[]> Lines(IReadOnlyList<CaseRow> cases, DateOnly today) =>
        [[Marking], Head, .. cases.Select(c => Line(c, today))];

    static string[] Line(CaseRow c, DateOnly today) =>
    [
        c.Reference.Value, c.Type.Label, c.State, c.Team, c.PatientNumber ?? "", c.Patient, c.Owner ?? "", Day(c.NextDueOn), c.NextName ?? "", Day(c.ReceivedOn),
        c.DaysOpen(today).ToString(CultureInfo.InvariantCulture), c.HighProfile ? "Yes" : "", c.VictimScheme ? "Yes" : "", c.ClosedAt is { } closed ? Day(London.Day(closed)) : "",
    ];

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    // A cell that begins like a formula gets an apostrophe before it, which spreadsheets show as text.
    static string Quoted(string cell)
    {
        var safe = cell.Length > 0 && cell.TrimStart() is { } start && (start.Length == 0 || "=+-@\t\r\n＝＋－＠".Contains(start[0], StringComparison.Ordinal) || "\t\r\n".Contains(cell[0], StringComparison.Ordinal)) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n;") >= 0 || safe != cell ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    // XML can't hold most control characters.
    static string Clean(string cell) => string.Concat(cell.Where(c => !char.IsControl(c) || c is '\t' or '\n'));
}
