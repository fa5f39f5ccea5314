using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Amendments;

/// <summary>How a proposal stands.</summary>
public enum AmendmentStanding { Proposed, Approved, Declined, Withdrawn }

/// <summary>What an amendment changes.</summary>
public enum AmendmentSubject { Authority, Target, Template }

/// <summary>A change to the authority matrix, to one of our targets or to the text of a paper: one person proposes it, another approves or declines it. What it replaces stays in the history.</summary>
public sealed class Amendment
{
    public const int ReasonLimit = 500, LongestTarget = 400, LongestText = 20_000;

    public int Id { get; init; }
    /// <summary>Key of the authority or of the paper, or number of the rule whose target it is.</summary>
    public required string Key { get; init; }
    /// <summary>The level of an authority; null for a target.</summary>
    public Grade? Level { get; init; }
    public Grade? HighProfile { get; init; }
    /// <summary>The amount of a target, in the unit of its rule; null for an authority.</summary>
    public int? Amount { get; init; }
    /// <summary>The whole text of a paper as it would read; null for anything else.</summary>
    public string? Text { get; init; }
    /// <summary>The version of the text that it becomes when it is approved. The text that ships with the program is version 1.</summary>
    public int? Version { get; init; }
    /// <summary>What it would replace, in words.</summary>
    public required string Was { get; init; }
    public required string Reason { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required PersonId ProposedBy { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public AmendmentStanding Standing { get; private set; }
    /// <summary>Who approved, declined or withdrew it.</summary>
    public PersonId? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    public AmendmentSubject Subject => Text is not null ? AmendmentSubject.Template : Amount is not null ? AmendmentSubject.Target : AmendmentSubject.Authority;

    /// <summary>The moment from which an approved change counts: the first of its day, and never before it was approved.</summary>
    public DateTimeOffset? InForceFrom => Standing == AmendmentStanding.Approved && DecidedAt is { } decided
        ? London.At(EffectiveFrom, TimeOnly.MinValue) is var day && day > decided ? day : decided : null;

    /// <exception cref="RuleBroken">With every fault.</exception>
    public static Amendment Propose(Authority authority, AuthorityLevel now, Grade? level, Grade? highProfile, string? reason, DateOnly? from, IEnumerable<Amendment> others, Occasion on)
    {
        var faults = FaultsOf(authority.Key, reason, from, others.Where(o => o.Subject == AmendmentSubject.Authority), on).ToList();
        if (level is not { DoesCasework: true }) faults.Add(new("missing", "Choose the grade", "level"));
        else if (authority.IsDecision && level < Grade.Caseworker) faults.Add(new("invalid", "No decision is taken below caseworker. Choose caseworker or above", "level"));
        if (highProfile is not { DoesCasework: true }) faults.Add(new("missing", "Choose the grade for a high-profile patient", "high"));
        else if (highProfile < level) faults.Add(new("invalid", "The grade for a high-profile patient must be the same or higher", "high"));
        if (level == now.Level && highProfile == now.HighProfile) faults.Add(new("invalid", "This is how it stands. Choose another grade", "level"));
        return faults.Count > 0 ? throw new RuleBroken(faults) : new()
        {
            Key = authority.Key, Level = level, HighProfile = highProfile, Was = Words(now.Level, now.HighProfile), Reason = reason!.Trim(), EffectiveFrom = from!.Value, ProposedBy = on.By.Id, ProposedAt = on.At,
        };
    }

    /// <exception cref="RuleBroken">With every fault.</exception>
    public static Amendment Propose(Term term, int? now, int? amount, string? reason, DateOnly? from, IEnumerable<Amendment> others, Occasion on)
    {
        var faults = FaultsOf(term.Rule, reason, from, others.Where(o => o.Subject == AmendmentSubject.Target), on).ToList();
        if (term.Binding != Binding.Target) faults.Add(new("rule", $"{term.Rule} is set by law and is no target of ours", "amount"));
        else if (now is null) faults.Add(new("rule", $"{term.Rule} has no amount among our targets, so there is none to change", "amount"));
        if (amount is not (>= 0 and <= LongestTarget)) faults.Add(new("invalid", $"The amount must be a whole number from 0 to {LongestTarget}", "amount"));
        else if (amount == now) faults.Add(new("invalid", "This is how it stands. Enter another amount", "amount"));
        return faults.Count > 0 ? throw new RuleBroken(faults) : new()
        {
            Key = term.Rule, Amount = amount, Was = $"{now}", Reason = reason!.Trim(), EffectiveFrom = from!.Value, ProposedBy = on.By.Id, ProposedAt = on.At,
        };
    }

    /// <param name="now">The text in force.</param>
    /// <param name="unsound">What is wrong with the new text as a template, each with its mend.</param>
    /// <exception cref="RuleBroken">With every fault.</exception>
    public static Amendment Propose(Paper paper, string now, string? text, IEnumerable<Refusal> unsound, string? reason, DateOnly? from, IEnumerable<Amendment> others, Occasion on)
    {
        var texts = others.Where(o => o.Subject == AmendmentSubject.Template && o.Key == paper.Key).ToList();
        var faults = FaultsOf(paper.Key, reason, from, texts, on).Concat(unsound).ToList();
        if (text?.Length > LongestText) faults.Add(new("invalid", $"The text must be {LongestText:N0} characters or fewer; it has {text.Length:N0}", "text"));
        if (text?.ReplaceLineEndings().Trim() == now.ReplaceLineEndings().Trim()) faults.Add(new("invalid", "This is how it reads. Change the text before you propose it", "text"));
        var version = texts.Where(o => o.Standing == AmendmentStanding.Approved).Max(o => o.Version) ?? 1;
        return faults.Count > 0 ? throw new RuleBroken(faults) : new()
        {
            Key = paper.Key, Text = text, Version = version + 1, Was = $"Version {version}", Reason = reason!.Trim(), EffectiveFrom = from!.Value, ProposedBy = on.By.Id, ProposedAt = on.At,
        };
    }

    /// <summary>Another person than the one who proposed it approves or declines it.</summary>
    public void Decide(bool approve, Occasion on)
    {
        Allow(on);
        RefuseIfDecided();
        if (on.By.Id == ProposedBy) throw new RuleBroken(new Refusal("rule", "You proposed this, so somebody else approves or declines it"));
        (Standing, DecidedBy, DecidedAt) = (approve ? AmendmentStanding.Approved : AmendmentStanding.Declined, on.By.Id, on.At);
    }

    /// <summary>Whoever proposed it takes it back.</summary>
    public void Withdraw(Occasion on)
    {
        Allow(on);
        RefuseIfDecided();
        if (on.By.Id != ProposedBy) throw new RuleBroken(new Refusal("rule", "Only whoever proposed this withdraws it. You can decline it"));
        (Standing, DecidedBy, DecidedAt) = (AmendmentStanding.Withdrawn, on.By.Id, on.At);
    }

    /// <summary>"Deputy head; high profile: head of team".</summary>
    public static string Words(Grade? level, Grade? highProfile) => level == highProfile ? level!.Value.Label : $"{level!.Value.Label}; high profile: {highProfile!.Value.Label.ToLowerInvariant()}";

    static IEnumerable<Refusal> FaultsOf(string key, string? reason, DateOnly? from, IEnumerable<Amendment> others, Occasion on)
    {
        Allow(on);
        if (string.IsNullOrWhiteSpace(reason)) yield return new("missing", "Say why", "reason");
        else if (reason.Trim().Length > ReasonLimit) yield return new("invalid", $"Say why in {ReasonLimit} characters or fewer", "reason");
        if (from is null) yield return new("missing", "Enter the day from which it counts", "from");
        else if (from < on.Today) yield return new("invalid", $"It must count from {London.Words(on.Today)} or later: what was done before stays as it was", "from");
        if (others.Any(o => o.Key == key && o.Standing == AmendmentStanding.Proposed)) yield return new("rule", "A change to this waits for approval already. Have that one decided or withdrawn first");
    }

    static void Allow(Occasion on)
    {
        if (!on.By.Posts.Any(p => p.Grade is Grade.HeadOfSection or Grade.SystemAdministrator))
            throw new RuleBroken(new Refusal("not-entitled", "The authority matrix, the targets and the templates are changed by the head of section and the system administrator together"));
    }

    void RefuseIfDecided()
    {
        if (Standing != AmendmentStanding.Proposed) throw new RuleBroken(new Refusal("wrong-state", "This was decided already"));
    }
}
