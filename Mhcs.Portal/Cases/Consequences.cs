using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Mhcs.Portal.Victims;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>What an act on one file does to others, in the same commit: the case that follows, the patient's other open cases, who may see the file.</summary>
sealed class Consequences(Writing writing, Occasion on, Staff staff, Func<IReadOnlyList<CaseReference>, Task<Dictionary<CaseReference, CaseFile>>> whole, List<FeedSignal> signals)
{
    /// <param name="wasRestricted">Whether the patient was restricted before the act.</param>
    public async Task Of(CaseFile file, IReadOnlyList<CaseEvent> events, bool wasRestricted, CancellationToken ct)
    {
        foreach (var taken in events.OfType<StepTaken>())
        {
            var move = file.Type.Moves.First(m => m.From.Code == taken.From && m.Step.Code == taken.Step && m.To.Code == taken.To);
            await Follow(file, move, ct);
            if (move.Elsewhere is { } elsewhere) await Reach(file.PatientNumber, file.Id, other => After(elsewhere, other, file, ct), ct);
            await GoingOn.Close(file, move, writing, staff, on, ct);
        }
        if (wasRestricted && file.Patient is { } patient && events.Any(e => e is PatientChanged { Change: LegalStatusBegan }))
            await RestrictionsEnded(patient, file.Reference.Value, file.Id, ct);
        if (events.Any(e => e is PatientChanged { Change: LegalStatusBegan { Note: AfterRecall.Note } })) await Reach(file.PatientNumber, file.Id, other => Task.FromResult(other.AfterRecall(file.Reference, on)), ct);
    }

    /// <summary>What an end of restrictions does to the patient's open cases: none where they have not ended.</summary>
    /// <param name="where">The case, or the list, in which they ended.</param>
    /// <param name="but">The case in which it happened.</param>
    public Task RestrictionsEnded(Patient patient, string where, int? but, CancellationToken ct) =>
        // A death has its own way to end the others.
        patient is { DiedOn: null, Category.IsRestricted: false } ? Reach(patient.Number, but, other => Task.FromResult(other.AfterRestrictions(where, on)), ct) : Task.CompletedTask;

    /// <summary>The case that the step's row says must follow; the open one where there can be only one.</summary>
    async Task Follow(CaseFile file, Move move, CancellationToken ct)
    {
        if (move.Opens is not { } key) return;
        var type = AllCaseTypes.Get(key);
        if ((await Joined(type, file, ct) ?? await CaseDesk.OpenOne(writing.Db, type, file.PatientNumber, ct)) is not { } reference)
        {
            reference = CaseReference.Of(type.Prefix, await CaseDesk.Next(writing.Db, type.Prefix, ct));
            var (next, opened) = CaseFile.OpenAfter(file, reference, type, on, move.OpensWith);
            writing.Db.Cases.Add(next);
            writing.Record(opened.Select(e => TrailEntry.Of(next, e)));
        }
        writing.Record(file.Follow(type, reference, on).Select(e => TrailEntry.Of(file, e)));
    }

    /// <summary>The open case that is about the same thing already; whoever holds it is asked to take it further.</summary>
    async Task<CaseReference?> Joined(CaseType type, CaseFile file, CancellationToken ct)
    {
        var states = type.JoinedIn.Select(s => s.Code).ToList();
        if (states.Count == 0 || await writing.Db.Cases.Where(c => c.PatientNumber == file.PatientNumber && c.TypeKey == type.Key && states.Contains(c.StateCode)).OrderByDescending(c => c.Id).Select(c => (CaseReference?)c.Reference).FirstOrDefaultAsync(ct) is not { } reference) return null;
        var joined = (await whole([reference]))[reference];
        await Did(joined, joined.AskedForAgain(file.Reference, on), ct);
        return reference;
    }

    /// <summary>Does the same to each open case of the patient but one, whoever may see it.</summary>
    async Task Reach(string? patient, int? but, Func<CaseFile, Task<IReadOnlyList<CaseEvent>>> act, CancellationToken ct)
    {
        var others = await writing.Db.Cases.WithVictims().Where(c => c.PatientNumber == patient && c.Id != but && c.ClosedAt == null).OrderBy(c => c.Id).Select(c => c.Reference).ToListAsync(ct);
        var loaded = await whole(others);
        foreach (var other in others.Select(r => loaded[r])) await Did(other, await act(other), ct);
    }

    async Task Did(CaseFile other, IReadOnlyList<CaseEvent> events, CancellationToken ct)
    {
        writing.Record(events.Select(e => TrailEntry.Of(other, e)));
        CaseDesk.Keep(writing.Db, other, events);
        await VictimRows.Follow(writing.Db, other, events, on, ct);
        if (events.Count > 0) signals.Add(new(FeedSignal.Cases, other.Team, other.Reference.Value));
    }

    async Task<IReadOnlyList<CaseEvent>> After(Elsewhere elsewhere, CaseFile other, CaseFile file, CancellationToken ct) => elsewhere switch
    {
        Elsewhere.Stop => other.StopAfterDeath(file.Reference, on),
        Elsewhere.Close => other.CloseAfterDeath(file.Reference, on),
        _ when await Stopped(other, ct) is { } stopped => other.ResumeAfterDeath(stopped, file.Reference, on),
        _ => [],
    };

    /// <summary>The step by which a death stopped the file.</summary>
    async Task<StepTaken?> Stopped(CaseFile file, CancellationToken ct) =>
        (await writing.Db.Trail.AsNoTracking().Where(e => e.CaseId == file.Id && e.Kind == nameof(StepTaken)).OrderByDescending(e => e.Seq).FirstOrDefaultAsync(ct))?.Event is StepTaken { To: var to } taken && to == AfterDeath.Stopped.Code ? taken : null;
}
