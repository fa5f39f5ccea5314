using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Correspondence;
using Mhcs.Portal.Correspondence;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases.Import;

/// <summary>Finds duplicates and campaigns in a batch of correspondence: among its own rows, and among what came in lately.</summary>
sealed class AlikeRows
{
    const int Named = 3;
    readonly Dictionary<string, List<(string Where, Gist Gist)>> _known = new(StringComparer.Ordinal);

    public static async Task<AlikeRows> Among(PortalDb db, IReadOnlyList<CaseRow> rows, Occasion on, CancellationToken ct)
    {
        var (alike, cases) = (new AlikeRows(), db.Cases.AsNoTracking());
        foreach (var type in rows.Select(r => r.Type).Intersect(AllCaseTypes.Correspondence))
            alike._known[type.Key] = [.. (await LikeQuery.Lately(on.By.IsTheClock ? cases : cases.SeenBy(on.By), type, on.Today).Select(c => new { c.Reference, c.Facts }).ToListAsync(ct)).Select(c => (c.Reference.Value, Gist.Of(c.Facts)))];
        return alike;
    }

    /// <summary>What a row resembles, in a sentence; from then on it is known to the rows that follow.</summary>
    public string? Of(CaseRow row)
    {
        if (!_known.TryGetValue(row.Type.Key, out var known)) return null;
        var gist = Gist.Of(row.Facts);
        var like = known.Where(k => k.Gist.IsLike(gist)).ToList();
        known.Add(($"line {row.Line}", gist));
        return Sentence("Perhaps the same as", like.Where(l => l.Gist.HasWriterOf(gist))) ?? Sentence("Perhaps of one campaign with", like);
    }

    static string? Sentence(string words, IEnumerable<(string Where, Gist Gist)> like) => like.Select(l => l.Where).ToList() is { Count: > 0 } all
        ? $"{words} {string.Join(", ", all.Take(Named))}{(all.Count > Named ? $" and {all.Count - Named} more" : "")}" : null;
}
