using System.Text.Json;
using Mhcs.Domain.Meetings;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Patients.Import;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Writes a played section in large pieces: nothing is tracked for longer than its piece.</summary>
sealed class SeedStore(PortalDb db, TrailChain chain, Action<string> say)
{
    const int Piece = 400;

    public async Task Keep(IReadOnlyList<(Life Life, Patient Now)> people, IReadOnlyList<Played> cases, IReadOnlyList<Victim> victims, IReadOnlyList<QualitySample> samples, IReadOnlyList<Meeting> meetings, IEnumerable<StoredDocument> documents, IReadOnlyList<(DateTimeOffset At, Func<TrailEntry> Entry)> others, DateTimeOffset takenOver, CancellationToken ct)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await Save(people.Select(p => p.Now), db.Patients.AddRange, "patients", people.Count, ct);
        await Save(cases.Select(c => c.File), files =>
        {
            db.AttachRange(files.Select(f => f.Patient).OfType<Patient>().Distinct());
            db.Cases.AddRange(files);
        }, "cases", cases.Count, ct);
        await Save(cases.SelectMany(Notes), db.Notes.AddRange, "notes", null, ct);

        await Save(victims, db.Victims.AddRange, "victims’ records", victims.Count, ct);

        await Save(samples, db.QualitySamples.AddRange, "quality samples", samples.Count, ct);
        await Save(meetings, db.Meetings.AddRange, "meetings", meetings.Count, ct);
        await Save(documents, db.Documents.AddRange, "documents", null, ct);

        db.Counters.Add(new() { Prefix = "P", Next = people.Max(p => Number(p.Now.Number)) + 1 });
        db.Counters.AddRange(cases.GroupBy(c => c.File.Type.Prefix).Select(g => new Counter { Prefix = g.Key, Next = g.Max(c => Number(c.File.Reference.Value)) + 1 }));
        await db.SaveChangesAsync(ct);

        // Put in order first and written out one by one: half a million entries at once would be hundreds of megabytes.
        var trail = people.SelectMany(p => Imports(p.Life, takenOver).Select(i => (i.At, Entry: (Func<TrailEntry>)(() => Imported(p.Now, i)))))
            .Concat(cases.SelectMany(c => c.Events.Select(e => (e.At, Entry: (Func<TrailEntry>)(() => TrailEntry.Of(c.File, e))))))
            .Concat(others).OrderBy(e => e.At).AsParallel().AsOrdered().Select(e => e.Entry());
        await chain.AppendMany(db, trail, done => say($"{done:N0} entries of the trail"), ct);
    }

    async Task Save<T>(IEnumerable<T> all, Action<IReadOnlyList<T>> add, string what, int? total, CancellationToken ct)
    {
        var done = 0;
        foreach (var piece in all.Chunk(Piece))
        {
            add(piece);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if ((done += piece.Length) % (Piece * 5) == 0 || done == total) say($"{done:N0} {what}");
        }
    }

    static IEnumerable<Note> Notes(Played played) => played.Events.Select(e => (Event: e, Text: CaseDesk.NoteOf(e)?.Text))
        .Where(n => n.Text is not null).Select(n => new Note { CaseId = played.File.Id, At = n.Event.At, By = n.Event.By, Text = n.Text! });

    static DateTimeOffset KnownFrom(Life life, DateTimeOffset takenOver) =>
        new DateTimeOffset(life.Row.Since.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero) is var known && known > takenOver ? known : takenOver;

    /// <summary>The list when it was taken over, and a later one that told of the hearings since.</summary>
    static IEnumerable<(DateTimeOffset At, PatientImported What)> Imports(Life life, DateTimeOffset takenOver)
    {
        var heard = life.Imported.Changes.OfType<ConsideredByTribunal>().ToList();
        yield return (KnownFrom(life, takenOver), new(true, [], [.. life.Imported.Changes.Except(heard)]));
        if (heard.Count > 0) yield return (new DateTimeOffset(heard[^1].On.AddDays(1), new TimeOnly(9, 0), TimeSpan.Zero), new(false, [], heard));
    }

    static TrailEntry Imported(Patient now, (DateTimeOffset At, PatientImported What) import) => new()
    {
        At = import.At, By = PersonId.Clock, Kind = nameof(PatientImported), PatientNumber = now.Number, Team = now.Team,
        Data = JsonSerializer.Serialize(import.What, EventJson.Options),
    };

    static int Number(string reference) => int.Parse(reference.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);
}
