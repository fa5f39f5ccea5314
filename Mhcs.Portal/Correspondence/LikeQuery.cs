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
        await using var db = await dbs.CreateDbContextAsync(ct);
        var gist = Gist.Of(piece);
        var lately = await Lately(db.Cases.AsNoTracking().SeenBy(actor), type, London.Day(clock.GetUtcNow())).Select(c => new { c.Reference, c.Subject, c.StateCode, c.ReceivedOn, c.Facts }).ToListAsync(ct);
        return [.. lately.Select(l => (Piece: l, Gist: Gist.Of(l.Facts))).Where(l => l.Gist.IsLike(gist)).Take(Shown).Select(l => new LikePiece(l.Piece.Reference, l.Piece.Subject!, type.State(l.Piece.StateCode).Label, l.Piece.ReceivedOn,
            l.Gist.HasWriterOf(gist), l.Piece.Facts.Text(Facts.Campaign) ?? l.Piece.Reference.Value))];
    }

    /// <summary>What came in lately of this kind, newest first: what new pieces are compared with.</summary>
    internal static IQueryable<CaseFile> Lately(IQueryable<CaseFile> seen, CaseType type, DateOnly today)
    {
        var since = today.AddDays(-Likeness.Days);
        return seen.Where(c => c.TypeKey == type.Key && c.ReceivedOn >= since).OrderByDescending(c => c.ReceivedOn).ThenByDescending(c => c.Id).Take(Most);
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
