using System.CommandLine;

namespace Mhcs.Portal.CommandLine;

/// <summary>The verbs of the program. Without one it serves.</summary>
public static class Commands
{
    /// <summary>Done; refused or failed, with the reason on stderr; wrong usage.</summary>
    public const int Done = 0, Refused = 1, WrongUsage = 2;

    const string Serve = "serve";

    static Command[] All => [ImportVerb.Command, UsersVerb.Command, WallboardsVerb.Command, AuditVerb.Command, BackupVerb.Command, RestoreVerb.Command, DbVerb.Command, SeedDataVerb.Command];

    /// <summary>Settings such as --urls=… are not verbs: they belong to serving. Any other word is a verb, known or not.</summary>
    public static bool Has(string[] args) => args is [var first, ..] && (first is "--help" or "-h" or "-?" or "--version" || (first is not Serve && first is not ['-' or '/', ..]));

    /// <summary>What is left for the host.</summary>
    public static string[] ForServing(string[] args) => args is [Serve, .. var rest] ? rest : args;

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("Mental health casework");
        root.Subcommands.Add(new Command(Serve, "Serve the portal; what the program does without a verb"));
        foreach (var command in All) root.Subcommands.Add(command);
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? WrongUsage : code;
    }
}
