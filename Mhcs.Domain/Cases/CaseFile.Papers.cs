using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Papers on their way out: raised by a step, signed by somebody entitled, and not sent twice by mistake.</summary>
public sealed partial class CaseFile
{
    /// <summary>Signs a paper as its facts stand. Whoever is entitled to sign does so; the record keeps who and when, and the paper prints it.</summary>
    /// <exception cref="RuleBroken">Not entitled, nothing to sign, or signed already.</exception>
    public IReadOnlyList<CaseEvent> SignPaper(int number, Occasion on)
    {
        var raised = _papers.Find(p => p.Number == number) ?? throw new RuleBroken(new Refusal("invalid", "There is no such paper on this case", "paper"));
        if (CaseTypes.Papers.Get(raised.Paper) is not { SignedBy: { } authority } paper) throw new RuleBroken(new Refusal("rule", $"“{raised.Label}” is signed on the print by whoever issues it"));
        var stamp = Stamped(on, Entitled(on.By.May(authority, this)));
        if (IsSigned(raised)) throw new RuleBroken(new Refusal("wrong-state", $"“{raised.Label}” is signed already"));
        var faults = paper.PreFlight(this, on).Where(l => l.Problem is not null).ToList();
        if (faults.Count > 0) throw new RuleBroken([.. faults.Select(l => new Refusal("rule", l.Problem!, l.Fact?.Key, l.Fact is { } f ? Mend.Record(f) : Mend.Patient))]);
        return Happened([stamp.On(new PaperSigned(number, raised.Paper))]);
    }

    /// <summary>Whether a paper needs no signature, or carries one that stands: a fact recorded afresh since is not what was signed.</summary>
    public bool IsSigned(CasePaper raised) => CaseTypes.Papers.Get(raised.Paper) is var paper
        && (paper.SignedBy is null || (raised.SignedAt is { } at && !paper.Uses.Any(f => Facts.Entry(f)?.At > at)));

    /// <summary>The same letter issued on this case within the last days, if there is one.</summary>
    public CasePaper? SameLately(CasePaper raised, DateOnly today) =>
        _papers.Where(p => p.Paper == raised.Paper && p.IssuedAt is { } at && London.Day(at).AddDays(Workflow.Paper.SameLetterDays) >= today).MaxBy(p => p.IssuedAt);

    /// <summary>The papers a move raises. A step taken by the authority to sign is the signature.</summary>
    IEnumerable<CaseEvent> Raising(Move move, Stamp stamp)
    {
        var number = _papers.Count;
        foreach (var paper in move.Issues)
        {
            yield return stamp.On(new PaperRaised(++number, paper.Key, paper.Label));
            if (paper.SignedBy is { } authority && authority == move.By) yield return stamp.On(new PaperSigned(number, paper.Key));
        }
    }

    IEnumerable<Refusal> WhyNotToIssue(CasePaper raised, string? again, DateOnly today)
    {
        if (!IsSigned(raised))
            yield return new("rule", raised.SignedAt is null ? $"“{raised.Label}” is signed before it is issued. Ask somebody who may sign it" : $"A fact was recorded afresh since “{raised.Label}” was signed. Have it signed again", "signature");
        if (string.IsNullOrWhiteSpace(again) && SameLately(raised, today) is { IssuedAt: { } at })
            yield return new("missing", $"“{raised.Label}” was issued on {London.Words(London.Day(at))}. Say why it goes out again", "again");
        if (again?.Trim().Length > NoteLimit) yield return new("invalid", $"The reason must be {NoteLimit:N0} characters or fewer", "again");
    }
}
