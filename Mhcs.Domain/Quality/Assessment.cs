using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Quality;

/// <summary>The score of one criterion: 0 to 3, or null where it does not apply.</summary>
public sealed record Mark(string Criterion, int? Score, string? Note)
{
    public bool Meets => Score >= Criteria.Standard;
}

/// <summary>The quality of one decided case: to do, done, and perhaps answered by the caseworker.</summary>
public sealed class Assessment
{
    /// <summary>Longest note, coaching action or reply, in characters.</summary>
    public const int TextLimit = 4000;

    public int Id { get; init; }
    public int SampleId { get; init; }
    public required string Team { get; init; }
    public required CaseReference Reference { get; init; }
    public required string Type { get; init; }
    /// <summary>The step that was the decision, in its words.</summary>
    public required string Decision { get; init; }
    public required PersonId DecidedBy { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public required PersonId Caseworker { get; init; }
    public required IReadOnlyList<PersonId> WorkedBy { get; init; }

    public PersonId? Assessor { get; private set; }
    public DateTimeOffset? AssessedAt { get; private set; }
    /// <summary>Version of the criteria it was assessed against.</summary>
    public int? CriteriaVersion { get; private set; }
    public IReadOnlyList<Mark> Marks { get; private set; } = [];
    public CriticalFail? CriticalFail { get; private set; }
    public QualityResult? Result { get; private set; }
    /// <summary>What the caseworker is to do or be shown.</summary>
    public string? Coaching { get; private set; }
    public string? Reply { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }

    public bool IsDone => AssessedAt is not null;

    /// <summary>Why somebody can't assess this case; null: they can.</summary>
    public string? WhyNot(Actor actor)
    {
        if (!actor.Posts.Any(p => p.Grade.AssessesQuality && (p.Grade == Grade.HeadOfSection || p.Team == Team))) return "A deputy head or above of the team assesses quality";
        if (DecidedBy == actor.Id) return "You took this decision, so somebody else assesses it";
        return WorkedBy.Contains(actor.Id) || Caseworker == actor.Id ? "You worked on this case, so somebody else assesses it" : null;
    }

    /// <summary>Scores the case against every criterion. Refuses with every fault.</summary>
    public void Assess(Criteria criteria, IReadOnlyList<Mark> marks, CriticalFail? fail, string? coaching, Occasion on)
    {
        if (WhyNot(on.By) is { } why) throw new RuleBroken(new Refusal("not-entitled", why));
        if (IsDone) throw new RuleBroken(new Refusal("wrong-state", "This case has been assessed already"));
        List<Refusal> faults = [.. criteria.All.Where(c => !marks.Any(m => m.Criterion == c.Key)).Select(c => new Refusal("missing", $"Score “{c.Name}”, or say that it does not apply", c.Key))];
        foreach (var mark in marks)
        {
            var name = criteria.Find(mark.Criterion)?.Name;
            if (name is null) faults.Add(new("invalid", $"“{mark.Criterion}” is not a criterion", mark.Criterion));
            else if (mark.Score is < 0 or > Criteria.Best) faults.Add(new("invalid", $"The score of “{name}” must be between 0 and {Criteria.Best}", mark.Criterion));
            else if (mark.Score < Criteria.Standard && string.IsNullOrWhiteSpace(mark.Note)) faults.Add(new("missing", $"Say in a note why “{name}” is below the standard", mark.Criterion));
            if (mark.Note?.Length > TextLimit) faults.Add(new("invalid", $"The note on “{name}” must be {TextLimit} characters or fewer", mark.Criterion));
        }
        if (faults.Count == 0 && marks.All(m => m.Score is null)) faults.Add(new("missing", "Score at least one criterion", criteria.All[0].Key));
        if (coaching?.Length > TextLimit) faults.Add(new("invalid", $"The coaching action must be {TextLimit} characters or fewer", "coaching"));
        if (faults.Count > 0) throw new RuleBroken(faults);

        (Assessor, AssessedAt, CriteriaVersion) = (on.By.Id, on.At, criteria.Version);
        (Marks, CriticalFail, Result) = ([.. marks], fail, ResultOf(marks, fail));
        Coaching = string.IsNullOrWhiteSpace(coaching) ? null : coaching.Trim();
    }

    /// <summary>The caseworker's right of reply, once.</summary>
    public void Answer(string? text, Occasion on)
    {
        if (on.By.Id != Caseworker && on.By.Id != DecidedBy) throw new RuleBroken(new Refusal("not-entitled", "Only the caseworker, or whoever took the decision, replies to an assessment"));
        if (!IsDone) throw new RuleBroken(new Refusal("wrong-state", "This case has not been assessed yet"));
        if (Reply is not null) throw new RuleBroken(new Refusal("wrong-state", "There is a reply already; it stays as it was given"));
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBroken(new Refusal("missing", "Enter your reply", "reply"));
        if (text.Length > TextLimit) throw new RuleBroken(new Refusal("invalid", $"The reply must be {TextLimit} characters or fewer; it has {text.Length}", "reply"));
        (Reply, RepliedAt) = (text.Trim(), on.At);
    }

    /// <summary>A critical fail decides by itself. Else a nought or three criteria below the standard are major, one or two minor (design thresholds, not policy).</summary>
    public static QualityResult ResultOf(IReadOnlyList<Mark> marks, CriticalFail? fail)
    {
        var below = marks.Count(m => m.Score < Criteria.Standard);
        return fail is not null ? QualityResult.Critical
            : below >= 3 || marks.Any(m => m.Score == 0) ? QualityResult.Major
            : below > 0 ? QualityResult.Minor
            : QualityResult.Meets;
    }
}
