using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Confidential;

/// <summary>The one writer of emergency openings of restricted files and of conflicts of interest.</summary>
public sealed class ConfidentialDesk(PlainDesk desk, CaseDesk cases, IDbContextFactory<PortalDb> dbs, Storage storage)
{
    /// <summary>Opens a restricted file for 24 hours. A try that finds nothing is on the trail too: whoever guesses references is seen to.</summary>
    public async Task<PlainOutcome> BreakGlass(string? reference, string? reason, PersonId by, CancellationToken ct = default)
    {
        var given = (reference ?? "").Trim().ToUpperInvariant();
        var outcome = await desk.Work(by, async (on, writing) =>
        {
            var file = CaseReference.TryParse(given, null, out var wanted) ? await writing.Db.Cases.AsNoTracking().Include(c => c.Patient).FirstOrDefaultAsync(c => c.Reference == wanted, ct) : null;
            var opening = GlassBreak.Open(file, reason, on);
            writing.Db.GlassBreaks.Add(opening);
            await writing.Db.SaveChangesAsync(ct);
            writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Opened, opening.Team, file!.PatientNumber, new { reference = given, opening.Reason, opening.Until }, on));
            return (opening.Id, new FeedSignal(FeedSignal.People, opening.Team));
        }, ct);
        // Without a reason nothing is said of the reference, so there was nothing to learn.
        if (outcome.Reasons.Any(r => r.Field == "reference"))
            await desk.Work(by, (on, writing) =>
            {
                writing.Record(ConfidentialTrail.Of(ConfidentialTrail.OpeningRefused, on.By.Person.Team, null, new { reference = given.Length > 12 ? given[..12] : given }, on));
                return Task.FromResult((0, new FeedSignal(FeedSignal.Settings)));
            }, ct);
        return outcome;
    }

    /// <summary>The head takes note of an opening.</summary>
    public Task<PlainOutcome> Note(int id, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var opening = await writing.Db.GlassBreaks.FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such opening, or it isn’t one you can see"));
        opening.Note(on);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Noted, opening.Team, null, new { opening.Id, reference = opening.Reference.Value }, on));
        return (id, new FeedSignal(FeedSignal.People, opening.Team));
    }, ct);

    /// <summary>Declares a conflict of interest with a patient: first the person's cases of that patient go back among the unassigned, then the files close to them.</summary>
    public async Task<PlainOutcome> Declare(string patientNumber, string? why, PersonId by, CancellationToken ct = default)
    {
        // Asked before anything is laid down, so that a refused declaration leaves everything as it was.
        if (string.IsNullOrWhiteSpace(why)) return PlainOutcome.Refused(new Refusal("missing", "Say how you are related or acquainted, in a few words", "why"));
        await using var db = await dbs.CreateDbContextAsync(ct);
        var mine = await db.Cases.WithVictims().AsNoTracking().Where(c => c.PatientNumber == patientNumber && c.AssigneeId == by && c.ClosedAt == null).Select(c => c.Reference).ToListAsync(ct);
        if (mine.Count > 0 && (await cases.HandAll(mine, by, (file, on) => file.LayDown(on), ct: ct)).Values.FirstOrDefault(o => o is not Outcome.Done) is { } refused)
            return PlainOutcome.Refused([.. refused.Sentences.Select(s => new Refusal("rule", s))]);
        return await desk.Work(by, async (on, writing) =>
        {
            await storage.LockChain(writing.Db, ct);
            var patient = await writing.Db.Patients.AsNoTracking().SeenBy(on.By).FirstOrDefaultAsync(p => p.Number == patientNumber, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such patient for you"));
            var person = await writing.Db.People.FirstAsync(p => p.Id == by, ct);
            var declared = ConflictOfInterest.Declare(person, patient.Number, why, on);
            writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Declared, patient.Team, patient.Number, new { person = person.UserName }, on));
            return (person.Id.Value, new FeedSignal(FeedSignal.People, patient.Team));
        }, ct);
    }

    /// <summary>Opens the patient's files to somebody again.</summary>
    public Task<PlainOutcome> Lift(PersonId whose, string patientNumber, string? because, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        await storage.LockChain(writing.Db, ct);
        var person = await writing.Db.People.FirstOrDefaultAsync(p => p.Id == whose, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such person"));
        var lifted = ConflictOfInterest.Lift(person, patientNumber, because, on);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Lifted, person.Team, patientNumber, new { person = person.UserName, because = lifted.LiftedBecause }, on));
        return (person.Id.Value, new FeedSignal(FeedSignal.People, person.Team));
    }, ct);
}
