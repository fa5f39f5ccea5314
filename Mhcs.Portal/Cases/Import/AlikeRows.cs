using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Correspondence;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases.Import;

/// <summary>Finds duplicates and campaigns in a batch of correspondence: among its own rows, and among what came in lately.</summary>
sealed class AlikeRows
{
    const int Most = 1000, Named = 3;
    readonly ILookup<string, (string Where, FactSheet Facts)> _lately;
    readonly List<(CaseRow Row, string Where)> _earlier = [];

    AlikeRows(ILookup<string, (string, FactSheet)> lately) => _lately = lately;

    public static async Task<AlikeRows> Among(PortalDb db, IReadOnlyList<CaseRow> rows, Occasion on, CancellationToken ct)
    {
        List<(string Type, string Where, FactSheet Facts)> lately = [];
        foreach (var type in rows.Select(r => r.Type).Intersect(AllCaseTypes.Correspondence))
        {
            var since = on.Today.AddDays(-Likeness.Days);
            var seen = on.By.IsTheClock ? db.Cases.AsNoTracking() : db.Cases.AsNoTracking().SeenBy(on.By);
            lately.AddRange((await seen.Where(c => c.TypeKey == type.Key && c.ReceivedOn >= since).OrderByDescending(c => c.ReceivedOn).ThenByDescending(c => c.Id).Take(Most).Select(c => new { c.Reference, c.Facts }).ToListAsync(ct))
                .Select(c => (type.Key, c.Reference.Value, c.Facts)));
        }
        return new(lately.ToLookup(l => l.Type, l => (l.Where, l.Facts), StringComparer.Ordinal));
    }

    /// <summary>What a row resembles, in a sentence; each row is a neighbour of those that follow it.</summary>
    public string? Of(CaseRow row)
    {
        if (!AllCaseTypes.Correspondence.Contains(row.Type)) return null;
        var like = _earlier.Where(e => e.Row.Type == row.Type).Select(e => (e.Where, e.Row.Facts)).Concat(_lately[row.Type.Key]).Where(l => Likeness.AreAlike(l.Facts, row.Facts)).ToList();
        _earlier.Add((row, $"line {row.Line}"));
        return Sentence("Perhaps the same as", like.Where(l => Likeness.SameWriter(l.Facts, row.Facts))) ?? Sentence("Perhaps of one campaign with", like);
    }

    static string? Sentence(string words, IEnumerable<(string Where, FactSheet Facts)> like) => like.Select(l => l.Where).ToList() is { Count: > 0 } all
        ? $"{words} {string.Join(", ", all.Take(Named))}{(all.Count > Named ? $" and {all.Count - Named} more" : "")}" : null;
}
