using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Correspondence;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Correspondence;

/// <summary>Something that came in lately and is about the same.</summary>
/// <param name="SameWriter">From the same correspondent: perhaps the same letter. From another it is perhaps a campaign.</param>
/// <param name="Campaign">Reference of the first letter of its campaign: its own, where it belongs to none yet.</param>
public sealed record LikePiece(CaseReference Reference, string Subject, string State, DateOnly ReceivedOn, bool SameWriter, string Campaign);

/// <summary>Finds duplicates and campaigns among what a person may see.</summary>
public sealed class LikeQuery(IDbContextFactory<PortalDb> dbs, Staff staff, TimeProvider clock)
{
    const int Most = 1000, Shown = 8;

    /// <summary>What is alike among the pieces of this kind received in the last <see cref="Likeness.Days"/> days, newest first.</summary>
    public async Task<IReadOnlyList<LikePiece>> For(PersonId me, CaseType type, FactSheet piece, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor) return [];
        var since = London.Day(clock.GetUtcNow()).AddDays(-Likeness.Days);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var lately = await db.Cases.AsNoTracking().SeenBy(actor).Where(c => c.TypeKey == type.Key && c.ReceivedOn >= since).OrderByDescending(c => c.ReceivedOn).ThenByDescending(c => c.Id).Take(Most)
            .Select(c => new { c.Reference, c.Subject, c.StateCode, c.ReceivedOn, c.Facts }).ToListAsync(ct);
        return [.. lately.Where(l => Likeness.AreAlike(l.Facts, piece)).Take(Shown).Select(l => new LikePiece(l.Reference, l.Subject!, type.State(l.StateCode).Label, l.ReceivedOn,
            Likeness.SameWriter(l.Facts, piece), l.Facts.Text(Facts.Campaign) ?? l.Reference.Value))];
    }

    /// <summary>The open letters of a campaign, its first one included.</summary>
    public async Task<IReadOnlyList<CaseFile>> Campaign(PersonId me, string first, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor) return [];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var open = await db.Cases.AsNoTracking().SeenBy(actor).Where(c => c.TypeKey == Letter.Type.Key && c.ClosedAt == null).ToListAsync(ct);
        return [.. open.Where(c => c.Reference.Value == first || c.Facts.Text(Facts.Campaign) == first)];
    }
}
