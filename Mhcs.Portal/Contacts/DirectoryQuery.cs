using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Contacts;

public sealed record EntryRow(int Id, EntryKind Kind, string Name, string? Organisation, string? Region, string? Town, string? Email, string? Telephone, DateOnly From, DateOnly? To, IReadOnlyList<string> FormerNames);

public sealed record EntryCell(EntryKind Kind, string? Region, int Count);

/// <summary>One page of the directory, with how many entries each value of each filter would leave.</summary>
public sealed record DirectoryPageOf(IReadOnlyList<EntryRow> Rows, int Total, int Page, int Size, IReadOnlyList<EntryCell> Cells, bool MayChange, DateTimeOffset At)
{
    public int With(DirectoryFilter filter, EntryKind kind) => Sum(filter with { Kinds = [kind] });
    public int With(DirectoryFilter filter, string region) => Sum(filter with { Regions = [region] });
    public int Sum(DirectoryFilter filter) => Cells.Where(c => (filter.Kinds.Count == 0 || filter.Kinds.Contains(c.Kind)) && (filter.Regions.Count == 0 || filter.Regions.Contains(c.Region))).Sum(c => c.Count);
}

/// <summary>The directory by name; counted and paged in SQL. What became part of another entry is found as that.</summary>
public sealed class DirectoryQuery(IDbContextFactory<PortalDb> dbs, Staff staff, TimeProvider clock)
{
    public async Task<DirectoryPageOf?> For(PersonId me, DirectoryFilter filter, int page = 1, int size = 25, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || !actor.Posts.Any(p => p.Grade.DoesCasework)) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var today = London.Day(now);
        var all = db.Directory.AsNoTracking().Where(e => e.MergedInto == null && (filter.Closed || e.To == null || e.To >= today)).Called(filter.Words);
        var cells = await all.GroupBy(e => new { e.Kind, e.Region }).Select(g => new EntryCell(g.Key.Kind, g.Key.Region, g.Count())).ToListAsync(ct);
        var found = new DirectoryPageOf([], 0, 1, Math.Clamp(size, 1, CaseListQuery.MostOnAPage), cells, DirectoryEntry.MayChange(actor), now);
        var total = found.Sum(filter);
        page = Math.Clamp(page, 1, Math.Max(1, (total + found.Size - 1) / found.Size));
        if (filter.Kinds is { Count: > 0 } kinds) all = all.Where(e => kinds.Contains(e.Kind));
        if (filter.Regions is { Count: > 0 } regions) all = all.Where(e => regions.Contains(e.Region!));
        var rows = await all.OrderBy(e => e.Name).ThenBy(e => e.Id).Skip((page - 1) * found.Size).Take(found.Size)
            .Select(e => new EntryRow(e.Id, e.Kind, e.Name, e.Organisation, e.Region, e.Town, e.Email, e.Telephone, e.From, e.To, e.FormerNames)).ToListAsync(ct);
        return found with { Rows = rows, Total = total, Page = page };
    }

    /// <summary>Entries for a box in which one is chosen: open ones whose name holds the words, by name.</summary>
    /// <param name="except">An entry that can't be chosen.</param>
    public async Task<IReadOnlyList<EntryRow>> Matching(string words, EntryKind? kind = null, int? except = null, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var today = London.Day(clock.GetUtcNow());
        return await db.Directory.AsNoTracking().Where(e => e.MergedInto == null && (e.To == null || e.To >= today) && (kind == null || e.Kind == kind) && e.Id != (except ?? 0)).Called(words)
            .OrderBy(e => e.Name).Take(12).Select(e => new EntryRow(e.Id, e.Kind, e.Name, e.Organisation, e.Region, e.Town, e.Email, e.Telephone, e.From, e.To, e.FormerNames)).ToListAsync(ct);
    }
}

static class EntryWords
{
    /// <summary>Each word stands in one of the names, the organisation or the town.</summary>
    public static IQueryable<DirectoryEntry> Called(this IQueryable<DirectoryEntry> entries, string? words)
    {
        foreach (var word in (words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
            entries = entries.Where(e => e.Words.Contains(word));
        return entries;
    }

    /// <summary>"K. Alderbough, Northmere Hospital".</summary>
    public static string Label(this EntryRow entry) => entry.Organisation is { } works ? $"{entry.Name}, {works}" : entry.Name;
}
