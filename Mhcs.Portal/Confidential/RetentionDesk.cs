using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Confidential;

/// <summary>The one writer of holds and reviews of old records. It deletes nothing, and nothing else does.</summary>
public sealed class RetentionDesk(PlainDesk desk, Storage storage)
{
    /// <summary>A record as it was found, with what its entry on the trail names.</summary>
    sealed record Found(KeptRecord Kept, string Team, string? Patient);

    public Task<PlainOutcome> Place(string? number, HoldGround? ground, string? why, PersonId by, CancellationToken ct = default) => Work(number, by, async (record, on, writing) =>
    {
        var hold = RetentionHold.Place(record.Kept.Number, ground, why, on);
        writing.Db.RetentionHolds.Add(hold);
        await writing.Db.SaveChangesAsync(ct);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.HoldPlaced, record.Team, record.Patient, new { hold.Id, hold.Record, hold.Ground, hold.Why }, on));
        return hold.Id;
    }, ct);

    public Task<PlainOutcome> Lift(int id, string? because, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var hold = await writing.Db.RetentionHolds.FirstOrDefaultAsync(h => h.Id == id, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such hold, or it isn’t one you can see"));
        var record = await Seen(writing.Db, hold.Record, on, ct);
        hold.Lift(because, on);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.HoldLifted, record.Team, record.Patient, new { hold.Id, hold.Record, because = hold.LiftedBecause }, on));
        return (id, new FeedSignal(FeedSignal.Patients, record.Team));
    }, ct);

    public Task<PlainOutcome> Review(string number, RetentionDecision? decision, DateOnly? lookAgainOn, string? reason, PersonId by, CancellationToken ct = default) => Work(number, by, async (record, on, writing) =>
    {
        var last = await writing.Db.RetentionReviews.Where(r => r.Record == record.Kept.Number).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        var review = Retention.Review(record.Kept, last, await writing.Db.RetentionHolds.Where(h => h.Record == record.Kept.Number).ToListAsync(ct), decision, lookAgainOn, reason, on);
        writing.Db.RetentionReviews.Add(review);
        await writing.Db.SaveChangesAsync(ct);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Reviewed, record.Team, record.Patient, new { review.Record, review.Decision, review.LookAgainOn, review.Reason }, on));
        return review.Id;
    }, ct);

    Task<PlainOutcome> Work(string? number, PersonId by, Func<Found, Occasion, Writing, Task<int>> work, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        // A hold and a review of the same record, one after the other.
        await storage.LockChain(writing.Db, ct);
        var record = await Seen(writing.Db, number, on, ct);
        return (await work(record, on, writing), new FeedSignal(FeedSignal.Patients, record.Team));
    }, ct);

    static async Task<Found> Seen(PortalDb db, string? number, Occasion on, CancellationToken ct)
    {
        var given = (number ?? "").Trim().ToUpperInvariant();
        if (await db.Patients.AsNoTracking().SeenBy(on.By).FirstOrDefaultAsync(p => p.Number == given, ct) is { } patient) return new(KeptRecord.Of(patient), patient.Team, patient.Number);
        return CaseReference.TryParse(given, null, out var reference) && await db.Cases.AsNoTracking().SeenBy(on.By).FirstOrDefaultAsync(c => c.Reference == reference, ct) is { } file
            ? file.PatientNumber is { } about
                ? throw new RuleBroken(new Refusal("rule", $"{reference} is part of the record of {about}: give that number", "patient"))
                : new(KeptRecord.Of(file), file.Team, null)
            : throw new RuleBroken(new Refusal("invalid", "There is no patient with this number, and no case with this reference, in your team. Check it, such as P-20417", "patient"));
    }
}
