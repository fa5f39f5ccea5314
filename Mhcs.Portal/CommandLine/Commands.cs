using System.CommandLine;

namespace Mhcs.Portal.CommandLine;

/// <summary>The verbs of the program. Without one it serves.</summary>
public static class Commands
{
    /// <summary>Done; refused or failed, with the reason on stderr; wrong usage.</summary>
    public const int Done = 0, Refused = 1, WrongUsage = 2;

    static Command[] All => [ImportVerb.Command, SeedDataVerb.Command];

    /// <summary>Settings such as --urls=… are not verbs: they belong to serving.</summary>
    public static bool Has(string[] args) => args is [var first, ..] && All.Any(c => c.Name == first);

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Mental health casework");
        foreach (var command in All) root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? WrongUsage : code;
    }
}
