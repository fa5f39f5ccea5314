using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Mhcs.Tests.House;

public partial class DutiesTests
{
    /// <summary>The list says which test holds a duty: a test under another name holds nothing that anybody finds.</summary>
    [Fact]
    public void Every_test_that_the_list_of_duties_names_is_there()
    {
        var tests = typeof(DutiesTests).Assembly.GetTypes();
        var known = tests.Select(t => t.Name).Concat(tests.SelectMany(t => t.GetMethods()).Select(m => m.Name)).ToHashSet(StringComparer.Ordinal);

        var named = Names().Matches(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "../../docs/duties.md"))).Select(m => m.Groups["name"].Value).ToList();

        named.Should().HaveCountGreaterThan(50);
        named.Except(known).Should().BeEmpty();
    }

    // A class of tests, or one of them: it has words that are joined, and begins with a capital.
    [GeneratedRegex(@"`([A-Za-z]+Tests\.)?(?<name>[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+|[A-Z][A-Za-z]+Tests)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();

    static string Here([CallerFilePath] string path = "") => path;
}
