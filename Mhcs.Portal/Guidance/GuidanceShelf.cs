using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.Ui;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Guidance;

/// <summary>Which pages govern which case types: asked with every case page, so it is kept until one changes, and a minute at most.</summary>
public sealed class GuidanceShelf
{
    readonly SharedReading<IReadOnlyList<(string Key, string Title, IReadOnlyList<string> Governs)>> _reading;
    volatile IReadOnlyList<(string Key, string Title, IReadOnlyList<string> Governs)>? _pages;

    public GuidanceShelf(IDbContextFactory<PortalDb> dbs, InProcessFeed feed)
    {
        _reading = new(() => Take(dbs));
        feed.Heard += signal => { if (signal.Topic is "*" or FeedSignal.Guidance or FeedSignal.Time) _pages = null; };
    }

    /// <summary>Those of fewest types first: what is written for this one.</summary>
    public async Task<IReadOnlyList<TextLink>> For(string type, CancellationToken ct = default)
    {
        var pages = _pages ??= await _reading.Next().WaitAsync(ct);
        return [.. pages.Where(p => p.Governs.Contains(type)).OrderBy(p => p.Governs.Count).ThenBy(p => p.Title, StringComparer.Ordinal).Select(p => new TextLink(p.Title, $"/guidance/{p.Key}"))];
    }

    static async Task<IReadOnlyList<(string, string, IReadOnlyList<string>)>> Take(IDbContextFactory<PortalDb> dbs)
    {
        await using var db = await dbs.CreateDbContextAsync();
        return [.. (await db.PolicyPages.AsNoTracking().Where(p => p.Current > 0).Select(p => new { p.Key, p.Title, p.Governs }).ToListAsync()).Select(p => (p.Key, p.Title, p.Governs))];
    }
}
