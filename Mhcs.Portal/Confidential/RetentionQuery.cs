using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Confidential;

/// <summary>Which records are listed.</summary>
public enum RetentionView { Due, Held, All, Cases }

public sealed record HoldRow(RetentionHold Hold, string PlacedBy, string? LiftedBy);

/// <param name="Ended">When the restrictions ended, or the case was closed.</param>
public sealed record RetentionRow(string Number, string Name, string Href, DateOnly? Ended, DateOnly? ReviewFrom, IReadOnlyList<HoldRow> Holds, RetentionReview? Last, string? LastBy)
{
    public bool IsDue(DateOnly today) => ReviewFrom <= today && Last?.Decision is not (RetentionDecision.OfferToArchives or RetentionDecision.MarkForDisposal);
}

/// <param name="Cases">Closed cases about nobody on our books, and open ones that are held.</param>
/// <param name="MayReview">Deputy heads and above review records and lift holds.</param>
public sealed record RetentionPageOf(IReadOnlyList<RetentionRow> Rows, int Total, int Due, int Held, int All, int Cases, int Page, int Size, int? Months, bool MayReview, Occasion On);

/// <summary>Records whose restrictions have ended, and closed cases about nobody on our books, oldest first; counted and paged in SQL.</summary>
public sealed class RetentionQuery(IDbContextFactory<PortalDb> dbs, Staff staff, Occasions occasions)
{
    static readonly LegalCategory[] Restricted = [.. Enum.GetValues<LegalCategory>().Where(c => c.IsRestricted)];

    public async Task<RetentionPageOf?> For(PersonId me, RetentionView view, int page = 1, int size = 25, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on || (on.By.Teams().Length == 0 && !on.By.SeesAllTeams())) return null;
        var months = on.Book.Resolve(Terms.ReviewOfRecord).Amount;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var seen = db.Patients.AsNoTracking().SeenBy(on.By);
        var ended = seen.Where(p => !Restricted.Contains(p.Category) && p.CategorySince != null);
        var holds = db.RetentionHolds.Where(h => h.LiftedAt == null).Select(h => h.Record);
        var held = seen.Where(p => holds.Contains(p.Number));
        var due = Due(db, ended, months, on);
        var cases = await WithoutPatient(db, on, ct);
        var (counts, listed) = ((Due: await due.CountAsync(ct), Held: await held.CountAsync(ct), All: await ended.CountAsync(ct), Cases: await cases.CountAsync(ct)), view switch { RetentionView.Due => due, RetentionView.Held => held, _ => ended });
        var total = view switch { RetentionView.Due => counts.Due, RetentionView.Held => counts.Held, RetentionView.Cases => counts.Cases, _ => counts.All };
        size = Math.Clamp(size, 1, CaseListQuery.MostOnAPage);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var records = view == RetentionView.Cases
            ? (await cases.OrderBy(c => c.ClosedAt == null).ThenBy(c => c.ClosedAt).ThenBy(c => c.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct)).ConvertAll(c => (KeptRecord.Of(c), c.Title, $"/cases/{c.Reference}"))
            : (await listed.OrderBy(p => p.CategorySince).ThenBy(p => p.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct)).ConvertAll(p => (KeptRecord.Of(p), p.Name, $"/patients/{p.Number}"));
        return new(await Rows(db, records, on, ct), total, counts.Due, counts.Held, counts.All, counts.Cases, page, size, months, on.By.Posts.Any(p => p.Grade.DoesCasework && p.Grade >= Grade.DeputyHead), on);
    }

    /// <summary>A letter, a claim or a request about nobody on our books is a record of its own.</summary>
    static async Task<IQueryable<CaseFile>> WithoutPatient(PortalDb db, Occasion on, CancellationToken ct)
    {
        var held = (await db.RetentionHolds.Where(h => h.LiftedAt == null && !h.Record.StartsWith("P-")).Select(h => h.Record).ToListAsync(ct)).ConvertAll(r => new CaseReference(r));
        return db.Cases.AsNoTracking().SeenBy(on.By).Where(c => c.PatientNumber == null && (c.ClosedAt != null || held.Contains(c.Reference)));
    }

    static IQueryable<Patient> Due(PortalDb db, IQueryable<Patient> ended, int? months, Occasion on)
    {
        if (months is not { } period) return ended.Where(_ => false);
        var (before, today) = (on.Today.AddMonths(-period), on.Today);
        var last = db.RetentionReviews.Where(r => !db.RetentionReviews.Any(later => later.Record == r.Record && later.Id > r.Id));
        var done = last.Where(r => r.Decision != RetentionDecision.Keep || r.LookAgainOn > today).Select(r => r.Record);
        return ended.Where(p => p.CategorySince <= before && !done.Contains(p.Number));
    }

    async Task<IReadOnlyList<RetentionRow>> Rows(PortalDb db, List<(KeptRecord Kept, string Name, string Href)> records, Occasion on, CancellationToken ct)
    {
        var numbers = records.ConvertAll(r => r.Kept.Number);
        var holds = (await db.RetentionHolds.AsNoTracking().Where(h => numbers.Contains(h.Record)).OrderBy(h => h.Id).ToListAsync(ct)).ToLookup(h => h.Record);
        var reviews = (await db.RetentionReviews.AsNoTracking().Where(r => numbers.Contains(r.Record)).OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.Record);
        var everyone = await staff.Everyone(ct);
        return [.. records.Select(r =>
        {
            var last = reviews[r.Kept.Number].LastOrDefault();
            return new RetentionRow(r.Kept.Number, r.Name, r.Href, r.Kept.EndedOn, Retention.ReviewFrom(r.Kept, last, on.Book),
                [.. holds[r.Kept.Number].Select(h => new HoldRow(h, Name(h.PlacedBy)!, Name(h.LiftedBy)))], last, Name(last?.By));
        })];

        string? Name(PersonId? id) => id is { } known ? everyone.GetValueOrDefault(known)?.Name ?? "Nobody we know" : null;
    }
}
