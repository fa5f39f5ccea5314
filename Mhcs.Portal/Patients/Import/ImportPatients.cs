using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Patients.Import;

/// <summary>What an import did to one patient: the trail's entry of kind PatientImported.</summary>
public sealed record PatientImported(bool IsNew, IReadOnlyList<FieldChange> Fields, IReadOnlyList<PatientChange> Changes);

/// <summary>Imports patients: a plan to look at first, then everything in one transaction or nothing.</summary>
public sealed class ImportPatients(IDbContextFactory<PortalDb> dbs, WriteLane lane, Occasions occasions, CaseDesk desk, SensitiveReads reads, ILiveFeed feed)
{
    /// <summary>Changes nothing: what the file would do.</summary>
    public async Task<ImportPlan> Plan(ReadOnlyMemory<byte> file, PersonId by, CancellationToken ct = default)
    {
        var on = await occasions.For(by, ct);
        if (Importers.Refusal(on) is { } refusal) return ImportPlan.Refused(refusal);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var (plan, sorted) = await PatientSorting.Sort(db, db.Patients.AsNoTracking(), PatientCsv.Read(file.Span, on!.Today), on, ct);
        // What changes is shown beside what is recorded.
        await reads.Of(sorted.Where(s => !s.IsNew && s.Differences.Fields.Count > 0).Select(s => s.Patient), by, ct);
        return plan;
    }

    /// <summary>Does what the plan says, sorted afresh so that nothing is done on a stale look; with one row rejected, cancelled or failed, nothing was changed.</summary>
    public async Task<ImportPlan> Run(ReadOnlyMemory<byte> file, PersonId by, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var on = await occasions.For(by, ct);
        if (Importers.Refusal(on) is { } refusal) return ImportPlan.Refused(refusal);
        var read = PatientCsv.Read(file.Span, on!.Today);
        if (read.Errors.Count > 0) return ImportPlan.Refused(read.Errors);

        List<FeedSignal> signals = [];
        var done = await lane.Write(writing =>
        {
            signals.Clear();
            return Write(writing, read, on, progress, desk.After(writing, on, signals, ct), ct);
        }, ct);
        if (done.MayRun) await feed.Publish(new FeedSignal(FeedSignal.Patients), ct);
        if (signals.Count > 0) await feed.Publish(new FeedSignal(FeedSignal.Cases), ct);
        return done;
    }

    static async Task<ImportPlan> Write(Writing writing, ReadFile<PatientRow> read, Occasion on, IProgress<ImportProgress>? progress, Consequences after, CancellationToken ct)
    {
        var (plan, sorted) = await PatientSorting.Sort(writing.Db, writing.Db.Patients, read, on, ct);
        if (!plan.MayRun) return plan;

        var done = 0;
        foreach (var one in sorted.Where(s => s.IsNew || s.Differences.Fields.Count > 0))
        {
            ct.ThrowIfCancellationRequested();
            var wasRestricted = !one.IsNew && one.Patient.Category.IsRestricted;
            foreach (var change in one.Differences.Changes) one.Patient.Apply(change);
            if (one.IsNew) writing.Db.Patients.Add(one.Patient);
            writing.Record(Entry(one, on));
            if (wasRestricted) await after.RestrictionsEnded(one.Patient, "an imported list", null, ct);
            if (++done % 250 == 0) progress?.Report(new("Reading in", done, sorted.Count));
        }
        progress?.Report(new("Saving", sorted.Count, sorted.Count));
        return plan;
    }

    static TrailEntry Entry(SortedPatient one, Occasion on) => new()
    {
        At = on.At, By = on.By.Id, Kind = nameof(PatientImported), PatientNumber = one.Patient.Number, Team = one.Patient.Team,
        Data = JsonSerializer.Serialize(new PatientImported(one.IsNew, one.IsNew ? [] : one.Differences.Fields, one.Differences.Changes), EventJson.Options),
    };
}
