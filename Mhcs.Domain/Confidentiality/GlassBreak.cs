using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Confidentiality;

/// <summary>A restricted file opened in an emergency by somebody who is not named on it: with a reason, for 24 hours, and told to the head. It gives sight and nothing else: whoever is named on the file, or the head of section, acts on it.</summary>
public sealed class GlassBreak
{
    /// <summary>How long the file stays open to them.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);
    public const int ReasonLimit = 500;

    public int Id { get; init; }
    public required PersonId By { get; init; }
    public required CaseReference Reference { get; init; }
    public required string Team { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset Until { get; init; }
    /// <summary>The head who has taken note.</summary>
    public PersonId? NotedBy { get; private set; }
    public DateTimeOffset? NotedAt { get; private set; }

    /// <summary>Opens a restricted file.</summary>
    /// <param name="file">What stands under the reference given, if anything does.</param>
    /// <exception cref="RuleBroken">Below a deputy head; no reason; or no such restricted file. A file that is missing, of another team, not restricted or closed by a conflict of interest is refused in the same words.</exception>
    public static GlassBreak Open(CaseFile? file, string? reason, Occasion on)
    {
        if (!on.By.Posts.Any(p => p.Grade.DoesCasework && p.Grade >= Grade.DeputyHead)) throw new RuleBroken(new Refusal("not-entitled", "A restricted file is opened in an emergency by a deputy head or above"));
        List<Refusal> faults = [];
        if (string.IsNullOrWhiteSpace(reason)) faults.Add(new("missing", "Say why it can’t wait for somebody named on the file", "reason"));
        else if (reason.Trim().Length > ReasonLimit) faults.Add(new("invalid", $"Say why in {ReasonLimit} characters or fewer; it has {reason.Trim().Length}", "reason"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        if (file is null || !MayBeOpenedBy(on.By, file)) throw new RuleBroken(new Refusal("invalid", "There is no restricted file with this reference in your team that is closed to you. Check the reference", "reference"));
        return new() { By = on.By.Id, Reference = file!.Reference, Team = file.Team, Reason = reason!.Trim(), At = on.At, Until = on.At + Lasts };
    }

    /// <summary>The head says that they know. Their own opening is noted by another.</summary>
    /// <exception cref="RuleBroken">Noted already, one’s own, or one heads neither the team nor the section.</exception>
    public void Note(Occasion on)
    {
        if (!IsToldTo(on.By)) throw new RuleBroken(new Refusal("not-entitled", "The head of the team or the head of section takes note, and never of their own opening"));
        if (NotedAt is not null) throw new RuleBroken(new Refusal("wrong-state", "This has been noted already"));
        (NotedBy, NotedAt) = (on.By.Id, on.At);
    }

    /// <summary>Whether somebody is the head to be told.</summary>
    public bool IsToldTo(Actor actor) => actor.Id != By && actor.Posts.Any(p => p.Grade == Grade.HeadOfSection || (p.Grade == Grade.HeadOfTeam && p.Team == Team));

    static bool MayBeOpenedBy(Actor actor, CaseFile file) =>
        file.Restricted && !actor.Sees(file) && !actor.Person.HasConflictWith(file.PatientNumber) && actor.Posts.Any(p => p.Grade >= Grade.DeputyHead && p.Team == file.Team);
}
