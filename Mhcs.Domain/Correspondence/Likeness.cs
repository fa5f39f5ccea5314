namespace Mhcs.Domain.Correspondence;

/// <summary>Whether two pieces of correspondence are about the same: how a duplicate or a campaign shows while it is logged.</summary>
public static class Likeness
{
    /// <summary>Days back that are looked through (design figure, not policy).</summary>
    public const int Days = 60;

    /// <summary>Share of common words from which two topics are alike (design figure).</summary>
    public const double Alike = 0.5;

    static readonly HashSet<string> Small = ["a", "an", "and", "about", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

    /// <summary>Common words over all words of the two, from 0 to 1; small words don't count.</summary>
    public static double Of(string one, string other) => Of(Words(one), Words(other));

    public static bool AreAlike(string one, string other) => AreAlike(Words(one), Words(other));

    internal static bool AreAlike(HashSet<string> one, HashSet<string> other) => Of(one, other) >= Alike;

    static double Of(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return one.Count + other.Count == 0 ? 0 : (double)common / (one.Count + other.Count - common);
    }

    internal static HashSet<string> Words(string text) =>
        [.. new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Small.Contains(w))];
}
