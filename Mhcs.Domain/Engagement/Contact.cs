using Mhcs.Domain.Cases;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Engagement;

/// <summary>What a contact was: a talk or a letter, a challenge to what somebody outside did or decided, or liaison with a judge.</summary>
public enum ContactKind { Contact, Challenge, Judge }

/// <summary>What came of a challenge.</summary>
public enum ChallengeResult { Accepted, PartlyAccepted, NotAccepted }

/// <summary>What somebody says about a contact they record.</summary>
/// <param name="With">Whom they spoke with; the entry's name where it is left out.</param>
/// <param name="Reference">The case it was about, if any; patients are never named.</param>
public sealed record ContactDetails(ContactKind? Kind, string? With, string? About, DateOnly? On, CaseReference? Reference, DateOnly? FollowUpOn);

/// <summary>A line of the contact log: with whom, about what, by whom, and what is to follow. A challenge stays open until its outcome is recorded.</summary>
public sealed class Contact
{
    public const int LongestWith = 200, LongestText = 2000;

    public int Id { get; init; }
    public required ContactKind Kind { get; init; }
    /// <summary>Team of whoever recorded it; null for the section.</summary>
    public string? Team { get; init; }
    /// <summary>The entry of the directory it was with.</summary>
    public int? EntryId { get; init; }
    public required string With { get; init; }
    public required string About { get; init; }
    public required DateOnly On { get; init; }
    public CaseReference? Reference { get; init; }
    public required PersonId By { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateOnly? FollowUpOn { get; private init; }
    /// <summary>When it was followed up, or a challenge's outcome recorded; null while that is to come.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    public PersonId? AnsweredBy { get; private set; }
    public string? Outcome { get; private set; }
    public ChallengeResult? Result { get; private set; }
    /// <summary>A follow-up or an outcome is to come.</summary>
    public bool IsOpen { get; private set; }

    /// <exception cref="RuleBroken">With every fault.</exception>
    public static Contact Record(ContactDetails details, DirectoryEntry? entry, Occasion on)
    {
        Refusal[] faults = [.. Faults(details, entry, on)];
        return faults.Length > 0 ? throw new RuleBroken(faults) : new()
        {
            Kind = details.Kind!.Value, Team = on.By.Person.Team, EntryId = entry?.Id, With = string.IsNullOrWhiteSpace(details.With) ? entry!.Name : details.With.Trim(), About = details.About!.Trim(), On = details.On!.Value,
            Reference = details.Reference, By = on.By.Id, RecordedAt = on.At, FollowUpOn = details.FollowUpOn, IsOpen = details.FollowUpOn is not null || details.Kind == ContactKind.Challenge,
        };
    }

    /// <summary>Records what came of it.</summary>
    public void Answer(string? outcome, ChallengeResult? result, Occasion on)
    {
        if (!MayAnswer(on.By)) throw new RuleBroken(new Refusal("not-entitled", "What came of it is recorded by somebody of the same team"));
        if (!IsOpen) throw new RuleBroken(new Refusal("wrong-state", "What came of it is on the record already"));
        List<Refusal> faults = [];
        if (string.IsNullOrWhiteSpace(outcome)) faults.Add(new("missing", "Say what came of it", "outcome"));
        else if (outcome.Trim().Length > LongestText) faults.Add(new("invalid", $"Say it in {LongestText} characters or fewer", "outcome"));
        if (Kind == ContactKind.Challenge && (result is not { } ended || !Enum.IsDefined(ended))) faults.Add(new("missing", "Choose how the challenge ended", "result"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        (IsOpen, Outcome, Result, AnsweredAt, AnsweredBy) = (false, outcome!.Trim(), Kind == ContactKind.Challenge ? result : null, on.At, on.By.Id);
    }

    public bool MayAnswer(Actor actor) => actor.Posts.Any(p => p.Grade.DoesCasework && (p.Grade == Grade.HeadOfSection || p.Team == Team));

    static IEnumerable<Refusal> Faults(ContactDetails details, DirectoryEntry? entry, Occasion on)
    {
        if (!on.By.Posts.Any(p => p.Grade.DoesCasework)) yield return new("not-entitled", "The contact log is kept by those who do casework");
        if (details.Kind is not { } given || !Enum.IsDefined(given)) yield return new("missing", "Choose what it was", "kind");
        if (details.Kind == ContactKind.Judge && !on.By.Posts.Any(p => p.Grade >= Grade.DeputyHead)) yield return new("not-entitled", "Liaison with judges is a deputy head’s, so a deputy head or above records it", "kind");
        if (details.Kind == ContactKind.Challenge && entry is not { Kind: EntryKind.Clinician or EntryKind.SocialSupervisor or EntryKind.PoliceForce })
            yield return new("rule", "A challenge is made to a clinician, a supervisor or a police force: choose one from the directory", "entry");
        else if (string.IsNullOrWhiteSpace(details.With) && entry is null) yield return new("missing", "Choose an entry of the directory, or say with whom it was", "entry");
        if (details.With?.Trim().Length > LongestWith) yield return new("invalid", $"Say with whom in {LongestWith} characters or fewer", "with");
        if (string.IsNullOrWhiteSpace(details.About)) yield return new("missing", "Say what it was about", "about");
        else if (details.About.Trim().Length > LongestText) yield return new("invalid", $"Say what it was about in {LongestText} characters or fewer", "about");
        if (details.On is not { } day) yield return new("missing", "Enter the day", "on");
        else if (day > on.Today) yield return new("invalid", "The day must be today or in the past", "on");
        if (details.FollowUpOn is { } follow && follow < (details.On ?? on.Today)) yield return new("invalid", "The day of the follow-up can’t be before the contact", "follow-up");
        else if (details.FollowUpOn > on.Today.AddYears(2)) yield return new("invalid", "The day of the follow-up must be within two years", "follow-up");
    }

    /// <summary>As invented at first start.</summary>
    public static Contact Given(ContactKind kind, string? team, DirectoryEntry entry, string about, DateOnly day, PersonId by, DateTimeOffset at, DateOnly? followUp, (string Outcome, ChallengeResult? Result, DateTimeOffset At)? answered) => new()
    {
        Kind = kind, Team = team, EntryId = entry.Id, With = entry.Name, About = about, On = day, By = by, RecordedAt = at, FollowUpOn = followUp,
        IsOpen = answered is null && (followUp is not null || kind == ContactKind.Challenge), Outcome = answered?.Outcome, Result = answered?.Result, AnsweredAt = answered?.At, AnsweredBy = answered is null ? null : by,
    };
}

public static class ContactWords
{
    extension(ContactKind kind)
    {
        public string Label => kind switch { ContactKind.Judge => "Judge liaison", _ => kind.ToString() };
    }
}

public static class ChallengeWords
{
    extension(ChallengeResult result)
    {
        public string Label => result switch { ChallengeResult.Accepted => "Accepted", ChallengeResult.PartlyAccepted => "Accepted in part", _ => "Not accepted" };
    }
}
