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
public enum RetentionView { Due, Held, All }

public sealed record HoldRow(RetentionHold Hold, string PlacedBy, string? LiftedBy);

public sealed record RetentionRow(string Number, string Name, LegalCategory Category, DateOnly? Ended, DateOnly? ReviewFrom, IReadOnlyList<HoldRow> Holds, RetentionReview? Last, string? LastBy)
{
    public bool IsDue(DateOnly today) => ReviewFrom <= today && Last?.Decision is not (RetentionDecision.OfferToArchives or RetentionDecision.MarkForDisposal);
}

/// <param name="MayReview">Deputy heads and above review records and lift holds.</param>
public sealed record RetentionPageOf(IReadOnlyList<RetentionRow> Rows, int Total, int Due, int Held, int All, int Page, int Size, int? Months, bool MayReview, Occasion On);

/// <summary>Records whose restrictions have ended, oldest first; counted and paged in SQL.</summary>
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
        var holds = db.RetentionHolds.Where(h => h.LiftedAt == null).Select(h => h.PatientNumber);
        var held = seen.Where(p => holds.Contains(p.Number));
        var due = Due(db, ended, months, on);
        var (counts, listed) = ((Due: await due.CountAsync(ct), Held: await held.CountAsync(ct), All: await ended.CountAsync(ct)), view switch { RetentionView.Due => due, RetentionView.Held => held, _ => ended });
        var total = view switch { RetentionView.Due => counts.Due, RetentionView.Held => counts.Held, _ => counts.All };
        size = Math.Clamp(size, 1, CaseListQuery.MostOnAPage);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var patients = await listed.OrderBy(p => p.CategorySince).ThenBy(p => p.Id).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new(await Rows(db, patients, on, ct), total, counts.Due, counts.Held, counts.All, page, size, months, on.By.Posts.Any(p => p.Grade.DoesCasework && p.Grade >= Grade.DeputyHead), on);
    }

    static IQueryable<Patient> Due(PortalDb db, IQueryable<Patient> ended, int? months, Occasion on)
    {
        if (months is not { } period) return ended.Where(_ => false);
        var (before, today) = (on.Today.AddMonths(-period), on.Today);
        var last = db.RetentionReviews.Where(r => !db.RetentionReviews.Any(later => later.PatientNumber == r.PatientNumber && later.Id > r.Id));
        var done = last.Where(r => r.Decision != RetentionDecision.Keep || r.LookAgainOn > today).Select(r => r.PatientNumber);
        return ended.Where(p => p.CategorySince <= before && !done.Contains(p.Number));
    }

    async Task<IReadOnlyList<RetentionRow>> Rows(PortalDb db, List<Patient> patients, Occasion on, CancellationToken ct)
    {
        var numbers = patients.ConvertAll(p => p.Number);
        var holds = (await db.RetentionHolds.AsNoTracking().Where(h => numbers.Contains(h.PatientNumber)).OrderBy(h => h.Id).ToListAsync(ct)).ToLookup(h => h.PatientNumber);
        var reviews = (await db.RetentionReviews.AsNoTracking().Where(r => numbers.Contains(r.PatientNumber)).OrderBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.PatientNumber);
        var everyone = await staff.Everyone(ct);
        return [.. patients.Select(p =>
        {
            var last = reviews[p.Number].LastOrDefault();
            return new RetentionRow(p.Number, p.Name, p.Category, p.Category.IsRestricted ? null : p.CategorySince, Retention.ReviewFrom(p, last, on.Book),
                [.. holds[p.Number].Select(h => new HoldRow(h, Name(h.PlacedBy)!, Name(h.LiftedBy)))], last, Name(last?.By));
        })];

        string? Name(PersonId? id) => id is { } known ? everyone.GetValueOrDefault(known)?.Name ?? "Nobody we know" : null;
    }
}
