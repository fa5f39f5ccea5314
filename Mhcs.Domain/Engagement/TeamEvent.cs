using Mhcs.Domain.Cases;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Engagement;

/// <summary>What a team event is.</summary>
public enum TeamEventKind { HospitalVisit, PrisonVisit, OpenDay, InternalTraining, ExternalTraining }

/// <summary>Somebody expected at an event; <paramref name="Person"/> is null for people outside. <paramref name="Came"/> is null until the event was held.</summary>
public sealed record Attendee(PersonId? Person, string Name, bool? Came);

/// <summary>What somebody said of an event: a mark from 1 (poor) to 5 (very good), and words.</summary>
public sealed record EventFeedback(string From, int Mark, string? Words, PersonId RecordedBy, DateTimeOffset At);

/// <param name="Others">People outside, a line each.</param>
public sealed record TeamEventDetails(TeamEventKind? Kind, string? Title, string? Where, DateOnly? On, IReadOnlyList<Person> Staff, string? Others);

/// <summary>A visit to a hospital or prison, an open day, or a training that the section gives: who was there, and what they said of it. It holds nothing about a patient.</summary>
public sealed class TeamEvent
{
    public const int LongestTitle = 150, LongestReport = 4000, MostAttendees = 200;

    public int Id { get; init; }
    public required TeamEventKind Kind { get; init; }
    public required string Title { get; init; }
    /// <summary>Team of whoever organises it; null for the section.</summary>
    public string? Team { get; init; }
    public int? EntryId { get; init; }
    public required string Where { get; init; }
    public required DateOnly On { get; init; }
    public required PersonId OrganisedBy { get; init; }
    public IReadOnlyList<Attendee> Attendees { get; private set; } = [];
    public IReadOnlyList<EventFeedback> Feedback { get; private set; } = [];
    /// <summary>When its attendance was recorded; null until then.</summary>
    public DateTimeOffset? HeldAt { get; private set; }
    public string? Report { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    /// <summary>Raised by one with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <exception cref="RuleBroken">With every fault.</exception>
    public static TeamEvent Plan(TeamEventDetails details, DirectoryEntry? entry, Occasion on)
    {
        Refusal[] faults = [.. Faults(details, entry, on)];
        return faults.Length > 0 ? throw new RuleBroken(faults) : new()
        {
            Kind = details.Kind!.Value, Title = details.Title!.Trim(), Team = on.By.Person.Team, EntryId = entry?.Id, Where = string.IsNullOrWhiteSpace(details.Where) ? entry!.Name : details.Where.Trim(), On = details.On!.Value,
            OrganisedBy = on.By.Id, Attendees = [.. Expected(details)],
        };
    }

    /// <summary>Records who came and what came of it: from the day of the event on.</summary>
    /// <param name="came">Places in the list of those expected.</param>
    public void Hold(IReadOnlyCollection<int> came, string? report, Occasion on)
    {
        Allow(on);
        if (CancelledAt is not null) throw new RuleBroken(new Refusal("wrong-state", "It was cancelled"));
        if (on.Today < On) throw new RuleBroken(new Refusal("rule", $"It is held on {London.Words(On)}: record who came from then on", "came"));
        if (report?.Trim().Length > LongestReport) throw new RuleBroken(new Refusal("invalid", $"Say what came of it in {LongestReport} characters or fewer", "report"));
        if (came.Any(n => n < 0 || n >= Attendees.Count)) throw new RuleBroken(new Refusal("invalid", "Choose from those who are expected", "came"));
        Attendees = [.. Attendees.Select((a, n) => a with { Came = came.Contains(n) })];
        (HeldAt, Report, Version) = (on.At, string.IsNullOrWhiteSpace(report) ? null : report.Trim(), Version + 1);
    }

    public void AddFeedback(string? from, int? mark, string? words, Occasion on)
    {
        if (!on.By.Posts.Any(p => p.Grade.DoesCasework)) throw new RuleBroken(new Refusal("not-entitled", "Feedback is recorded by those who do casework"));
        List<Refusal> faults = [];
        if (HeldAt is null) faults.Add(new("wrong-state", "Record first who came", "from"));
        if (string.IsNullOrWhiteSpace(from)) faults.Add(new("missing", "Say who gave it, by name or as “a nurse”", "from"));
        else if (from.Trim().Length > LongestTitle) faults.Add(new("invalid", $"Say who gave it in {LongestTitle} characters or fewer", "from"));
        if (mark is not (>= 1 and <= 5)) faults.Add(new("missing", "Choose a mark from 1 to 5", "mark"));
        if (words?.Trim().Length > 1000) faults.Add(new("invalid", "Say what they said in 1,000 characters or fewer", "words"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        (Feedback, Version) = ([.. Feedback, new(from!.Trim(), mark!.Value, string.IsNullOrWhiteSpace(words) ? null : words.Trim(), on.By.Id, on.At)], Version + 1);
    }

    public void Cancel(Occasion on)
    {
        Allow(on);
        if (CancelledAt is not null || HeldAt is not null) throw new RuleBroken(new Refusal("wrong-state", HeldAt is null ? "It was cancelled already" : "It was held, so it stays on the record"));
        (CancelledAt, Version) = (on.At, Version + 1);
    }

    /// <summary>Whoever organises it, or leads their team.</summary>
    public bool MayRun(Actor actor) => actor.Id == OrganisedBy || actor.Posts.Any(p => p.Grade == Grade.HeadOfSection || (p.Grade.LeadsPeople && p.Team == Team));

    /// <summary>As invented at first start.</summary>
    public static TeamEvent Given(TeamEventKind kind, string title, string? team, DirectoryEntry? entry, string where, DateOnly on, PersonId by, IReadOnlyList<Attendee> attendees, IReadOnlyList<EventFeedback> feedback, DateTimeOffset? heldAt) => new()
    {
        Kind = kind, Title = title, Team = team, EntryId = entry?.Id, Where = where, On = on, OrganisedBy = by, Attendees = attendees, Feedback = feedback, HeldAt = heldAt,
    };

    static IEnumerable<Attendee> Expected(TeamEventDetails details) => details.Staff.Select(p => new Attendee(p.Id, p.Name, null)).Concat(Others(details).Select(name => new Attendee(null, name, null)));

    static string[] Others(TeamEventDetails details) => (details.Others ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    static IEnumerable<Refusal> Faults(TeamEventDetails details, DirectoryEntry? entry, Occasion on)
    {
        if (!on.By.Posts.Any(p => p.Grade.DoesCasework)) yield return new("not-entitled", "Visits and training are planned by those who do casework");
        if (details.Kind is not { } given || !Enum.IsDefined(given)) yield return new("missing", "Choose what it is", "kind");
        if (details.Kind == TeamEventKind.HospitalVisit && entry is not { Kind: EntryKind.Hospital }) yield return new("rule", "Choose the hospital from the directory", "entry");
        if (details.Kind == TeamEventKind.PrisonVisit && entry is not { Kind: EntryKind.Prison }) yield return new("rule", "Choose the prison from the directory", "entry");
        if (string.IsNullOrWhiteSpace(details.Title)) yield return new("missing", "Say what it is about", "title");
        else if (details.Title.Trim().Length > LongestTitle) yield return new("invalid", $"Say what it is about in {LongestTitle} characters or fewer", "title");
        if (string.IsNullOrWhiteSpace(details.Where) && entry is null) yield return new("missing", "Say where it is, or choose an entry of the directory", "where");
        else if (details.Where?.Trim().Length > LongestTitle) yield return new("invalid", $"Say where it is in {LongestTitle} characters or fewer", "where");
        if (details.On is not { } day) yield return new("missing", "Enter the day", "on");
        else if (day < on.Today.AddYears(-1) || day > on.Today.AddYears(2)) yield return new("invalid", "The day must be within the last year or the next two", "on");
        foreach (var person in details.Staff.Where(p => !p.Active || !p.Grade.DoesCasework || (on.By.Person.Team is { } team && p.Team != team)))
            yield return new("invalid", $"{person.Name} is not in this team", "staff");
        if (details.Staff.Count + Others(details).Length > MostAttendees) yield return new("invalid", $"List {MostAttendees} people or fewer", "others");
        if (Others(details).Any(name => name.Length > 100)) yield return new("invalid", "Write a name a line, of 100 characters or fewer", "others");
    }

    void Allow(Occasion on)
    {
        if (!MayRun(on.By)) throw new RuleBroken(new Refusal("not-entitled", "This is changed by whoever organises it, or by a team manager or above of their team"));
    }
}

public static class TeamEventWords
{
    extension(TeamEventKind kind)
    {
        public string Label => kind switch
        {
            TeamEventKind.HospitalVisit => "Visit to a hospital",
            TeamEventKind.PrisonVisit => "Visit to a prison",
            TeamEventKind.OpenDay => "Open day",
            TeamEventKind.InternalTraining => "Training, internal",
            _ => "Training, external",
        };
    }
}
