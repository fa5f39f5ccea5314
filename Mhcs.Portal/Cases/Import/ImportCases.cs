using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.Patients.Import;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;
using C = Mhcs.Portal.Cases.Import.CaseColumns;

namespace Mhcs.Portal.Cases.Import;

/// <summary>Imports open cases: a plan to look at first, then everything in one transaction or nothing.</summary>
public sealed class ImportCases(IDbContextFactory<PortalDb> dbs, WriteLane lane, Occasions occasions, ILiveFeed feed)
{
    /// <summary>Changes nothing: what the file would do.</summary>
    public async Task<ImportPlan> Plan(ReadOnlyMemory<byte> file, PersonId by, CancellationToken ct = default)
    {
        var on = await occasions.For(by, ct);
        if (Importers.Refusal(on) is { } refusal) return ImportPlan.Refused(refusal);
        await using var db = await dbs.CreateDbContextAsync(ct);
        return (await TakeOver(db, CaseCsv.Read(file.Span, on!.Today), on, null, ct)).Plan;
    }

    /// <summary>Does what the plan says, sorted afresh; with one row rejected, cancelled or failed, nothing was changed.</summary>
    public async Task<ImportPlan> Run(ReadOnlyMemory<byte> file, PersonId by, IProgress<ImportProgress>? progress = null, CancellationToken ct = default)
    {
        var on = await occasions.For(by, ct);
        if (Importers.Refusal(on) is { } refusal) return ImportPlan.Refused(refusal);
        var read = CaseCsv.Read(file.Span, on!.Today);
        if (read.Errors.Count > 0) return ImportPlan.Refused(read.Errors);

        var done = await lane.Write(async writing =>
        {
            var (plan, files) = await TakeOver(writing.Db, read, on, progress, ct);
            if (!plan.MayRun) return plan;
            foreach (var (taken, events) in files)
            {
                writing.Db.Cases.Add(taken);
                writing.Record(events.Select(e => TrailEntry.Of(taken, e)));
            }
            await writing.Db.SaveChangesAsync(ct);
            writing.Db.Notes.AddRange(files.SelectMany(f => f.Events.OfType<NoteAdded>().Select(n => new Note { CaseId = f.File.Id, At = n.At, By = n.By, Text = n.Text })));
            progress?.Report(new("Saving", files.Count, files.Count));
            return plan;
        }, ct);
        if (done.MayRun) await feed.Publish(new FeedSignal(FeedSignal.Cases), ct);
        return done;
    }

    static string Who(CaseRow row, CaseFile file) => string.Join("; ", new[] { row.Type.Subject(row.Facts), file.Patient?.Name }.OfType<string>());

    static async Task<(ImportPlan Plan, IReadOnlyList<(CaseFile File, IReadOnlyList<CaseEvent> Events)> Files)> TakeOver(PortalDb db, ReadFile<CaseRow> read, Occasion on, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var recorded = await CasesRecorded.Load(db, read.Rows, on.By, ct);
        var (fresh, unchanged, rejected) = CaseSorting.Sort(recorded, read, on);
        var references = new References(await db.Counters.ToDictionaryAsync(c => c.Prefix, StringComparer.Ordinal, ct), fresh.Select(r => r.Reference).OfType<CaseReference>());
        var alike = await AlikeRows.Among(db, fresh, on, ct);
        List<(CaseFile, IReadOnlyList<CaseEvent>)> files = [];
        List<PlannedRow> planned = [];
        List<RowError> impossible = [];
        foreach (var row in fresh)
        {
            ct.ThrowIfCancellationRequested();
            try
            {
                var handover = new Handover(row.State, row.ReceivedOn, row.StateSince, row.Facts, row.Assignee is { } name ? recorded.People[name] : null, row.Team);
                var (file, events) = CaseFile.TakeOver(row.Reference ?? references.Next(row.Type.Prefix), row.Type, row.PatientNumber is { } number ? recorded.Patients[number] : null, handover, on);
                if (CaseMachine.WayTo(row.Type, row.State).FirstOrDefault(m => m.Restricts) is { } closing) events = [.. events, .. file.RestrictAfter(closing, recorded.People.Values, [], on)];
                files.Add((file, row.Note is { } note ? [.. events, .. file.AddNote(note, on)] : events));
                planned.Add(new(row.Line, row.Reference?.Value ?? "New", $"{Who(row, file)}. {row.Type.Label}, {row.State.Label}", []) { Like = alike.Of(row) });
            }
            catch (RuleBroken broken)
            {
                impossible.AddRange(broken.Reasons.Select(r => new RowError(row.Line, ColumnOf(r, row), r.Code, r.Text.TrimEnd('.') + ".")));
            }
            if (files.Count % 250 == 0) progress?.Report(new("Reading in", files.Count, fresh.Count));
        }
        references.Keep(db);
        return (new(planned, [], unchanged, [.. rejected.Concat(impossible).OrderBy(e => e.Row)]), files);
    }

    static string? ColumnOf(Refusal refusal, CaseRow row) => refusal.Field switch
    {
        null => null,
        "assignee" => C.Assignee,
        "state" => C.State,
        "stateSince" => C.StateSince,
        "receivedOn" => C.ReceivedOn,
        "team" => C.Team,
        var key => row.Type.AllFacts.FirstOrDefault(f => f.Key == key) is { } fact ? C.Of(fact) : null,
    };

    /// <summary>New references that pass over those the file brings.</summary>
    sealed class References(Dictionary<string, Counter> counters, IEnumerable<CaseReference> brought)
    {
        readonly Dictionary<string, int> _next = brought.GroupBy(r => r.Value[..1], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max(r => int.Parse(r.Value.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture)) + 1, StringComparer.Ordinal);

        public CaseReference Next(string prefix)
        {
            var number = Math.Max(_next.GetValueOrDefault(prefix, 1001), counters.GetValueOrDefault(prefix)?.Next ?? 1001);
            _next[prefix] = number + 1;
            return CaseReference.Of(prefix, number);
        }

        public void Keep(PortalDb db)
        {
            foreach (var (prefix, next) in _next)
                if (!counters.TryGetValue(prefix, out var counter)) db.Counters.Add(new() { Prefix = prefix, Next = next });
                else if (counter.Next < next) counter.Next = next;
        }
    }
}
