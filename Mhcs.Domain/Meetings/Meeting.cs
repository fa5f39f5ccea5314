using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Meetings;

/// <summary>What somebody says of a meeting, before anyone has checked it.</summary>
/// <param name="Minutes">How long it lasts.</param>
/// <param name="With">Who of the team is there.</param>
/// <param name="Case">Reference of the case it is about, if any.</param>
public sealed record MeetingDetails(string? Kind, string? What, string? Where, DateTimeOffset? At, int? Minutes, IReadOnlyList<Person> With, CaseReference? Case);

/// <summary>A meeting of a team put into its diary by hand. It is changed and cancelled, never taken out.</summary>
public sealed class Meeting
{
    public const int WordsLimit = 120;
    /// <summary>Longest meeting, in minutes: a working day and a journey (design figure).</summary>
    public const int LongestMinutes = 12 * 60;

    /// <summary>Kinds of meeting, as they are stored and read.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["Hearing", "Section 117 meeting", "MAPPA meeting", "CPA meeting", "Visit", "Open day", "Training", "Other meeting"];

    Meeting() { }

    public int Id { get; init; }
    /// <summary>Raised with every change; the token by which the slower of two people is told.</summary>
    public int Version { get; private set; }
    /// <summary>Code of the team in whose diary it stands.</summary>
    public string Team { get; private init; } = "";
    public string Kind { get; private set; } = "";
    public string What { get; private set; } = "";
    public string? Where { get; private set; }
    /// <summary>When it begins and ends, in UTC.</summary>
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset Until { get; private set; }
    /// <summary>Who sees the case sees the meeting, nobody else.</summary>
    public CaseReference? Case { get; private set; }
    /// <summary>Who of the team is there, as ",12,45,".</summary>
    public string WithIds { get; private set; } = "";
    public PersonId RecordedBy { get; private init; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelledBecause { get; private set; }

    public IReadOnlyList<PersonId> With => [.. WithIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)))];

    /// <summary>Whether it takes time from somebody within these hours.</summary>
    public bool Meets(DateTimeOffset from, DateTimeOffset until) => CancelledAt is null && At < until && from < Until;

    /// <summary>Puts a meeting into a team's diary.</summary>
    /// <exception cref="RuleBroken">With every fault.</exception>
    public static Meeting Record(string team, MeetingDetails details, Occasion on)
    {
        Check(team, details, on, earliest: on.At.AddDays(-31));
        var meeting = new Meeting { Team = team, RecordedBy = on.By.Id };
        meeting.Take(details);
        return meeting;
    }

    /// <summary>Corrects it, or moves it. What it was before stands in the trail.</summary>
    public void Change(MeetingDetails details, Occasion on)
    {
        RefuseIfCancelled();
        Check(Team, details, on, earliest: on.At.AddDays(-366));
        Take(details);
    }

    /// <summary>Says that it does not take place. It stays in the diary, struck through.</summary>
    public void Cancel(string? why, Occasion on)
    {
        RefuseIfCancelled();
        if (!Shares(on.By, Team)) throw new RuleBroken(new Refusal("not-entitled", "This is another team’s diary"));
        if (string.IsNullOrWhiteSpace(why)) throw new RuleBroken(new Refusal("missing", "Say why it is cancelled", "why"));
        if (why.Trim().Length > WordsLimit) throw new RuleBroken(new Refusal("invalid", $"Say why in {WordsLimit} characters or fewer", "why"));
        (CancelledAt, CancelledBecause, Version) = (on.At, why.Trim(), Version + 1);
    }

    void Take(MeetingDetails d)
    {
        (Kind, What, Where, Case) = (d.Kind!, d.What!.Trim(), string.IsNullOrWhiteSpace(d.Where) ? null : d.Where.Trim(), d.Case);
        (At, Until, Version) = (d.At!.Value, d.At.Value.AddMinutes(d.Minutes!.Value), Version + 1);
        WithIds = $",{string.Join(',', d.With.Select(p => p.Id).Distinct())},";
    }

    static void Check(string team, MeetingDetails d, Occasion on, DateTimeOffset earliest)
    {
        if (!Shares(on.By, team)) throw new RuleBroken(new Refusal("not-entitled", "You put meetings into the diary of your own team"));
        List<Refusal> faults = [];
        if (d.Kind is null || !Kinds.Contains(d.Kind)) faults.Add(new("missing", "Choose what kind of meeting it is", "kind"));
        if (string.IsNullOrWhiteSpace(d.What)) faults.Add(new("missing", "Say what the meeting is about, without a patient’s name", "what"));
        else if (d.What.Trim().Length > WordsLimit) faults.Add(new("invalid", $"Say what it is about in {WordsLimit} characters or fewer", "what"));
        if (d.Where?.Trim().Length > WordsLimit) faults.Add(new("invalid", $"Say where in {WordsLimit} characters or fewer", "where"));
        if (d.At is not { } at) faults.Add(new("missing", "Enter the day and the time when it begins", "at"));
        else if (at < earliest) faults.Add(new("invalid", $"It must begin on {London.Words(London.Day(earliest))} or later", "at"));
        else if (at > on.At.AddYears(2)) faults.Add(new("invalid", $"It must begin before {London.Words(on.Today.AddYears(2))}", "at"));
        if (d.Minutes is not (> 0 and <= LongestMinutes)) faults.Add(new("missing", "Choose how long it lasts, at most 12 hours", "minutes"));
        if (d.With.Count == 0) faults.Add(new("missing", "Choose at least one person who is there", "with"));
        faults.AddRange(d.With.Where(p => !p.Active || (p.Team != team && p.Grade != Grade.HeadOfSection)).Select(p => new Refusal("invalid", $"{p.Name} is not in this team", "with")));
        if (faults.Count > 0) throw new RuleBroken(faults);
    }

    /// <summary>Whether the diary of this team is the actor's too.</summary>
    public static bool Shares(Actor actor, string team) => actor.Posts.Any(p => p.Grade.DoesCasework && (p.Grade == Grade.HeadOfSection || p.Team == team));

    void RefuseIfCancelled()
    {
        if (CancelledAt is not null) throw new RuleBroken(new Refusal("wrong-state", "This meeting is cancelled and stays as it was. Record a new one instead"));
    }
}
