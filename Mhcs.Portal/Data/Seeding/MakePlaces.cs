using Mhcs.Domain.Contacts;
using Mhcs.Portal.Patients.Import;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>An invented hospital unit, prison, court, police force or tribunal office. <paramref name="Security"/> is empty for all but hospitals.</summary>
public sealed record SeedPlace(string Kind, string Name, string Unit, string Security, string Town)
{
    public string Region => EntryDetails.Regions[MakePlaces.NumberOf(Town) % EntryDetails.Regions.Count];
    public string Address => $"{Name.Length * 3 % 90 + 2} {Words.Streets[Name.Length * 7 % Words.Streets.Count]}, {Town}";

    /// <summary>Under a domain that can't exist.</summary>
    public string Email => $"records@{string.Concat(Name.ToLowerInvariant().Where(c => char.IsAsciiLetter(c) || c == ' ')).Trim().Replace(' ', '-')}.example";

    /// <summary>Of the numbers that are kept for plays and films.</summary>
    public string Telephone => $"01632 960{(MakePlaces.NumberOf(Town) * 17 + Name.Length * 5 + Kind.Length) % 1000:000}";
}

/// <summary>Makes seed-data/places.csv: about seventy hospitals with their units, forty prisons, and the courts, police forces and tribunal offices around them.</summary>
public static class MakePlaces
{
    public const string Hospital = "hospital", Prison = "prison", Court = "court", Police = "police force", Tribunal = "tribunal office";
    const int Hospitals = 70, Prisons = 40, Courts = 24, Forces = 16;
    static readonly string[] Kinds = ["Hospital", "Park Hospital", "House", "Clinic"];

    public static IReadOnlyList<SeedPlace> All { get; } = [.. MakeHospitals(), .. MakePrisons(), .. MakeOthers()];
    public static IReadOnlyList<SeedPlace> Units { get; } = [.. All.Where(p => p.Kind == Hospital)];
    public static IReadOnlyList<SeedPlace> PrisonsOnly { get; } = [.. All.Where(p => p.Kind == Prison)];

    public static string Csv() => CsvText.Line(["kind", "name", "unit", "security", "town", "region", "address", "email", "telephone"])
        + string.Concat(All.Select(p => CsvText.Line([p.Kind, p.Name, p.Unit, p.Security, p.Town, p.Region, p.Address, p.Email, p.Telephone])));

    /// <summary>The place of an invented town in the list of them.</summary>
    public static int NumberOf(string town) => Words.Towns.Index().First(t => t.Item == town).Index;

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

    static IEnumerable<SeedPlace> MakeOthers()
    {
        for (var i = 0; i < Courts; i++)
        {
            var town = Words.Towns[i * 3 % Words.Towns.Count];
            yield return new(Court, $"{town} {(i % 3 == 2 ? "Magistrates’ Court" : "Crown Court")}", "", "", town);
        }
        for (var i = 0; i < Forces; i++)
            yield return new(Police, $"{Words.Towns[i * 2]} Constabulary", "", "", Words.Towns[i * 2]);
        foreach (var (town, where) in new[] { (Words.Towns[0], "north"), (Words.Towns[11], "south"), (Words.Towns[23], "Wales") })
            yield return new(Tribunal, $"Mental health tribunal, {where} office", "", "", town);
    }
}
