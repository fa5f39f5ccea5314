using System.Diagnostics;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Patients.Import;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Fills an empty store with the invented section: once, at first start, in one transaction.</summary>
public sealed class SeedSection(WriteLane lane, TrailChain chain, Staff staff, ReferenceData reference, Occasions occasions, Storage storage, IConfiguration settings, IHostEnvironment host)
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

        List<Life> list = [.. files.Patients.Select(Life)], former = [.. files.Former.Select(Life)];
        var byTeam = list.GroupBy(Team).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var played = await Task.WhenAll(byTeam.Select((team, i) => Task.Run(() => PlayTeam([.. team], [.. former.Where(l => Team(l) == team.Key)], files, people, i, now), ct)));
        List<Life> lives = [.. list, .. former.Where(l => l.HasLived)];
        var documents = new SeedDocuments(new Dice(Assumed.Seed + 600), storage.Documents);
        var cases = Numbered(played.SelectMany(p => p), lives, documents);
        say($"{cases.Count(c => !c.File.IsOpen):N0} closed and {cases.Count(c => c.File.IsOpen):N0} open cases played through their tables");

        var quality = new SeedQuality(people, reference, new Dice(Assumed.Seed + 200), now);
        var samples = byTeam.SelectMany(team => quality.Play(team.Key, cases)).ToList();
        say($"{samples.Sum(s => s.Assessments.Count(a => a.IsDone)):N0} decided cases assessed in {samples.Count} samples");

        var victims = new SeedVictims(new Dice(Assumed.Seed + 300), today).Of(list, cases);
        say($"{victims.Count:N0} victims in the scheme, {cases.Count(c => c.File.Type.IsProtected && c.File.IsOpen):N0} of them with an open case of liaison");

        var diary = new SeedDiary(people, reference, new Dice(Assumed.Seed + 400), now);
        cases = diary.Set(cases);
        foreach (var team in byTeam) diary.Meet(team.Key);
        say($"{diary.Meetings.Count:N0} meetings put into the diaries");

        var outside = await new SeedOutside(people, reference, now).Fill(db, list.Select(l => l.Standing), ct);
        var patients = lives.Select(l => (l, l.Now!)).ToList();
        await new SeedStore(db, chain, say).Keep(patients, cases, victims, samples, diary.Meetings, documents.Of(cases), [.. quality.Entries, .. diary.Entries, .. outside], new(today.AddYears(-Assumed.YearsOfCasework), new(9, 0), TimeSpan.Zero), ct);
        say("The section is ready");
    }

    Life Life(PatientRow row) => new(row, reference.Book.Teams);

    string Team(Life life) => reference.Book.Teams.For(life.Row.Surname).Code;

    List<Played> PlayTeam(IReadOnlyList<Life> list, IReadOnlyList<Life> former, SeedFiles files, IReadOnlyList<Person> people, int team, DateTimeOffset now)
    {
        var dice = new Dice(Assumed.Seed + 100 + (ulong)team);
        var desk = new SeedStaff(people, reference.Matrix);
        var references = new References(from: (team + 1) * 1_000_000);
        var byNumber = list.ToDictionary(l => l.Row.Number, StringComparer.Ordinal);
        var releases = new SeedReleases(desk, reference.Book, new Dice(Assumed.Seed + 500 + (ulong)team), references, now);
        var released = releases.PlayPassed(list).ToList();
        var open = files.Cases.Where(c => c.PatientNumber is { } number && byNumber.TryGetValue(number, out var life) && !releases.HasPassed(life)).ToList();
        foreach (var row in open) byNumber[row.PatientNumber!].Take(row.ReceivedOn);
        return
        [
            .. released,
            .. new ClosedYears(desk, reference.Book, dice, now, references).Play(list, former),
            .. open.SelectMany(row => OpenYears.Play(row, byNumber[row.PatientNumber!], letSlip => new Playthrough(desk, reference.Book, dice, references, letSlip), desk, dice, now)),
            .. releases.PlayAhead(list),
            .. new SeedLiaison(desk, reference.Book, dice, references, now).Play(list),
            .. new SeedCorrespondence(desk, reference.Book, dice, references, now).Play(list),
        ];
    }

    // Each file is what its events make, on the patient's own record.
    static List<Played> Numbered(IEnumerable<Played> cases, IReadOnlyList<Life> lives, SeedDocuments documents)
    {
        var byNumber = lives.ToDictionary(l => l.Row.Number, StringComparer.Ordinal);
        foreach (var life in lives) life.BeginAnew();
        return [.. References.Given(cases).Select(c => (c.Reference, Patient: c.Case.File.PatientNumber is { } number ? byNumber[number].Now! : null, Events: documents.Added(c.Case, c.Reference, c.Events)))
            .Select(c => new Played(CaseFile.From(c.Reference, c.Patient, c.Events), c.Events))];
    }

    static async Task<IReadOnlyList<Person>> Hire(PortalDb db, IReadOnlyList<SeedPerson> staff, DateOnly today, CancellationToken ct)
    {
        var people = staff.Select(s => (Row: s, Person: new Person { UserName = s.UserName, Name = s.Name, Grade = s.Grade, Team = s.Team is "" ? null : s.Team, WorkingPercent = s.WorkingPercent })).ToList();
        // Named by the heads of the teams: an administrator and two who hold cases.
        foreach (var team in people.Where(p => p.Person.Team is not null).GroupBy(p => p.Person.Team))
            foreach (var (_, person) in team.Where(p => p.Person.Grade == Grade.CaseworkAdministrator).Take(1).Concat(team.Where(p => p.Person.Grade.HoldsCases).Take(2))) person.LiaisesWithVictims = true;
        foreach (var (row, person) in people)
            if (row is { AwayFrom: { } from, AwayTo: { } to }) person.Absences.Add(new(today.AddDays(from), today.AddDays(to), row.AwayReason));
        db.People.AddRange(people.Select(p => p.Person));
        await db.SaveChangesAsync(ct);
        db.Covers.AddRange(people.Where(p => p.Row.CoveredBy is not "").Select(p =>
            new Cover(people.First(o => o.Row.UserName == p.Row.CoveredBy).Person.Id, p.Person.Id, today.AddDays(p.Row.AwayFrom!.Value), today.AddDays(p.Row.AwayTo!.Value)) { Reason = p.Row.AwayReason }));
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return [.. people.Select(p => p.Person)];
    }
}
