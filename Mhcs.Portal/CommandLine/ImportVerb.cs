using System.CommandLine;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases.Import;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.CommandLine;

/// <summary>import patients FILE [--dry-run] and import cases FILE [--dry-run].</summary>
static class ImportVerb
{
    delegate Task<ImportPlan> Importing(IServiceProvider services, ReadOnlyMemory<byte> file, bool dryRun, IProgress<ImportProgress> progress, CancellationToken ct);

    public static Command Command => new("import", "Import patients or open cases from a CSV file (docs/import.md lists the columns)")
    {
        Subcommands =
        {
            Of("patients", "Import patients, matched by number", (services, file, dryRun, progress, ct) => services.GetRequiredService<ImportPatients>() is var import && dryRun
                ? import.Plan(file, PersonId.Clock, ct) : import.Run(file, PersonId.Clock, progress, ct)),
            Of("cases", "Import open cases", (services, file, dryRun, progress, ct) => services.GetRequiredService<ImportCases>() is var import && dryRun
                ? import.Plan(file, PersonId.Clock, ct) : import.Run(file, PersonId.Clock, progress, ct)),
        },
    };

    static Command Of(string what, string description, Importing importing)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV in UTF-8" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would happen and change nothing" };
        var command = new Command(what, description) { file, dryRun };
        command.SetAction((given, ct) => Import(given.GetRequiredValue(file), given.GetValue(dryRun), importing, ct));
        return command;
    }

    static async Task<int> Import(FileInfo file, bool dryRun, Importing importing, CancellationToken ct)
    {
        if (!file.Exists) return Verb.Refuse($"There is no file {file.FullName}. Check the path.");
        if (file.Length > CsvText.SizeLimit) return Verb.Refuse(CsvText.TooLarge);

        return await Verb.WithPortal(async services =>
        {
            var plan = await importing(services, await File.ReadAllBytesAsync(file.FullName, ct), dryRun, new Progress<ImportProgress>(p => Console.Error.WriteLine($"{p.Stage}: {p.Done:N0} of {p.Total:N0}")), ct);
            foreach (var row in plan.Rejected) Console.Error.WriteLine($"{(row.Row > 0 ? $"Line {row.Row}, " : "")}{(row.Column is { } column ? $"{column}: " : "")}{row.Message}");
            foreach (var row in plan.Alike) Console.Error.WriteLine($"Line {row.Line}: {row.Like}");
            foreach (var (row, kept) in plan.Keeping.SelectMany(r => r.Kept, (row, kept) => (row, kept))) Console.Error.WriteLine($"Line {row.Line}: {kept}");
            return plan.Rejected.Count > 0 ? Verb.Refuse($"Nothing was imported: {plan.Summary}") : Verb.Say(dryRun ? $"Dry run, nothing was changed: {plan.Summary}" : $"Imported: {plan.Summary}");
        }, ct);
    }
}
