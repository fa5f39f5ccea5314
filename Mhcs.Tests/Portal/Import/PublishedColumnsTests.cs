using System.Runtime.CompilerServices;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Tests.Portal.Import;

public class PublishedColumnsTests
{
    [Fact]
    public void The_published_columns_of_patients_are_those_the_import_reads() => Published("patients").Should().Be(Table(PatientColumns.All));

    [Fact]
    public void The_published_columns_of_cases_are_those_the_import_reads() => Published("cases").Should().Be(Table(CaseColumns.All));

    static string Published(string part)
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../../docs/import.md")).ReplaceLineEndings("\n");
        var from = text.IndexOf($"<!-- {part} -->\n", StringComparison.Ordinal) + $"<!-- {part} -->\n".Length;
        return text[from..text.IndexOf($"<!-- /{part} -->", StringComparison.Ordinal)];
    }

    static string Table(IEnumerable<Column> columns) => "| column | needed | meaning | example |\n| --- | --- | --- | --- |\n"
        + string.Concat(columns.Select(c => $"| `{c.Name}` | {(c.Required ? "yes" : "")} | {c.Meaning} | {c.Example} |\n"));

    static string Here([CallerFilePath] string path = "") => path;
}
