using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Papers on their way out: raised by a step, signed by somebody entitled, and not sent twice by mistake.</summary>
public sealed partial class CaseFile
{
    /// <summary>Signs a paper as it reads now. Whoever is entitled to sign does so; the record keeps who, when and which words, and the paper prints it.</summary>
    /// <param name="seen">The mark of the words that were read; null: whatever they are.</param>
    /// <exception cref="RuleBroken">Not entitled, nothing to sign, or signed already.</exception>
    public IReadOnlyList<CaseEvent> SignPaper(int number, Occasion on, string? seen = null)
    {
        var raised = _papers.Find(p => p.Number == number) ?? throw new RuleBroken(new Refusal("invalid", "There is no such paper on this case", "paper"));
        if (CaseTypes.Papers.Get(raised.Paper) is not { SignedBy: { } authority } paper) throw new RuleBroken(new Refusal("rule", $"“{raised.Label}” is signed on the print by whoever issues it"));
        var stamp = Stamped(on, Entitled(on.By.May(authority, this)));
        if (IsSigned(raised, on)) throw new RuleBroken(new Refusal("wrong-state", $"“{raised.Label}” is signed already"));
        var faults = paper.PreFlight(this, on).Where(l => l.Problem is not null).ToList();
        if (faults.Count > 0) throw new RuleBroken([.. faults.Select(l => new Refusal("rule", l.Problem!, l.Fact?.Key, l.Fact is { } f ? Mend.Record(f) : Mend.Patient))]);
        if (seen is not null && seen != on.Texts?.Of(paper, this, Facts).Mark) throw new RuleBroken(new Refusal("stale", $"The text of “{raised.Label}” has changed since you read it. Read it again, then sign it", "signature"));
        return Happened([Signed(number, paper, Facts, on, stamp)]);
    }

    /// <summary>Whether a paper needs no signature, or carries one that stands.</summary>
    public bool IsSigned(CasePaper raised, Occasion on) => CaseTypes.Papers.Get(raised.Paper).SignedBy is null || (raised.SignedAt is not null && WhyFallen(raised, on) is null);

    /// <summary>Why a signature no longer stands: what the paper would say is not what was signed. Null where it does, or there is none.</summary>
    public string? WhyFallen(CasePaper raised, Occasion on)
    {
        var paper = CaseTypes.Papers.Get(raised.Paper);
        if (raised.SignedAt is { } at && paper.Uses.Any(f => Facts.Entry(f)?.At > at)) return "A fact was recorded afresh";
        return raised.SignedWords is { } signed && on.Texts is { } texts && texts.Of(paper, this, Facts).Mark != signed ? "Its text, or what it says of the patient, has changed" : null;
    }

    /// <summary>The same letter issued on this case within the last days, if there is one.</summary>
    public CasePaper? SameLately(CasePaper raised, DateOnly today) =>
        _papers.Where(p => p.Paper == raised.Paper && p.IssuedAt is { } at && London.Day(at).AddDays(Workflow.Paper.SameLetterDays) >= today).MaxBy(p => p.IssuedAt);

    /// <summary>The papers a move raises. A step taken by the authority to sign is the signature.</summary>
    IEnumerable<CaseEvent> Raising(Move move, Situation now, Stamp stamp)
    {
        var number = _papers.Count;
        foreach (var paper in move.Issues)
        {
            yield return stamp.On(new PaperRaised(++number, paper.Key, paper.Label));
            if (paper.SignedBy is { } authority && authority == move.By) yield return Signed(number, paper, now.Facts, now.On, stamp);
        }
    }

    PaperSigned Signed(int number, Workflow.Paper paper, FactSheet facts, Occasion on, Stamp stamp) =>
        stamp.On(new PaperSigned(number, paper.Key) { Template = on.Texts?.Of(paper, this, facts).Template, Mark = on.Texts?.Of(paper, this, facts).Mark });

    IEnumerable<Refusal> WhyNotToIssue(CasePaper raised, string? again, Occasion on)
    {
        if (!IsSigned(raised, on))
            yield return new("rule", WhyFallen(raised, on) is { } why ? $"{why} since “{raised.Label}” was signed. Have it signed again" : $"“{raised.Label}” is signed before it is issued. Ask somebody who may sign it", "signature");
        if (string.IsNullOrWhiteSpace(again) && SameLately(raised, on.Today) is { IssuedAt: { } at })
            yield return new("missing", $"“{raised.Label}” was issued on {London.Words(London.Day(at))}. Say why it goes out again", "again");
        if (again?.Trim().Length > NoteLimit) yield return new("invalid", $"The reason must be {NoteLimit:N0} characters or fewer", "again");
    }
}
