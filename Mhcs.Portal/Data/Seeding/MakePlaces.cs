using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>An invented hospital unit or prison. <paramref name="Security"/> is empty for prisons.</summary>
public sealed record SeedPlace(string Kind, string Name, string Unit, string Security, string Town);

/// <summary>Makes seed-data/places.csv: about seventy hospitals with their units, and forty prisons.</summary>
public static class MakePlaces
{
    public const string Hospital = "hospital", Prison = "prison";
    const int Hospitals = 70, Prisons = 40;
    static readonly string[] Kinds = ["Hospital", "Park Hospital", "House", "Clinic"];

    public static IReadOnlyList<SeedPlace> All { get; } = [.. MakeHospitals(), .. MakePrisons()];
    public static IReadOnlyList<SeedPlace> Units { get; } = [.. All.Where(p => p.Kind == Hospital)];
    public static IReadOnlyList<SeedPlace> PrisonsOnly { get; } = [.. All.Where(p => p.Kind == Prison)];

    public static string Csv() => CsvText.Line(["kind", "name", "unit", "security", "town"]) + string.Concat(All.Select(p => CsvText.Line([p.Kind, p.Name, p.Unit, p.Security, p.Town])));

    // The first three are the high secure ones; every other hospital has units of at most two neighbouring levels.
    static IEnumerable<SeedPlace> MakeHospitals()
    {
        var dice = new Dice(Assumed.Seed + 1);
        for (var i = 0; i < Hospitals; i++)
        {
            var town = Words.Towns[i % Words.Towns.Count];
            var name = $"{town} {Kinds[i / Words.Towns.Count * 2 % 4 + i % 2]}";
            IReadOnlyList<string> levels = i < 3 ? ["High"] : dice.Pick<IReadOnlyList<string>>([(["Medium"], 30), (["Medium", "Low"], 35), (["Low"], 20), (["Low", "Non-secure"], 15)]);
            var units = i < 3 ? 8 : dice.Between(2, 4);
            for (var u = 0; u < units; u++)
                yield return new(Hospital, name, Words.Wards[u], levels[u % levels.Count], town);
        }
    }

    static IEnumerable<SeedPlace> MakePrisons()
    {
        for (var i = 0; i < Prisons; i++)
        {
            var town = Words.Towns[(i * 2 + 1) % Words.Towns.Count];
            yield return new(Prison, i < Words.Towns.Count ? $"HMP {town}" : $"HMP {town} Heath", "", "", town);
        }
    }
}
