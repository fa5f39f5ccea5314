using System.Runtime.CompilerServices;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Tests.House;

/// <summary>Prints the manual anew with MHCS_PRINT_MANUAL=1 in the environment; otherwise says where it has fallen behind.</summary>
public sealed class ManualTests
{
    [Fact]
    public void The_printed_manual_is_what_the_tables_say()
    {
        var page = Path.Combine(Root(), "docs", "CaseTypes.verified.md");
        var printed = Manual.Of(AllCaseTypes.All);
        if (Environment.GetEnvironmentVariable("MHCS_PRINT_MANUAL") == "1") File.WriteAllText(page, printed);

        var verified = File.Exists(page) ? File.ReadAllText(page).ReplaceLineEndings("\n") : "";

        Differences(verified.Split('\n'), printed.Split('\n')).Should().BeEmpty("run the tests once with MHCS_PRINT_MANUAL=1 and read what changed in docs/CaseTypes.verified.md");
    }

    static IEnumerable<string> Differences(string[] verified, string[] printed) =>
        from line in Enumerable.Range(0, Math.Max(verified.Length, printed.Length))
        let old = verified.ElementAtOrDefault(line)
        let now = printed.ElementAtOrDefault(line)
        where old != now
        select $"line {line + 1}: “{old}” is now “{now}”";

    static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
