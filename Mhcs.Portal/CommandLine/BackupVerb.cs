using System.CommandLine;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.CommandLine;

/// <summary>backup --to FILE, also while the portal runs.</summary>
static class BackupVerb
{
    public static Command Command
    {
        get
        {
            var to = new Option<FileInfo>("--to") { Description = "The archive to write", Required = true };
            var command = new Command("backup", "Back up the database and the documents, also while the portal runs") { to };
            command.SetAction((given, ct) => Backup(given.GetRequiredValue(to), ct));
            return command;
        }
    }

    static async Task<int> Backup(FileInfo to, CancellationToken ct)
    {
        if (to.Directory is not { Exists: true }) return Verb.Refuse($"There is no folder {to.DirectoryName}. Make it first");
        return await Verb.WithPortal(async services =>
        {
            var made = await services.GetRequiredService<Backups>().Make(to.FullName, PersonId.Clock, ct);
            return Verb.Say($"Backed up to {made.FullName}, {made.Length:N0} bytes. The key of the trail is not in it: keep it apart");
        }, ct);
    }
}
