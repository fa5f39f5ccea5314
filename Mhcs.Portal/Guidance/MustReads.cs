using Mhcs.Domain.Guidance;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Guidance;

/// <summary>The pages that have to be read, and who has confirmed it: a few rows, read with the people.</summary>
/// <param name="Pages">Each with the version from which on a confirmation counts.</param>
public sealed record MustReads(IReadOnlyList<(int Page, int From, UnreadPage Unread)> Pages, ILookup<PersonId, PageReading> Readings)
{
    public static async Task<MustReads> Of(PortalDb db)
    {
        var pages = await db.PolicyPages.AsNoTracking().Where(p => p.MustRead != null && p.ReadBy != null).Select(p => new { p.Id, p.Key, p.Title, p.Governs, p.MustRead, p.ReadBy }).ToListAsync();
        var ids = pages.ConvertAll(p => p.Id);
        var readings = ids.Count == 0 ? [] : await db.PageReadings.AsNoTracking().Where(r => ids.Contains(r.PageId)).ToListAsync();
        return new([.. pages.OrderBy(p => p.ReadBy).Select(p => (p.Id, p.MustRead!.Value, new UnreadPage(p.Key, p.Title, p.Governs, p.ReadBy!.Value)))], readings.ToLookup(r => r.Person));
    }

    /// <summary>Reading a later version is reading what was new in the earlier one.</summary>
    public IReadOnlyList<UnreadPage> UnreadBy(Person person) => Pages.Count == 0 || !person.Grade.DoesCasework ? []
        : [.. Pages.Where(p => !Readings[person.Id].Any(r => r.PageId == p.Page && r.Number >= p.From)).Select(p => p.Unread)];
}
