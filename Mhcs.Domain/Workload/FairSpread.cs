using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Workload;

/// <summary>A case looking for somebody to hold it.</summary>
public sealed record Unplaced(CaseReference Reference, string Team, string? PatientNumber, int Weight, DateOnly? DueOn, bool Restricted, IReadOnlyCollection<PersonId> Named);

/// <summary>Where a case would go and why; to nobody, where nobody can take it.</summary>
public sealed record Placing(Unplaced Case, Person? To, Load Before, Load After, string Why);

/// <summary>Proposes who takes which of the unassigned cases: the heaviest first, each to whoever would be least loaded with it. Nothing is done by asking.</summary>
public static class FairSpread
{
    public static IReadOnlyList<Placing> Propose(IEnumerable<Unplaced> cases, IReadOnlyDictionary<Person, Load> loads, DateOnly today)
    {
        var now = new Dictionary<Person, Load>(loads);
        return [.. cases.OrderByDescending(c => c.Weight).ThenBy(c => c.DueOn ?? DateOnly.MaxValue).ThenBy(c => c.Reference.Value, StringComparer.Ordinal).Select(c => Place(c, now, today))];
    }

    static Placing Place(Unplaced file, Dictionary<Person, Load> now, DateOnly today)
    {
        var here = now.Keys.Where(p => !p.UnsuitedFor(file.Team, today).Any()).ToList();
        var barred = here.SelectMany(p => p.UnsuitedFor(file.PatientNumber, file.Restricted, file.Named).Take(1), (p, why) => (Person: p, why.Sentence)).ToList();
        var able = here.Except(barred.Select(b => b.Person)).OrderBy(p => now[p].With(file.Weight).Percent).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        if (able is not [var best, ..])
            return new(file, null, Load.None, Load.None, here.Count == 0 ? "Nobody who holds cases is at work" : $"Nobody can take it: {Sentences(barred)}");

        var (before, after) = (now[best], now[best].With(file.Weight));
        now[best] = after;
        var least = able.Count == 1 ? "The only one who can take it" : $"Least loaded after it of the {able.Count} who can take it";
        var full = after.Percent > 100 ? ". Everybody who could would go past 100%" : "";
        return new(file, best, before, after, barred.Count == 0 ? least + full : $"{least}{full}. {Sentences(barred)}");
    }

    static string Sentences(List<(Person Person, string Sentence)> barred) => string.Join("; ", barred.Select(b => b.Sentence));
}
