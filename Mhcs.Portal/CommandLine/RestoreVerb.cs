using System.CommandLine;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.CommandLine;

/// <summary>restore --from FILE, while the portal is stopped.</summary>
static class RestoreVerb
{
    public static Command Command
    {
        get
        {
            var from = new Option<FileInfo>("--from") { Description = "An archive that backup wrote", Required = true };
            var command = new Command("restore", "Put a backup in place of the store, which is kept beside it. Stop the portal first") { from };
            command.SetAction((given, ct) => Restore(given.GetRequiredValue(from), ct));
            return command;
        }
    }

    static async Task<int> Restore(FileInfo from, CancellationToken ct)
    {
        if (!from.Exists) return Verb.Refuse($"There is no file {from.FullName}. Check the path");
        var code = await Verb.WithPortal(async services => await services.GetRequiredService<Backups>().Restore(from.FullName, ct) is { } fault ? Verb.Refuse(fault) : Commands.Done, ct, migrate: false);
        return code != Commands.Done ? code : await Verb.WithPortal(_ => Task.FromResult(Verb.Say("Restored: the database is sound and its trail verifies")), ct);
    }
}
