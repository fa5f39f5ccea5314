using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Records of invented victims: one for each case of liaison, and one for everybody else of whom the list says that a victim is in the scheme.</summary>
sealed class SeedVictims(Dice dice, DateOnly today)
{
    /// <summary>Liaison officers, three a region.</summary>
    public static IReadOnlyList<(string Name, string Region)> Officers { get; } = MakeOfficers();

    public IReadOnlyList<Victim> Of(IReadOnlyList<Life> list, IReadOnlyList<Played> cases)
    {
        List<Victim> victims = [.. cases.Where(c => c.File.Type.IsProtected).Select(c => Victim.Of(c.File))];
        var kept = victims.Select(v => v.PatientNumber).ToHashSet(StringComparer.Ordinal);
        victims.AddRange(list.Where(l => l.Now!.VictimScheme && !kept.Contains(l.Row.Number)).Select(Before));
        foreach (var victim in victims) Fill(victim);
        return victims;
    }

    Victim Before(Life life)
    {
        var officer = dice.Pick(Officers);
        return Victim.KnownBefore(life.Row.Number, officer.Name, officer.Region, KeyStages.All.Where(_ => dice.Chance(0.75)).ToList(), dice.Chance(0.7) ? today.AddDays(-dice.Between(3, 900)) : null);
    }

    void Fill(Victim victim)
    {
        var statement = dice.Chance(0.08);
        victim.Record(new(Sentences.Name(dice), $"{Sentences.Address(dice)}. {dice.Pick(["By letter only.", "By telephone, evenings.", "Through the liaison officer only."])}",
            dice.Chance(0.4) ? dice.Pick(["No contact of any kind, also through others.", "Asks for a zone round the home and the school.", "Asks not to meet at the family’s graves."]) : null,
            statement ? today.AddDays(-dice.Between(5, 600)) : null, statement ? "Describes what the offence has meant since, in the victim’s own words." : null), today);
    }

    static IReadOnlyList<(string, string)> MakeOfficers()
    {
        var dice = new Dice(Assumed.Seed + 301);
        return [.. from region in Facts.LiaisonRegion.Options from _ in Enumerable.Range(0, 3) select (Sentences.Name(dice), region)];
    }
}
