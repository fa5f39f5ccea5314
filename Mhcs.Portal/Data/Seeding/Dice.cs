namespace Mhcs.Portal.Data.Seeding;

/// <summary>SplitMix64: the same throws from the same seed on every machine and every version of .NET, which System.Random doesn't promise.</summary>
public sealed class Dice(ulong seed)
{
    ulong _state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);
    public int Between(int least, int most) => least + Below(most - least + 1);
    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;
    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>Picks by weight: 3 comes thrice as often as 1.</summary>
    public T Pick<T>(IReadOnlyList<(T Value, int Weight)> from)
    {
        var left = Below(from.Sum(f => f.Weight));
        foreach (var (value, weight) in from)
            if ((left -= weight) < 0) return value;
        return from[^1].Value;
    }

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
