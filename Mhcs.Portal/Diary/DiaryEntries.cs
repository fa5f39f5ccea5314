using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Diary;

/// <summary>Everything that the sources know of some days: for the page, the morning and calendars outside.</summary>
public sealed class DiaryEntries(IEnumerable<IDiarySource> sources, IDbContextFactory<PortalDb> dbs)
{
    /// <param name="people">Null: of the whole team.</param>
    public async Task<IReadOnlyList<DiaryItem>> Between(DateOnly from, DateOnly to, string team, IReadOnlyList<PersonId>? people, Occasion on, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var ask = new DiaryAsk(db, on, from, to, team, people);
        List<DiaryItem> all = [];
        foreach (var source in sources) all.AddRange(await source.Read(ask, ct));
        return InOrder(all);
    }

    /// <summary>By day; who is away first, then by time, then what has none.</summary>
    public static IReadOnlyList<DiaryItem> InOrder(IEnumerable<DiaryItem> items) =>
        [.. items.OrderBy(i => i.Day).ThenBy(i => i.Kind.Order > 0).ThenBy(i => i.At ?? DateTimeOffset.MaxValue).ThenBy(i => i.Kind.Order).ThenBy(i => i.Title, StringComparer.Ordinal)];
}
