using System.Globalization;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Patients.Import;
using C = Mhcs.Portal.Patients.Import.PatientColumns;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Makes seed-data/patients.csv in the very form that the import reads.</summary>
public static class MakePatients
{
    static readonly DateOnly TakenOver = Assumed.Anchor.AddYears(-Assumed.YearsOfCasework);

    public static IReadOnlyList<Dictionary<string, string>> All { get; } = Make();

    public static string Csv() => Csv(All);

    /// <summary>People whose restrictions end in the closed years, beside a list of so many: in no file, since they are history when the section begins.</summary>
    public static string FormerCsv(int patients)
    {
        var dice = new Dice(Assumed.Seed + 5);
        var pools = Pools();
        var ends = Assumed.AYear.Where(e => e.EndsRestrictions).ToLookup(e => e.Type == "remission", e => e.Cases * Assumed.YearsOfCasework);
        var categories = new[] { (LegalCategory.S47_49, Assumed.TransferredBefore), (LegalCategory.NotRestricted, ends[true].Sum() - Assumed.TransferredBefore), (LegalCategory.Cd, ends[false].Sum()) }
            .SelectMany(c => Enumerable.Repeat(c.Item1, c.Item2 * patients / Assumed.Patients));
        return Csv(categories.Select((category, i) => Patient(Assumed.Patients + i, category, pools[i % pools.Count], dice)));
    }

    static string Csv(IEnumerable<Dictionary<string, string>> patients) => CsvText.Line(C.All.Select(c => c.Name)) + string.Concat(patients.Select(p => CsvText.Line(C.All.Select(c => p.GetValueOrDefault(c.Name)))));

    static List<List<string>> Pools()
    {
        var surnames = Words.Surnames.ToLookup(s => MakeStaff.Teams.For(s).Code);
        return [.. MakeStaff.Teams.All.Select(t => surnames[t.Code].ToList())];
    }

    static List<Dictionary<string, string>> Make()
    {
        var dice = new Dice(Assumed.Seed + 3);
        var pools = Pools();
        return [.. Enumerable.Range(0, Assumed.Patients).Select(i => Patient(i, Category(dice), pools[i % pools.Count], dice))];
    }

    static Dictionary<string, string> Patient(int i, LegalCategory category, List<string> surnames, Dice dice)
    {
        var surname = dice.Pick(surnames);
        var man = dice.Chance(Assumed.Men);
        var since = Since(category, dice);
        var born = since.AddDays(-dice.Between(20 * 365, 20 * 365 + dice.Between(3, 42) * 365));
        var patient = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [C.Number] = $"P-{20001 + i}", [C.Surname] = surname, [C.Forenames] = Forenames(man, dice), [C.BornOn] = Day(born), [C.Sex] = man ? "Male" : "Female",
            [C.Ppud] = $"{surname[..2].ToUpperInvariant()}{i * 7919 % 10000:0000}", [C.Category] = C.CodeOf(category), [C.Since] = Day(since),
            [C.Offence] = dice.Pick(Assumed.Offences), [C.HighProfile] = dice.Chance(Assumed.HighProfile) ? "Yes" : "No",
            [C.VictimScheme] = dice.Chance(Assumed.VictimInScheme) ? "Yes" : "No", [C.Mappa] = dice.Pick([("1", 55), ("2", 38), ("3", 7)]),
        };
        if (category == LegalCategory.S48_49) patient[C.Section48] = dice.Pick([("A", 70), ("B", 22), ("C", 1), ("D", 7)]);
        if (patient.GetValueOrDefault(C.Section48) == "B") patient[C.CrownCourt] = dice.Chance(0.6) ? "Yes" : "No";
        if (category is LegalCategory.S47_49 or LegalCategory.S45A && !dice.Chance(Assumed.LifeOrIndeterminate))
            patient[C.Release] = Day(Assumed.Anchor.AddDays(Release(i, dice.Between(200, 4000))));

        if (category == LegalCategory.NotRestricted) patient[C.Residence] = dice.Pick(MakePlaces.PrisonsOnly).Name;
        else if (category.IsConditionallyDischarged) LivesOutside(patient, category, since, dice);
        else IsInHospital(patient, since, dice);
        if (category.IsDetained) patient[C.Considered] = Day(LastConsidered(i));
        return patient;
    }

    // Dice of its own, so that nobody's particulars changed when this was added. Most apply by themselves long before we have to refer them.
    static DateOnly LastConsidered(int i)
    {
        var share = new Dice(Assumed.Seed + 1000 + (ulong)i).Below(1000) / 1000.0;
        return Assumed.Anchor.AddDays(-Assumed.ShortestSinceTribunal - (int)((Assumed.LongestSinceTribunal - Assumed.ShortestSinceTribunal) * Math.Pow(share, 4)));
    }

    // Dice of its own, as for the last hearing.
    static int Release(int i, int otherwise)
    {
        var own = new Dice(Assumed.Seed + 20_000 + (ulong)i);
        return own.Below(Assumed.OneInNearRelease) == 0 ? own.Between(Assumed.NearRelease.Least, Assumed.NearRelease.Most) : otherwise;
    }

    static void IsInHospital(Dictionary<string, string> patient, DateOnly since, Dice dice)
    {
        var level = dice.Pick(Assumed.Security);
        var unit = dice.Pick([.. MakePlaces.Units.Where(u => u.Security == level)]);
        (patient[C.Hospital], patient[C.Ward], patient[C.Security]) = (unit.Name, unit.Unit, unit.Security);
        patient[C.AdmittedOn] = Day(since);
        patient[C.Clinician] = $"Dr {Initialled(dice)}, {unit.Name}";
    }

    static void LivesOutside(Dictionary<string, string> patient, LegalCategory category, DateOnly since, Dice dice)
    {
        var town = dice.Pick(Words.Towns);
        patient[C.Residence] = $"{dice.Between(1, 90)} {dice.Pick(Words.Streets)}, {town}";
        patient[C.Clinical] = $"Dr {Initialled(dice)}, {town} community team";
        patient[C.Social] = $"{Initialled(dice)}, {town} council";
        patient[C.Conditions] = string.Join('\n', Conditions(patient, category, dice));
        var ordered = since.AddDays(-dice.Between(900, 4200));
        patient[C.Earlier] = dice.Chance(0.4) ? $"{Day(ordered.AddDays(-dice.Between(120, 400)))} S48_49\n{Day(ordered)} S37_41" : $"{Day(ordered)} S37_41";
    }

    static IEnumerable<string> Conditions(Dictionary<string, string> patient, LegalCategory category, Dice dice)
    {
        yield return $"Residence: Live at {patient[C.Residence]} and stay there each night unless the supervisors agree";
        yield return "Treatment: Take medicine as directed by the responsible clinician and attend the clinic";
        yield return "Supervision: Meet the social supervisor and the clinical supervisor as they direct";
        if (dice.Chance(0.6)) yield return "Illicit substances: Take no illicit substances and give a sample when asked";
        if (patient[C.VictimScheme] == "Yes") yield return "Victims: Make no contact with the people named to the supervisors and keep out of the area on the map";
        if (category == LegalCategory.CdDol) yield return "Liberty: Do not leave the address without an escort";
    }

    static LegalCategory Category(Dice dice) =>
        dice.Chance(Assumed.FromPrison) ? LegalCategory.NotRestricted
        : !dice.Chance(Assumed.ConditionallyDischargedThen / (1 - Assumed.FromPrison)) ? dice.Pick(Assumed.Detained)
        : dice.Chance(Assumed.DeprivedOfLiberty) ? LegalCategory.CdDol : LegalCategory.Cd;

    // Deprivation of liberty by conditions exists since 18 February 2026; a prisoner waits for months, not for years.
    static DateOnly Since(LegalCategory category, Dice dice) => category switch
    {
        LegalCategory.CdDol => new DateOnly(2026, 2, 18).AddDays(dice.Below(120)),
        LegalCategory.NotRestricted => TakenOver.AddDays(-dice.Between(30, 900)),
        LegalCategory.S48_49 => TakenOver.AddDays(-dice.Between(20, 500)),
        LegalCategory.S47_49 or LegalCategory.S43_44 => TakenOver.AddDays(-dice.Between(20, 1800)),
        LegalCategory.Cd => TakenOver.AddDays(-dice.Between(20, dice.Between(400, 5000))),
        _ => TakenOver.AddDays(-dice.Between(20, dice.Between(500, 6000))),
    };

    static string Forenames(bool man, Dice dice)
    {
        var from = man ? Words.Men : Words.Women;
        var first = dice.Pick(from);
        return dice.Chance(0.25) && dice.Pick(from) is var second && second != first ? $"{first} {second}" : first;
    }

    static string Initialled(Dice dice) => $"{(char)('A' + dice.Below(26))}. {dice.Pick(Words.Surnames)}";

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
