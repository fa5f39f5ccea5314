using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Correspondence;
using Mhcs.Portal.Correspondence;
using Mhcs.Portal.Data;
using Mhcs.Portal.Patients.Import;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases.Import;

/// <summary>Finds duplicates and campaigns in a batch of correspondence: among its own rows, and among what came in lately.</summary>
sealed class AlikeRows
{
    const int Named = 3;
    readonly Dictionary<string, List<(Resemblance.Place Place, Gist Gist)>> _known = new(StringComparer.Ordinal);

    public static async Task<AlikeRows> Among(PortalDb db, IReadOnlyList<CaseRow> rows, Occasion on, CancellationToken ct)
    {
        var (alike, cases) = (new AlikeRows(), db.Cases.AsNoTracking());
        foreach (var type in rows.Select(r => r.Type).Intersect(AllCaseTypes.Correspondence))
            alike._known[type.Key] = [.. (await LikeQuery.Lately(on.By.IsTheClock ? cases : cases.SeenBy(on.By), type, on.Today).Select(c => new { c.Reference, c.Facts }).ToListAsync(ct)).Select(c => (new Resemblance.Place(c.Reference.Value, c.Reference), Gist.Of(c.Facts)))];
        return alike;
    }

    /// <summary>What a row resembles; from then on it is known to the rows that follow.</summary>
    public Resemblance? Of(CaseRow row)
    {
        if (!_known.TryGetValue(row.Type.Key, out var known)) return null;
        var gist = Gist.Of(row.Facts);
        var like = known.Where(k => k.Gist.IsLike(gist)).ToList();
        known.Add((new($"line {row.Line}", null), gist));
        return Of("Perhaps the same as", like.Where(l => l.Gist.HasWriterOf(gist))) ?? Of("Perhaps of one campaign with", like);
    }

    static Resemblance? Of(string words, IEnumerable<(Resemblance.Place Place, Gist Gist)> like) =>
        like.Select(l => l.Place).ToList() is { Count: > 0 } all ? new(words, [.. all.Take(Named)], Math.Max(0, all.Count - Named)) : null;
}
