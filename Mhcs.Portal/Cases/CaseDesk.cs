using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Mhcs.Portal.Victims;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>The one door for change: load, check, decide, save, signal, once. Pages, API, hub and clock all go through here.</summary>
public sealed class CaseDesk(WriteLane lane, Occasions occasions, Staff staff, ILiveFeed feed, Storage storage, ILogger<CaseDesk> log)
{
    /// <summary>Does one piece of work on a file. With <paramref name="version"/>, only if the file is still as the person saw it.</summary>
    public async Task<Outcome> Work(CaseReference file, PersonId by, Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> work, int? version = null, CancellationToken ct = default) =>
        (await WorkAll([file], by, work, version is { } v ? new Dictionary<CaseReference, int> { [file] = v } : null, ct))[file];

    /// <summary>Work that keeps something beside the file, such as the record of a document, in the same commit.</summary>
    public async Task<Outcome> Work(CaseReference file, PersonId by, Func<CaseFile, Occasion, Writing, IReadOnlyList<CaseEvent>> work, int? version = null, CancellationToken ct = default) =>
        (await WorkAll([file], by, work, version is { } v ? new Dictionary<CaseReference, int> { [file] = v } : null, ct))[file];

    /// <summary>The same work on many files in one commit with one signal. Each file is answered by itself: what one refuses does not hold up the others.</summary>
    public Task<IReadOnlyDictionary<CaseReference, Outcome>> WorkAll(IReadOnlyList<CaseReference> files, PersonId by, Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> work,
        IReadOnlyDictionary<CaseReference, int>? versions = null, CancellationToken ct = default) => WorkAll(files, by, (file, on, _) => work(file, on), versions, ct);

    /// <summary>Changes who holds a file, and nothing else.</summary>
    public async Task<Outcome> Hand(CaseReference file, PersonId by, Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> work, int? version = null, CancellationToken ct = default) =>
        (await HandAll([file], by, work, version is { } v ? new Dictionary<CaseReference, int> { [file] = v } : null, ct))[file];

    /// <summary>Changes who holds files, and nothing else: they are read without patients, dates, notices and papers, which is most of the cost of fifty.</summary>
    /// <exception cref="InvalidOperationException">The work did something else.</exception>
    public Task<IReadOnlyDictionary<CaseReference, Outcome>> HandAll(IReadOnlyList<CaseReference> files, PersonId by, Func<CaseFile, Occasion, IReadOnlyList<CaseEvent>> work,
        IReadOnlyDictionary<CaseReference, int>? versions = null, CancellationToken ct = default) => WorkAll(files, by, (file, on, _) =>
        {
            var events = work(file, on);
            return events.All(e => e is CaseAssigned) ? events : throw new InvalidOperationException($"Handing over {file.Reference} also did {events.First(e => e is not CaseAssigned).GetType().Name}");
        }, versions, ct, Heads);

    async Task<IReadOnlyDictionary<CaseReference, Outcome>> WorkAll(IReadOnlyList<CaseReference> files, PersonId by, Func<CaseFile, Occasion, Writing, IReadOnlyList<CaseEvent>> work,
        IReadOnlyDictionary<CaseReference, int>? versions, CancellationToken ct, Func<PortalDb, IReadOnlyList<CaseReference>, CancellationToken, Task<Dictionary<CaseReference, CaseFile>>>? load = null)
    {
        if (await occasions.For(by, ct) is not { } on) return files.ToDictionary(f => f, _ => (Outcome)new Outcome.NotFound());
        return await Safely(files, async () =>
        {
            List<FeedSignal> signals = [];
            var outcomes = await lane.Write(async writing =>
            {
                signals.Clear();
                var loaded = await (load ?? Whole)(writing.Db, files, ct);
                Dictionary<CaseReference, Outcome> each = [];
                foreach (var reference in files.Distinct())
                    each[reference] = await WorkOn(loaded.GetValueOrDefault(reference), versions, writing, on, work, signals, ct);
                await GoingOn.LetIn(loaded.Values.Where(f => each.GetValueOrDefault(f.Reference) is Outcome.Done done && done.Events.Any(e => e is CaseAssigned { To: not null })), writing, closed => Whole(writing.Db, closed, ct), on, signals, ct);
                return each;
            }, ct);
            // Done is done: the others hear of it even if whoever did it has gone.
            if (signals.Count > 0) await feed.Publish(signals.Count == 1 ? signals[0] : new FeedSignal(FeedSignal.Cases, signals.TrueForAll(s => s.Team == signals[0].Team) ? signals[0].Team : null), CancellationToken.None);
            return outcomes;
        }, ct);
    }

    /// <summary>Opens a case for a patient already on the books.</summary>
    public async Task<Outcome> Open(CaseType type, string patientNumber, DateOnly receivedOn, FactSheet facts, PersonId by, bool restricted = false, CancellationToken ct = default) =>
        await Open(type, db => db.Patients.FirstOrDefaultAsync(p => p.Number == patientNumber, ct), null, receivedOn, facts, by, restricted, ct);

    /// <summary>Opens a case about nobody on our books, for a team; null: that of whoever opens it.</summary>
    public async Task<Outcome> OpenWithoutPatient(CaseType type, string? team, DateOnly receivedOn, FactSheet facts, PersonId by, bool restricted = false, CancellationToken ct = default) =>
        await Open(type, null, team, receivedOn, facts, by, restricted, ct);

    /// <summary>Opens a case together with the record of a patient who is new to us.</summary>
    public async Task<Outcome> OpenForNew(CaseType type, Func<string, Patient> patient, DateOnly receivedOn, FactSheet facts, PersonId by, bool restricted = false, CancellationToken ct = default) =>
        await Open(type, async db =>
        {
            var made = patient($"P-{await Next(db, "P", ct)}");
            db.Patients.Add(made);
            return made;
        }, null, receivedOn, facts, by, restricted, ct);

    /// <summary>Opens a case as the clock does: not where the patient has an open one of this type, or had one received since that day, and once whichever node is first.</summary>
    /// <param name="answered">Whether a case that has closed since that day answered what this one is opened for; null: any did.</param>
    public async Task<Outcome> OpenByTime(CaseType type, string patientNumber, FactSheet facts, DateOnly notSince, Func<CaseFile, bool>? answered = null, CancellationToken ct = default) =>
        await Open(type, async db =>
        {
            // Whoever is second waits here, and then reads what the first has written.
            await storage.LockChain(db, ct);
            var earlier = await db.Cases.AsNoTracking().Where(c => c.PatientNumber == patientNumber && c.TypeKey == type.Key && (c.ClosedAt == null || c.ReceivedOn >= notSince)).ToListAsync(ct);
            return earlier.Exists(c => c.IsOpen || answered?.Invoke(c) != false) ? null : await db.Patients.FirstOrDefaultAsync(p => p.Number == patientNumber, ct);
        }, null, London.Day(occasions.Now), facts, PersonId.Clock, restricted: false, ct);

    async Task<Outcome> Open(CaseType type, Func<PortalDb, Task<Patient?>>? find, string? team, DateOnly receivedOn, FactSheet facts, PersonId by, bool restricted, CancellationToken ct)
    {
        if (await occasions.For(by, ct) is not { } on) return new Outcome.NotFound();
        FeedSignal? signal = null;
        var key = new CaseReference("");
        var outcomes = await Safely([key], async () =>
        {
            var outcome = await lane.Write<Outcome>(async writing =>
            {
                var patient = find is null ? null : await find(writing.Db);
                if (find is not null && (patient is null || on.By.Person.HasConflictWith(patient.Number) || !(on.By.IsTheClock || on.By.Posts.Any(p => p.Grade == Grade.HeadOfSection || p.Team == patient.Team))))
                    return new Outcome.Refused([new("invalid", "There is no patient with this number in your team. Check the number, or give the patient’s name to make a new record", "patient")]);
                if (await OpenOne(writing.Db, type, patient?.Number, ct) is { } open) return new Outcome.Refused([await AlreadyOpen(writing.Db, open, on.By, ct)]);
                var (file, events) = CaseFile.Open(CaseReference.Of(type.Prefix, await Next(writing.Db, type.Prefix, ct)), type, patient, receivedOn, facts, on, restricted, team);
                writing.Db.Cases.Add(file);
                writing.Record(events.Select(e => TrailEntry.Of(file, e)));
                await VictimRows.Follow(writing.Db, file, events, on, ct);
                signal = new(FeedSignal.Cases, file.Team, file.Reference.Value);
                return new Outcome.Done(file.Reference, file.Version, events);
            }, ct);
            return new Dictionary<CaseReference, Outcome> { [key] = outcome };
        }, ct);
        if (signal is not null && outcomes[key] is Outcome.Done) await feed.Publish(signal, CancellationToken.None);
        return outcomes[key];
    }

    async Task<Outcome> WorkOn(CaseFile? file, IReadOnlyDictionary<CaseReference, int>? versions, Writing writing, Occasion on,
        Func<CaseFile, Occasion, Writing, IReadOnlyList<CaseEvent>> work, List<FeedSignal> signals, CancellationToken ct)
    {
        if (file is null || !on.By.Sees(file)) return new Outcome.NotFound();
        if (versions is not null && versions.TryGetValue(file.Reference, out var seen) && seen != file.Version) return await Faster(writing.Db, file, ct);
        var (before, wasRestricted) = (file.Version, file.Patient?.Category.IsRestricted ?? false);
        try
        {
            var events = work(file, on, writing);
            writing.Record(events.Select(e => TrailEntry.Of(file, e)));
            Keep(writing.Db, file, events);
            await After(writing, on, signals, ct).Of(file, events, wasRestricted, ct);
            await VictimRows.Follow(writing.Db, file, events, on, ct);
            if (events.Count > 0) signals.Add(new(FeedSignal.Cases, file.Team, file.Reference.Value));
            return new Outcome.Done(file.Reference, file.Version, events);
        }
        catch (RuleBroken broken) when (file.Version == before)
        {
            // Refused after a first part was done, the whole commit is given up instead: nothing is half-done.
            return new Outcome.Refused(broken.Reasons);
        }
    }

    /// <summary>What happens to other files in the commit of this act.</summary>
    internal Consequences After(Writing writing, Occasion on, List<FeedSignal> signals, CancellationToken ct) => new(writing, on, staff, others => Whole(writing.Db, others, ct), signals);

    internal static async Task<CaseReference?> OpenOne(PortalDb db, CaseType type, string? patientNumber, CancellationToken ct) =>
        type.OneAtATime && patientNumber is not null ? await db.Cases.Where(c => c.PatientNumber == patientNumber && c.TypeKey == type.Key && c.ClosedAt == null).Select(c => (CaseReference?)c.Reference).FirstOrDefaultAsync(ct) : null;

    /// <summary>Names the case to whoever may see it, and nobody else.</summary>
    static async Task<Refusal> AlreadyOpen(PortalDb db, CaseReference open, Actor by, CancellationToken ct) => await db.Cases.SeenBy(by).AnyAsync(c => c.Reference == open, ct)
        ? new("rule", $"There is an open case of this kind already: {open}", "patient", Mend.In(open.Value))
        : new("rule", "A second case of this kind can’t be opened for this patient now. Ask the head of the team", "patient");

    /// <summary>Keeps the words of what happened where they can be found.</summary>
    internal static void Keep(PortalDb db, CaseFile file, IReadOnlyList<CaseEvent> events)
    {
        foreach (var note in events.Select(NoteOf).OfType<(DateTimeOffset At, PersonId By, string Text)>())
            db.Notes.Add(new Note { CaseId = file.Id, At = note.At, By = note.By, Text = note.Text });
    }

    /// <summary>The words of an event by which its case is found.</summary>
    internal static (DateTimeOffset At, PersonId By, string Text)? NoteOf(CaseEvent happened) => happened switch
    {
        NoteAdded n => (n.At, n.By, n.Text),
        StepTaken { Note: { Length: > 0 } text } s => (s.At, s.By, text),
        // What is to be done is found by its words too.
        DeadlineStarted d when d.Rule == Terms.Task.Rule || d.Rule == Terms.BroughtForward.Rule => (d.At, d.By, d.Name),
        _ => null,
    };

    // Compiled once for the database in use: this is what every act begins with.
    readonly Func<PortalDb, CaseReference, CancellationToken, Task<CaseFile?>> _whole = EF.CompileAsyncQuery((PortalDb db, CaseReference file, CancellationToken ct) =>
        db.Cases.IgnoreQueryFilters(Sight.Everything).Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).Include(c => c.WantedPapers).AsSplitQuery().FirstOrDefault(c => c.Reference == file));

    async Task<Dictionary<CaseReference, CaseFile>> Whole(PortalDb db, IReadOnlyList<CaseReference> files, CancellationToken ct) => files is [var only]
        ? await _whole(db, only, ct) is { } file ? new() { [only] = file } : []
        : await db.Cases.WithVictims().Where(c => files.Contains(c.Reference)).Include(c => c.Patient).Include(c => c.Deadlines).Include(c => c.Notices).Include(c => c.Papers).Include(c => c.WantedPapers)
            .AsSplitQuery().ToDictionaryAsync(c => c.Reference, ct);

    static async Task<Dictionary<CaseReference, CaseFile>> Heads(PortalDb db, IReadOnlyList<CaseReference> files, CancellationToken ct) =>
        await db.Cases.WithVictims().Where(c => files.Contains(c.Reference)).ToDictionaryAsync(c => c.Reference, ct);

    async Task<Outcome> Faster(PortalDb db, CaseFile file, CancellationToken ct)
    {
        var last = await db.Trail.AsNoTracking().Where(e => e.CaseId == file.Id).OrderByDescending(e => e.Seq).Select(e => new { e.At, e.By }).FirstAsync(ct);
        var who = last.By == PersonId.Clock ? "The passing of a date" : (await staff.Find(last.By, ct))?.Name ?? "Somebody";
        return new Outcome.SomeoneWasFaster(file.Version, who, last.At);
    }

    /// <summary>The next number of a kind of reference.</summary>
    internal static async Task<int> Next(PortalDb db, string prefix, CancellationToken ct)
    {
        var counter = await db.Counters.FindAsync([prefix], ct);
        if (counter is null) db.Counters.Add(counter = new Counter { Prefix = prefix, Next = 1001 });
        return counter.Next++;
    }

    /// <summary>Storage trouble is answered, never thrown at a person; a lost race with another node is run again.</summary>
    async Task<IReadOnlyDictionary<CaseReference, Outcome>> Safely(IReadOnlyList<CaseReference> files, Func<Task<Dictionary<CaseReference, Outcome>>> write, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return await write();
            }
            catch (DbUpdateConcurrencyException) when (attempt < 5 && !ct.IsCancellationRequested)
            {
                log.LogDebug("Another writer was faster; reading again");
            }
            catch (RuleBroken broken)
            {
                return files.ToDictionary(f => f, _ => (Outcome)new Outcome.Refused(broken.Reasons));
            }
            catch (Exception trouble) when (trouble.IsStorageTrouble())
            {
                log.LogError(trouble, "The store could not take a change");
                return files.ToDictionary(f => f, _ => (Outcome)new Outcome.StorageTrouble(StorageTrouble.Words));
            }
    }
}
