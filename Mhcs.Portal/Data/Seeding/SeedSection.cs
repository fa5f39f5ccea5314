using System.Diagnostics;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Fills an empty store with the invented section: once, at first start, in one transaction.</summary>
public sealed class SeedSection(WriteLane lane, TrailChain chain, Staff staff, ReferenceData reference, Occasions occasions, IConfiguration settings, IHostEnvironment host)
{
    public async Task Run(Action<string> say, CancellationToken ct = default)
    {
        if ((settings["Mhcs:Seed"] ?? (host.IsDevelopment() ? "Demo" : "None")) != "Demo") return;
        var watch = Stopwatch.StartNew();
        var seeded = await lane.Write(async writing =>
        {
            if (await writing.Db.People.AnyAsync(ct) || await writing.Db.Patients.AnyAsync(ct)) return false;
            await Fill(writing.Db, text => say($"{watch.Elapsed.TotalSeconds,5:F1} s  {text}"), ct);
            return true;
        }, ct);
        if (seeded) staff.Changed();
    }

    async Task Fill(PortalDb db, Action<string> say, CancellationToken ct)
    {
        var now = occasions.Now;
        var today = London.Day(now);
        var size = settings.GetValue("Mhcs:SeedPatients", Assumed.Patients);
        say("Seeding an invented section: every person, place and case in it is made up");
        var files = SeedFiles.Read(Path.Combine(AppContext.BaseDirectory, "seed-data"), size, today);
        var people = await Hire(db, files.Staff, today, ct);
        say($"{people.Count} staff, {files.Patients.Count:N0} patients and {files.Cases.Count:N0} open cases read");

        var lives = files.Patients.Select(r => new Life(r, reference.Book.Teams)).ToList();
        var byTeam = lives.GroupBy(l => reference.Book.Teams.For(l.Row.Surname).Code).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var played = await Task.WhenAll(byTeam.Select((team, i) => Task.Run(() => PlayTeam([.. team], files, people, i, now, size), ct)));
        var cases = Numbered([.. played.SelectMany(p => p).OrderBy(p => p.Events[0].At)], lives);
        say($"{cases.Count(c => !c.File.IsOpen):N0} closed and {cases.Count(c => c.File.IsOpen):N0} open cases played through their tables");

        var quality = new SeedQuality(people, reference, new Dice(Assumed.Seed + 200), now);
        var samples = byTeam.SelectMany(team => quality.Play(team.Key, cases)).ToList();
        say($"{samples.Sum(s => s.Assessments.Count(a => a.IsDone)):N0} decided cases assessed in {samples.Count} samples");

        var patients = lives.Select(l => (l, l.Now!)).ToList();
        await new SeedStore(db, chain, say).Keep(patients, cases, samples, quality.Entries, new(today.AddYears(-Assumed.YearsOfCasework), new(9, 0), TimeSpan.Zero), ct);
        say("The section is ready");
    }

    List<Played> PlayTeam(IReadOnlyList<Life> lives, SeedFiles files, IReadOnlyList<Person> people, int team, DateTimeOffset now, int size)
    {
        var dice = new Dice(Assumed.Seed + 100 + (ulong)team);
        var desk = new SeedStaff(people, reference.Matrix);
        var byNumber = lives.ToDictionary(l => l.Row.Number, StringComparer.Ordinal);
        foreach (var row in files.Cases)
            if (byNumber.TryGetValue(row.PatientNumber, out var life)) life.Take();
        List<Played> played = [.. new ClosedYears(desk, reference.Book, dice, now).Play(lives, Assumed.ClosedCases * size / Assumed.Patients / 3)];
        played.AddRange(files.Cases.Where(c => byNumber.ContainsKey(c.PatientNumber)).Select(row => OpenYears.Play(row, byNumber[row.PatientNumber], desk, reference.Book, dice, now)).OfType<Played>());
        return played;
    }

    // Closed cases get their numbers in order of receipt; each file is then what its events make, on the patient's own record.
    static List<Played> Numbered(IReadOnlyList<Played> cases, IReadOnlyList<Life> lives)
    {
        var byNumber = lives.ToDictionary(l => l.Row.Number, StringComparer.Ordinal);
        foreach (var life in lives) life.BeginAnew();
        Dictionary<string, int> next = new(StringComparer.Ordinal);
        return [.. cases.Select(c =>
        {
            var prefix = c.File.Type.Prefix;
            var reference = c.File.Reference.Value.StartsWith("X-", StringComparison.Ordinal) ? CaseReference.Of(prefix, next[prefix] = next.GetValueOrDefault(prefix) + 1) : c.File.Reference;
            return new Played(CaseFile.From(reference, byNumber[c.File.PatientNumber].Now!, c.Events), c.Events);
        })];
    }

    static async Task<IReadOnlyList<Person>> Hire(PortalDb db, IReadOnlyList<SeedPerson> staff, DateOnly today, CancellationToken ct)
    {
        var people = staff.Select(s => (Row: s, Person: new Person { UserName = s.UserName, Name = s.Name, Grade = s.Grade, Team = s.Team is "" ? null : s.Team, WorkingPercent = s.WorkingPercent })).ToList();
        foreach (var (row, person) in people)
            if (row is { AwayFrom: { } from, AwayTo: { } to }) person.Absences.Add(new(today.AddDays(from), today.AddDays(to), row.AwayReason));
        db.People.AddRange(people.Select(p => p.Person));
        await db.SaveChangesAsync(ct);
        db.Covers.AddRange(people.Where(p => p.Row.CoveredBy is not "").Select(p =>
            new Cover(people.First(o => o.Row.UserName == p.Row.CoveredBy).Person.Id, p.Person.Id, today.AddDays(p.Row.AwayFrom!.Value), today.AddDays(p.Row.AwayTo!.Value))));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return [.. people.Select(p => p.Person)];
    }
}
