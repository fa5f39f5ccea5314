using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.Patients;
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
    public Task<PlainOutcome> Place(string? patientNumber, HoldGround? ground, string? why, PersonId by, CancellationToken ct = default) => Work(patientNumber, by, async (patient, on, writing) =>
    {
        var hold = RetentionHold.Place(patient.Number, ground, why, on);
        writing.Db.RetentionHolds.Add(hold);
        await writing.Db.SaveChangesAsync(ct);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.HoldPlaced, patient.Team, patient.Number, new { hold.Id, hold.Ground, hold.Why }, on));
        return hold.Id;
    }, ct);

    public Task<PlainOutcome> Lift(int id, string? because, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var hold = await writing.Db.RetentionHolds.FirstOrDefaultAsync(h => h.Id == id, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such hold, or it isn’t one you can see"));
        var patient = await Seen(writing.Db, hold.PatientNumber, on, ct);
        hold.Lift(because, on);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.HoldLifted, patient.Team, patient.Number, new { hold.Id, because = hold.LiftedBecause }, on));
        return (id, new FeedSignal(FeedSignal.Patients, patient.Team));
    }, ct);

    public Task<PlainOutcome> Review(string patientNumber, RetentionDecision? decision, DateOnly? lookAgainOn, string? reason, PersonId by, CancellationToken ct = default) => Work(patientNumber, by, async (patient, on, writing) =>
    {
        var last = await writing.Db.RetentionReviews.Where(r => r.PatientNumber == patient.Number).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
        var review = Retention.Review(patient, last, await writing.Db.RetentionHolds.Where(h => h.PatientNumber == patient.Number).ToListAsync(ct), decision, lookAgainOn, reason, on);
        writing.Db.RetentionReviews.Add(review);
        await writing.Db.SaveChangesAsync(ct);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Reviewed, patient.Team, patient.Number, new { review.Decision, review.LookAgainOn, review.Reason }, on));
        return review.Id;
    }, ct);

    Task<PlainOutcome> Work(string? patientNumber, PersonId by, Func<Patient, Occasion, Writing, Task<int>> work, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        // A hold and a review of the same record, one after the other.
        await storage.LockChain(writing.Db, ct);
        var patient = await Seen(writing.Db, patientNumber, on, ct);
        return (await work(patient, on, writing), new FeedSignal(FeedSignal.Patients, patient.Team));
    }, ct);

    static async Task<Patient> Seen(PortalDb db, string? number, Occasion on, CancellationToken ct)
    {
        var given = (number ?? "").Trim().ToUpperInvariant();
        return await db.Patients.AsNoTracking().SeenBy(on.By).FirstOrDefaultAsync(p => p.Number == given, ct)
            ?? throw new RuleBroken(new Refusal("invalid", "There is no patient with this number in your team. Check the number, such as P-20417", "patient"));
    }
}
