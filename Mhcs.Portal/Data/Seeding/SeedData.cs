namespace Mhcs.Portal.Data.Seeding;

/// <summary>The files of seed-data that the generator makes: the same bytes from the same seed, every time.</summary>
public static class SeedData
{
    public static IReadOnlyDictionary<string, Func<string>> Files { get; } = new Dictionary<string, Func<string>>(StringComparer.Ordinal)
    {
        ["teams.csv"] = MakeStaff.TeamsCsv,
        ["staff.csv"] = MakeStaff.StaffCsv,
        ["places.csv"] = MakePlaces.Csv,
        ["patients.csv"] = MakePatients.Csv,
        ["cases.csv"] = MakeCases.Csv,
    };

    public static async Task Make(string folder, CancellationToken ct = default)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, content) in Files)
            await File.WriteAllTextAsync(Path.Combine(folder, name), content(), ct);
    }
}
