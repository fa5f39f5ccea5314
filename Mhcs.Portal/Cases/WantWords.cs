using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Ui;

namespace Mhcs.Portal.Cases;

/// <summary>What may be recorded of a paper from others.</summary>
public enum WantAct { Ask, Chase, Receive, GiveUp, TakeBack }

/// <summary>An act on one paper of a case, by the paper's key.</summary>
public sealed record WantChoice(WantAct Act, string Paper);

/// <summary>Papers from others as people read them.</summary>
public static class WantWords
{
    public static string Standing(PaperStanding standing, int chases) => standing switch
    {
        PaperStanding.Wanted => "To ask for",
        PaperStanding.Requested => "Asked for",
        PaperStanding.Chased => chases switch { 1 => "Chased once", 2 => "Chased twice", _ => $"Chased {chases} times" },
        PaperStanding.Received => "Received",
        _ => "Not available",
    };

    public static Tone Tone(WantedPaper paper) => paper switch
    {
        { Standing: PaperStanding.Received } => Ui.Tone.Good,
        { Standing: PaperStanding.Wanted } or { IsOutstanding: true, Chases: >= CaseFile.ChasesToManager } => Ui.Tone.Warn,
        _ => Ui.Tone.Plain,
    };

    /// <summary>"Since 3 November 2026", "On 5 November 2026", or why it can't be had.</summary>
    public static string Detail(WantedPaper paper) => paper switch
    {
        { Standing: PaperStanding.NotAvailable, Why: { } why } => why,
        { ReceivedOn: { } on } => $"On {FactWords.Day(on)}",
        { ChasedAt: { } chased, RequestedAt: { } asked } => $"Last on {FactWords.Day(London.Day(chased))}; asked for on {FactWords.Day(London.Day(asked))}",
        { RequestedAt: { } asked } => $"On {FactWords.Day(London.Day(asked))}",
        _ => $"Wanted since {FactWords.Day(London.Day(paper.WantedAt))}",
    };

    /// <summary>"Holds up: Send our statement"; null where nothing waits for it.</summary>
    public static string? HoldsUp(CaseType type, string paper) =>
        Wants.All.FirstOrDefault(w => w.Key == paper) is { } want && type.HeldUpBy(want).Select(s => s.Label).ToList() is { Count: > 0 } steps ? $"Holds up: {string.Join(", ", steps)}" : null;
}
