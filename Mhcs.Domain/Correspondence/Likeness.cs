using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Correspondence;

/// <summary>Whether two pieces of correspondence are about the same: how a duplicate or a campaign shows while it is logged.</summary>
public static class Likeness
{
    /// <summary>Days back that are looked through (design figure, not policy).</summary>
    public const int Days = 60;

    /// <summary>Share of common words from which two topics are alike (design figure).</summary>
    public const double Alike = 0.5;

    static readonly HashSet<string> Small = ["a", "an", "and", "about", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

    /// <summary>Whether what two pieces are about, or what they ask, is alike.</summary>
    public static bool AreAlike(FactSheet one, FactSheet other) =>
        AreAlike(one.Text(Facts.Topic) ?? "", other.Text(Facts.Topic) ?? "") || (one.Text(Facts.LetterAsks) is { } asked && other.Text(Facts.LetterAsks) is { } asks && AreAlike(asked, asks));

    /// <summary>Whether two pieces are from the same correspondent: then perhaps the same letter; from another it is perhaps a campaign.</summary>
    public static bool SameWriter(FactSheet one, FactSheet other) => string.Equals(one.Text(Facts.Correspondent), other.Text(Facts.Correspondent), StringComparison.OrdinalIgnoreCase);

    /// <summary>Common words over all words of the two, from 0 to 1; small words don't count.</summary>
    public static double Of(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        var all = a.Union(b).Count();
        return all == 0 ? 0 : (double)a.Intersect(b).Count() / all;
    }

    public static bool AreAlike(string one, string other) => Of(one, other) >= Alike;

    static HashSet<string> Words(string text) =>
        [.. new string([.. text.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Small.Contains(w))];
}
