using System.CommandLine;
using Mhcs.Portal.Data.Seeding;

namespace Mhcs.Portal.CommandLine;

/// <summary>seed-data make --to FOLDER: writes the invented section's files again, byte for byte. For those who build the portal, so help does not list it.</summary>
static class SeedDataVerb
{
    public static Command Command
    {
        get
        {
            var to = new Option<string>("--to") { Description = "The folder to write to", Required = true };
            var make = new Command("make", "Write the files of the invented section") { to };
            make.SetAction(async (given, ct) =>
            {
                await SeedData.Make(given.GetRequiredValue(to), ct);
                return Commands.Done;
            });
            return new Command("seed-data", "The invented section") { Subcommands = { make }, Hidden = true };
        }
    }
}
