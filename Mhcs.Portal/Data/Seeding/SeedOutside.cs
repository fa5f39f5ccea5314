using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Engagement;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Engagement;
using Mhcs.Portal.Guidance;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>The people outside whom the invented section works with, what was said to them, visits and training of the last year, and who answers for which page of guidance. How many of each is assumed.</summary>
sealed class SeedOutside(IReadOnlyList<Person> staff, ReferenceData reference, DateTimeOffset now)
{
    const int Clinicians = 140, Supervisors = 90, Officers = 24, ContactsATeam = 60, EventsATeam = 14;
    readonly Dice _dice = new(Assumed.Seed + 300);
    readonly DateOnly _today = London.Day(now);
    readonly List<(DateTimeOffset At, Func<TrailEntry> Entry)> _entries = [];

    static readonly string[] About =
    [
        "Asked when the report that is overdue will come; promised for Friday.", "Agreed how reports on leave reach us: by secure email, marked with our reference.", "Asked for the name of whoever takes over while the clinician is away.",
        "Talked through what an application for overnight leave has to say about risk.", "Asked for the minutes of the after-care meeting.", "Bed for a step-down confirmed in principle; date to follow.",
        "Explained that consent is needed before a move between hospitals, however short the notice.", "Told that two wards will change their names in spring.",
    ];
    static readonly string[] Challenges =
    [
        "The report says the risk is low and gives no reason. Asked for the assessment behind it.", "Leave began before our consent had come. Asked what happened and how it won’t again.", "The joint report was signed by one supervisor only.",
        "The police summary left out two convictions that stand on the national computer.",
    ];
    static readonly string[] Topics = ["Writing applications for leave", "What a report to us should say", "Recall: what happens in the first 72 hours", "Our statement to the tribunal", "Conditions of discharge that work", "How restricted patients move from prison"];
    static readonly string[] Said = ["Clear, and just long enough.", "More examples, please.", "I know now whom to call.", "The part on dates was new to me."];

    public async Task<IReadOnlyList<(DateTimeOffset At, Func<TrailEntry> Entry)>> Fill(PortalDb db, IEnumerable<Patient> patients, CancellationToken ct)
    {
        var people = People(patients).ToList();
        db.Directory.AddRange(people);
        await db.SaveChangesAsync(ct);
        var places = await db.Directory.Where(e => e.Kind != EntryKind.Clinician && e.Kind != EntryKind.SocialSupervisor && e.Kind != EntryKind.LiaisonOfficer).OrderBy(e => e.Id).ToListAsync(ct);
        OneTwice(db, places);
        foreach (var team in staff.Where(p => p.Team is not null).GroupBy(p => p.Team!).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<Person> ours = [.. team.Where(p => p.Grade.DoesCasework)];
            db.Contacts.AddRange(Enumerable.Range(0, ContactsATeam).Select(_ => Spoken(team.Key, ours, people, places)).ToList());
            db.TeamEvents.AddRange(Enumerable.Range(0, EventsATeam).Select(n => Event(team.Key, n, ours, places)).ToList());
        }
        await Guidance(db, ct);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return _entries;
    }

    /// <summary>Those who answer for our patients, and liaison officers.</summary>
    IEnumerable<DirectoryEntry> People(IEnumerable<Patient> patients)
    {
        var known = patients.SelectMany(p => p.SupervisorsInPost).DistinctBy(s => (s.Name, s.Organisation)).ToList();
        foreach (var clinician in known.Where(s => s.Post is Supervisor.Clinician or Supervisor.Clinical).Take(Clinicians)) yield return Person(EntryKind.Clinician, clinician.Name, clinician.Organisation);
        foreach (var supervisor in known.Where(s => s.Post == Supervisor.Social).Take(Supervisors)) yield return Person(EntryKind.SocialSupervisor, supervisor.Name, supervisor.Organisation);
        for (var i = 0; i < Officers; i++) yield return Person(EntryKind.LiaisonOfficer, $"{(char)('A' + _dice.Below(26))}. {_dice.Pick(Words.Surnames)}", $"{Words.Towns[i]} probation office");
    }

    DirectoryEntry Person(EntryKind kind, string name, string organisation)
    {
        var town = Words.Towns.FirstOrDefault(t => organisation.StartsWith(t, StringComparison.Ordinal)) ?? _dice.Pick(Words.Towns);
        return DirectoryEntry.Given(kind, new(name, organisation, EntryDetails.Regions[MakePlaces.NumberOf(town) % EntryDetails.Regions.Count], town, null,
            $"{string.Concat(name.Split(' ')[^1].ToLowerInvariant().Where(char.IsAsciiLetter))}@{town.Replace(' ', '-').ToLowerInvariant()}.example", $"01632 960{_dice.Below(1000):000}", null, _today.AddDays(-_dice.Between(100, 2000))));
    }

    /// <summary>A hospital that stood in the directory twice, and a prison that has closed.</summary>
    void OneTwice(PortalDb db, List<DirectoryEntry> places)
    {
        var keeper = staff.First(p => p.Grade == Grade.CaseworkManager);
        var on = new Occasion(Actor.Of(keeper, reference.Matrix), now.AddDays(-40), reference.Book);
        var kept = places.First(p => p.Kind == EntryKind.Hospital);
        var twice = DirectoryEntry.Given(EntryKind.Hospital, new($"{kept.Town} Secure Hospital", null, kept.Region, kept.Town, kept.Address, null, null, null, DirectoryFill.Ever));
        var closed = DirectoryEntry.Given(EntryKind.Prison, new("HMP Candlemoor Old Gaol", null, EntryDetails.Regions[6], "Candlemoor", null, null, null, null, DirectoryFill.Ever));
        db.Directory.AddRange(twice, closed);
        db.SaveChanges();
        kept.Absorb(twice, "Same address, same wards: written twice when the list was taken over", on);
        closed.Close(_today.AddDays(-60), on);
        _entries.Add((on.At, () => DirectoryDesk.Entry(DirectoryDesk.Merged, kept, twice, on)));
        _entries.Add((on.At, () => DirectoryDesk.Entry(DirectoryDesk.Closed, closed, null, on)));
    }

    Contact Spoken(string team, List<Person> ours, List<DirectoryEntry> people, List<DirectoryEntry> places)
    {
        var (kind, by) = (_dice.Pick([(ContactKind.Contact, 80), (ContactKind.Challenge, 15), (ContactKind.Judge, 5)]), _dice.Pick(ours));
        if (kind == ContactKind.Judge) by = ours.First(p => p.Grade == Grade.DeputyHead);
        var entry = kind switch
        {
            ContactKind.Judge => places.First(p => p.Kind == EntryKind.TribunalOffice),
            ContactKind.Challenge => _dice.Chance(0.2) ? places.First(p => p.Kind == EntryKind.PoliceForce) : _dice.Pick(people.FindAll(p => p.Kind != EntryKind.LiaisonOfficer)),
            _ => _dice.Chance(0.4) ? _dice.Pick(places.FindAll(p => !p.IsMerged && p.To is null)) : _dice.Pick(people),
        };
        var day = _today.AddDays(-_dice.Below(200));
        var at = London.At(day, new(10 + _dice.Below(6), _dice.Below(60)));
        if (at > now) at = now.AddMinutes(-5);
        var about = kind switch { ContactKind.Challenge => _dice.Pick(Challenges), ContactKind.Judge => "A third adjournment for the same missing report: asked through the office whether a direction could name a day.", _ => _dice.Pick(About) };
        DateOnly? follow = kind == ContactKind.Contact && !_dice.Chance(0.4) ? null : day.AddDays(_dice.Between(5, 30));
        var answered = follow < _today && _dice.Chance(0.93)
            ? (kind == ContactKind.Challenge ? "Answered in writing; a new report came." : "It came.", kind == ContactKind.Challenge ? _dice.Pick<ChallengeResult>([(ChallengeResult.Accepted, 5), (ChallengeResult.PartlyAccepted, 3), (ChallengeResult.NotAccepted, 2)]) : (ChallengeResult?)null, London.At(follow!.Value, new(9, 30)) is var then && then < now ? then : now.AddMinutes(-4))
            : ((string, ChallengeResult?, DateTimeOffset)?)null;
        var contact = Contact.Given(kind, team, entry, about, day, by.Id, at, follow, answered);
        _entries.Add((at, () => EngagementDesk.Entry(EngagementDesk.ContactRecorded, team, by.Id, at, EngagementDesk.Recorded(contact))));
        if (answered is { } came) _entries.Add((came.Item3, () => EngagementDesk.Entry(EngagementDesk.ContactAnswered, team, by.Id, came.Item3, EngagementDesk.Answered(contact))));
        return contact;
    }

    TeamEvent Event(string team, int n, List<Person> ours, List<DirectoryEntry> places)
    {
        var kind = (TeamEventKind)(n % 5);
        var entry = kind switch { TeamEventKind.HospitalVisit => places.FindAll(p => p.Kind == EntryKind.Hospital && !p.IsMerged)[n * 3 + team[0] - 'A'], TeamEventKind.PrisonVisit => places.FindAll(p => p.Kind == EntryKind.Prison && p.To is null)[n + team[0] - 'A'], _ => null };
        var day = WorkDay(_today.AddDays(n < 5 ? 7 * n + 6 : -21 * (n - 4)));
        var held = day < _today ? London.At(day, new(17, 0)) : (DateTimeOffset?)null;
        var topic = _dice.Pick(Topics);
        List<Attendee> came = [.. ours.OrderBy(p => p.Id.Value).Skip(n % 4).Take(4).Select(p => new Attendee(p.Id, p.Name, held is null ? null : _dice.Chance(0.9))), .. kind is TeamEventKind.ExternalTraining or TeamEventKind.OpenDay ? new[] { "Two nurses", "A ward manager", "A social supervisor" }.Select(name => new Attendee(null, name, held is null ? null : true)) : []];
        var planned = TeamEvent.Given(kind, kind is TeamEventKind.HospitalVisit or TeamEventKind.PrisonVisit ? $"Visit to {entry!.Name}" : topic, team, entry, entry?.Name ?? "Our office", day, ours.First(p => p.Grade == Grade.DeputyHead).Id, came,
            held is null || kind == TeamEventKind.PrisonVisit ? [] : [.. Enumerable.Range(0, 3).Select(_ => new EventFeedback("A participant", _dice.Between(3, 5), _dice.Pick(Said), ours[0].Id, held.Value))], held);
        var at = (held ?? now).AddDays(-30);
        _entries.Add((at, () => EngagementDesk.Entry(EngagementDesk.Planned, team, planned.OrganisedBy, at, EngagementDesk.PlannedWords(planned))));
        if (held is { } done) _entries.Add((done, () => EngagementDesk.Entry(EngagementDesk.Held, team, planned.OrganisedBy, done, EngagementDesk.HeldWords(planned))));
        return planned;
    }

    /// <summary>Deputy heads answer for the pages in turn; one review is overdue; one new version has to be read within the fortnight, and half of the section has.</summary>
    async Task Guidance(PortalDb db, CancellationToken ct)
    {
        var pages = await db.PolicyPages.OrderBy(p => p.Key).ToListAsync(ct);
        if (pages.Count == 0) return;
        List<Person> deputies = [.. staff.Where(p => p.Grade == Grade.DeputyHead)];
        foreach (var (n, page) in pages.Index()) page.Owner = deputies[n % deputies.Count].Id;
        pages[^1].ReviewOn = _today.AddDays(-20);
        var (writer, head, read) = (deputies[0], staff.First(p => p.Grade == Grade.HeadOfTeam), pages.FirstOrDefault(p => p.Key == "leave") ?? pages[0]);
        var first = await db.PageVersions.FirstAsync(v => v.PageId == read.Id, ct);
        var (wrote, approved) = (new Occasion(Actor.Of(writer, reference.Matrix), now.AddDays(-6), reference.Book), new Occasion(Actor.Of(head, reference.Matrix), now.AddDays(-5), reference.Book));
        var version = read.Propose(new(first.Title, first.Area, first.Governs, first.Text + "\n## New in this version\n\nSay in every consent how the earlier leave went, in a sentence of your own. (Our design, not policy.)\n", "Every consent says how the earlier leave went.", _today.AddYears(1), true, _today.AddDays(9)), [first], [.. first.Governs], wrote);
        db.PageVersions.Add(version);
        read.Decide(version, approve: true, approved);
        db.PageReadings.AddRange(staff.Where(p => p.Grade.DoesCasework && (p.Id.Value % 2 == 0 || p.Id == writer.Id || p.Id == head.Id)).Select(p => new PageReading(read.Id, version.Number, p.Id, now.AddDays(-2))));
        _entries.Add((wrote.At, () => Entry(GuidanceDesk.Proposed, writer, wrote.At)));
        _entries.Add((approved.At, () => Entry(GuidanceDesk.Approved, head, approved.At)));

        TrailEntry Entry(string kind, Person by, DateTimeOffset at) => new() { Kind = kind, By = by.Id, At = at, Data = JsonSerializer.Serialize(new { read.Key, version.Title, version = version.Number, version.Change, version.MustRead, version.ReadBy }, EventJson.Options) };
    }

    static DateOnly WorkDay(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
}
