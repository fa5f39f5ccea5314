using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Briefings;

/// <summary>What somebody is briefed by: a note for a decision maker of ours, or a submission that asks a minister to decide.</summary>
public enum BriefingKind { Note, Submission }

/// <summary>How a briefing stands.</summary>
public enum BriefingStanding { Draft, Cleared, Issued }

/// <summary>A part of a briefing, as it was filled from the case and edited since.</summary>
/// <param name="Key">Stable: purpose, background, facts, risk, options, recommendation, lines, victims, sources.</param>
public sealed record BriefingSection(string Key, string Title, string Text)
{
    /// <summary>What the case last put there: an untouched section can so be filled afresh, and an edited one is not overwritten.</summary>
    public string Filled { get; init; } = "";

    /// <summary>The section with what the case says now. What somebody wrote stays, and what is new follows it.</summary>
    public BriefingSection FilledAfresh(string now) =>
        Text.Trim() == Filled.Trim() || Text.Length == 0 ? this with { Text = now, Filled = now }
        : now.Trim() == Filled.Trim() ? this
        : this with { Text = $"{Text.TrimEnd()}\n\nThe case now says:\n{now}", Filled = now };
}

/// <summary>A briefing note or ministerial submission on one case: filled from the case, edited by its writer, cleared by somebody else, issued as a document. An edit after clearance takes the clearance away.</summary>
public sealed class Briefing
{
    /// <summary>Longest section, in characters.</summary>
    public const int SectionLimit = 10_000;

    /// <summary>Days for which a briefing may be relied on after its facts were taken from the case (design figure; no source gives one).</summary>
    public const int FreshDays = 14;

    public int Id { get; init; }
    public int CaseId { get; init; }
    public required BriefingKind Kind { get; init; }
    /// <summary>Raised by one with every saved edit; also what tells the slower of two writers.</summary>
    public int Version { get; private set; } = 1;
    public required IReadOnlyList<BriefingSection> Sections { get; set; }
    public required PersonId WrittenBy { get; set; }
    public required DateTimeOffset WrittenAt { get; set; }
    /// <summary>The moment at which the case's facts were put into it.</summary>
    public required DateTimeOffset FactsAsOf { get; set; }
    public PersonId? ClearedBy { get; private set; }
    public DateTimeOffset? ClearedAt { get; private set; }
    public DateTimeOffset? IssuedAt { get; private set; }
    /// <summary>The document it was issued as.</summary>
    public string? DocumentId { get; private set; }

    public BriefingStanding Standing => IssuedAt is not null ? BriefingStanding.Issued : ClearedAt is not null ? BriefingStanding.Cleared : BriefingStanding.Draft;
    public string Label => LabelOf(Kind);
    /// <summary>The last day on which it may be relied on.</summary>
    public DateOnly FreshUntil => London.Day(FactsAsOf).AddDays(FreshDays);

    public static string LabelOf(BriefingKind kind) => kind == BriefingKind.Note ? "Briefing note" : "Ministerial submission";

    /// <exception cref="RuleBroken">With every fault, each naming its section.</exception>
    public static Briefing Begin(CaseFile file, BriefingKind kind, IReadOnlyList<BriefingSection> sections, Occasion on)
    {
        file.MayBeBriefed(on);
        return new() { CaseId = file.Id, Kind = kind, Sections = sections, WrittenBy = on.By.Id, WrittenAt = on.At, FactsAsOf = on.At };
    }

    /// <summary>Keeps an edit. With <paramref name="filled"/>, the facts were taken from the case anew.</summary>
    /// <exception cref="RuleBroken">Issued already, changed by somebody else, or with a fault in a section.</exception>
    public void Write(CaseFile file, IReadOnlyList<BriefingSection> sections, int seen, bool filled, Occasion on)
    {
        file.MayBeBriefed(on);
        RefuseIssued();
        if (seen != Version) throw new RuleBroken(new Refusal("stale", "Somebody else changed this briefing meanwhile. Nothing you typed is lost: look at what they wrote, settle what you both changed, and save again"));
        List<Refusal> faults = [.. sections.Where(s => s.Text.Length > SectionLimit).Select(s => new Refusal("invalid", $"“{s.Title}” must be {SectionLimit:N0} characters or fewer; it has {s.Text.Length:N0}", s.Key))];
        if (faults.Count > 0) throw new RuleBroken(faults);
        (Sections, WrittenBy, WrittenAt, ClearedBy, ClearedAt, Version) = (sections, on.By.Id, on.At, null, null, Version + 1);
        if (filled) FactsAsOf = on.At;
    }

    /// <summary>Clears it for issue: never its last writer, never with an empty section or facts that have changed since.</summary>
    /// <exception cref="RuleBroken">With every reason.</exception>
    public void Clear(CaseFile file, Occasion on)
    {
        RefuseIssued();
        List<Refusal> faults = [];
        if (on.By.May(Authorities.ClearBriefing, file) is { Granted: false } no) faults.Add(new("not-entitled", no.Reason));
        if (on.By.Id == WrittenBy) faults.Add(new("rule", "You wrote this last, so somebody else clears it"));
        faults.AddRange(Sections.Where(s => string.IsNullOrWhiteSpace(s.Text)).Select(s => new Refusal("missing", $"“{s.Title}” is empty. Write it, or say that there is nothing to say", s.Key)));
        faults.AddRange(Stale(file, on.Today).Select(s => new Refusal("rule", s)));
        if (faults.Count > 0) throw new RuleBroken(faults);
        (ClearedBy, ClearedAt, Version) = (on.By.Id, on.At, Version + 1);
    }

    /// <summary>Issues it as a document.</summary>
    /// <exception cref="RuleBroken">Not cleared, or its facts have changed since it was.</exception>
    public void Issue(CaseFile file, string documentId, Occasion on)
    {
        file.MayBeBriefed(on);
        RefuseIssued();
        List<Refusal> faults = ClearedAt is null ? [new("rule", "It is issued once somebody other than its writer has cleared it")] : [];
        faults.AddRange(Stale(file, on.Today).Select(s => new Refusal("rule", s)));
        if (faults.Count > 0) throw new RuleBroken(faults);
        (IssuedAt, DocumentId, Version) = (on.At, documentId, Version + 1);
    }

    /// <summary>What in it is no longer so: facts recorded since, facts past their time, and the whole once its days are over. Each a sentence with its mend.</summary>
    public IEnumerable<string> Stale(CaseFile file, DateOnly today)
    {
        if (today > FreshUntil) yield return $"Its facts were taken on {London.Words(London.Day(FactsAsOf))}, more than {FreshDays} days ago. Fill it afresh";
        if (file.StateSince > FactsAsOf) yield return $"The case has moved on since: it is now “{file.State.Label}”. Fill it afresh";
        foreach (var fact in file.Type.AllFacts)
            if (file.Facts.Entry(fact) is { } entry && entry.At > FactsAsOf) yield return $"“{fact.Label}” was recorded afresh on {London.Words(London.Day(entry.At))}. Fill it afresh";
            else if (file.Facts.IsStale(fact, today)) yield return $"“{fact.Label}” is older than the {fact.GoodForDays} days it is good for. Record it afresh on the case";
    }

    void RefuseIssued()
    {
        if (IssuedAt is not null) throw new RuleBroken(new Refusal("wrong-state", "It was issued already. Begin another one"));
    }
}
