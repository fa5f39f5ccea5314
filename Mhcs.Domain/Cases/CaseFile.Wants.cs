using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Papers from others: wanted by the table, asked for, chased, received or given up.</summary>
public sealed partial class CaseFile
{
    /// <summary>After so many chases of one paper the casework manager is told, and then the team manager (design figures, not policy).</summary>
    public const int ChasesToManager = 2, ChasesToTeamManager = 4;

    readonly List<WantedPaper> _wanted = [];
    public IReadOnlyList<WantedPaper> WantedPapers => _wanted;

    /// <summary>Papers that the table knows and this file does not want so far; somebody may still ask for one.</summary>
    public IEnumerable<Want> NotWanted => Type.Wants.Where(w => Wanted(w.Key) is null);

    /// <summary>Whether nothing waits for this paper: it is here, given up, or was never wanted. A paper that a fact records is held only by that fact.</summary>
    internal bool Holds(Want want, FactSheet facts) =>
        want.Answers is { } fact && facts.Has(fact) || (Wanted(want.Key) is { } paper ? !paper.IsOutstanding : want.Answers is null);

    /// <summary>Records that a paper was asked for; its first chase begins to run. One that was given up can be asked for again.</summary>
    public IReadOnlyList<CaseEvent> RequestPaper(string paper, string how, Occasion on)
    {
        var (want, stamp) = Turning(paper, on);
        MustNotHoldLetters();
        var known = Wanted(want.Key);
        if (known is { RequestedAt: not null, IsOutstanding: true }) throw new RuleBroken(new Refusal("rule", $"{want.Label} is asked for already: chase it", "paper"));
        if (known is { Standing: PaperStanding.Received }) MustBeOutstanding(known);
        var started = Chasing(want, want.From.Chase, on, stamp);
        CaseEvent[] asked =
        [
            .. FirstWanted(want, stamp), .. Met(want, known, stamp),
            stamp.On(new PaperRequested(want.Key, Said(how, "how", "Say how it was asked for"), started?.Number)), .. started is null ? [] : new[] { started },
        ];
        return Happened(asked.Concat(InSight(on, stamp)));
    }

    /// <summary>Records a chase and starts the next rung of the ladder; after several, a manager is told.</summary>
    public IReadOnlyList<CaseEvent> ChasePaper(string paper, string how, Occasion on)
    {
        var (want, stamp) = Turning(paper, on);
        MustNotHoldLetters();
        if (Wanted(want.Key) is not { RequestedAt: not null } known) throw new RuleBroken(new Refusal("rule", $"{want.Label} was not asked for yet: ask for it first", "paper"));
        MustBeOutstanding(known);
        var times = known.Chases + 1;
        var started = Chasing(want, Terms.ChaseAgain, on, stamp);
        CaseEvent[] chased =
        [
            .. Met(want, known, stamp), stamp.On(new PaperChased(want.Key, times, Said(how, "how", "Say how it was chased, and what was answered"), started?.Number)), .. started is null ? [] : new[] { started },
            .. Escalated(times) is { } manager ? [stamp.On(new NoticeRaised(_notices.Count + 1, manager.Key, manager.Label, $"{want.Label}: chased {times} times and not received", on.Today))] : Array.Empty<CaseEvent>(),
        ];
        return Happened(chased.Concat(InSight(on, stamp)));
    }

    /// <summary>Records that a paper has come, with the document on this file that it came as, if it is kept as one. What was given up may come all the same.</summary>
    public IReadOnlyList<CaseEvent> ReceivePaper(string paper, DateOnly receivedOn, string? documentId, Occasion on)
    {
        var (want, stamp) = Turning(paper, on);
        if (Wanted(want.Key) is { Standing: PaperStanding.Received } known) MustBeOutstanding(known);
        if (receivedOn > on.Today || receivedOn.Year < 1983) throw new RuleBroken(new Refusal("invalid", "The day it was received must be today or in the past", "receivedOn"));
        CaseEvent[] received =
        [
            .. FirstWanted(want, stamp), .. Received(want, receivedOn, documentId, stamp),
            .. want.Answers is { } fact ? [stamp.On(new FactsRecorded(FactSheet.Of([new(fact.Key, $"{receivedOn:yyyy-MM-dd}")], on.At, on.By.Id), null))] : Array.Empty<CaseEvent>(),
        ];
        return Happened(received.Concat(InSight(on, stamp)));
    }

    /// <summary>Gives a paper up, with the reason. What a step waits for is given up by a caseworker, who answers for going on without it.</summary>
    public IReadOnlyList<CaseEvent> GiveUpPaper(string paper, string why, Occasion on)
    {
        var (want, stamp) = Turning(paper, on);
        if (Type.HeldUpBy(want).Any()) stamp = Stamped(on, Entitled(on.By.May(Authorities.Casework, this)));
        if (Wanted(want.Key) is { } known) MustBeOutstanding(known);
        CaseEvent[] given = [.. FirstWanted(want, stamp), .. Met(want, Wanted(want.Key), stamp), stamp.On(new PaperNotAvailable(want.Key, Said(why, "why", "Say why it can’t be had")))];
        return Happened(given.Concat(InSight(on, stamp)));
    }

    /// <summary>Takes back a receipt that was recorded by mistake: what waited for the paper waits again. A caseworker does so, and says why.</summary>
    public IReadOnlyList<CaseEvent> TakeBackPaper(string paper, string why, Occasion on)
    {
        var (want, _) = Turning(paper, on);
        var stamp = Stamped(on, Entitled(on.By.May(Authorities.Casework, this)));
        if (Wanted(want.Key) is not { Standing: PaperStanding.Received } known) throw new RuleBroken(new Refusal("rule", $"{want.Label} is not recorded as received", "paper"));
        var started = known.RequestedAt is null || HoldsLetters ? null : Chasing(want, want.From.Chase, on, stamp);
        CaseEvent[] taken = [stamp.On(new PaperTakenBack(want.Key, Said(why, "why", "Say why the receipt is taken back"), started?.Number)), .. started is null ? [] : new[] { started }];
        return Happened(taken.Concat(InSight(on, stamp)));
    }

    /// <summary>The papers that a state's beginning makes wanted.</summary>
    IEnumerable<CaseEvent> Wanting(IEnumerable<State> entered, Situation now, Stamp stamp)
    {
        var wanted = Type.Wants.Where(w => w.Since.Any(entered.Contains) && Wanted(w.Key) is null && (w.Answers is not { } fact || !now.Facts.Has(fact)) && (w.If?.Holds(now) ?? true)).Select(w => w.Key).ToList();
        return wanted.Count == 0 ? [] : [stamp.On(new PapersWanted(wanted))];
    }

    /// <summary>A fact that answers for a paper says that it has come.</summary>
    IEnumerable<CaseEvent> ReceivedBy(FactSheet given, Stamp stamp) =>
        from want in Type.Wants
        where want.Answers is { } fact && given.Date(fact) is not null && Wanted(want.Key) is { Standing: not PaperStanding.Received }
        from happened in Received(want, given.Date(want.Answers!)!.Value, null, stamp)
        select happened;

    IEnumerable<CaseEvent> Received(Want want, DateOnly on, string? documentId, Stamp stamp) =>
    [
        .. Met(want, Wanted(want.Key), stamp), stamp.On(new PaperReceived(want.Key, on, documentId)),
        .. want.Brings is { } cover && !_papers.Exists(p => p.Paper == cover.Key && p.Version == 0) ? [stamp.On(new PaperRaised(_papers.Count + 1, cover.Key, cover.Label))] : Array.Empty<CaseEvent>(),
    ];

    /// <summary>The chase that ran is met. So is one of the same rule that belongs to no paper: it was started when steps of the table did so.</summary>
    IEnumerable<CaseEvent> Met(Want want, WantedPaper? known, Stamp stamp) =>
        _deadlines.Where(d => d.IsRunning && (d.Number == known?.ChaseDate || (d.Rule == want.From.Chase.Rule && !_wanted.Exists(w => w.ChaseDate == d.Number)))).Select(d => stamp.On(new DeadlineMet(d.Number, d.Rule)));

    DeadlineStarted? Chasing(Want want, Deadlines.Term term, Occasion on, Stamp stamp) =>
        Starting([term], new(this, Facts, on), on.Today, stamp).OfType<DeadlineStarted>().FirstOrDefault() is { } started ? started with { Name = $"Chase: {want.Label}" } : null;

    /// <summary>No open file is without a date, and one that waits has been looked at.</summary>
    IEnumerable<CaseEvent> InSight(Occasion on, Stamp stamp) =>
        _deadlines.Exists(d => d.IsRunning && d.Rule == Terms.NextStep.Rule) ? [] : BroughtForward(on, stamp);

    static Party? Escalated(int times) => times switch { ChasesToManager => Parties.CaseworkManager, ChasesToTeamManager => Parties.TeamManager, _ => null };

    /// <summary>A paper that the table knows may be asked for, recorded or given up before anything made it wanted.</summary>
    IEnumerable<CaseEvent> FirstWanted(Want want, Stamp stamp) => Wanted(want.Key) is null ? [stamp.On(new PapersWanted([want.Key]))] : [];

    WantedPaper? Wanted(string key) => _wanted.Find(w => w.Paper == key);

    (Want Want, Stamp Stamp) Turning(string paper, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        MustBeOpen();
        return Type.Wants.FirstOrDefault(w => w.Key == paper) is { } want ? (want, stamp)
            : throw new RuleBroken(new Refusal("invalid", $"A case of {Type.Label.ToLowerInvariant()} wants no paper of this key. Use one of {string.Join(", ", Type.Wants.Select(w => w.Key))}", "paper"));
    }

    // What was asked for before may still come; nobody is written to any more.
    void MustNotHoldLetters()
    {
        if (HoldsLetters) throw new RuleBroken(new Refusal("rule", "The patient’s death is recorded: nothing is asked for or chased any more", "paper", Mend.Patient));
    }

    static void MustBeOutstanding(WantedPaper paper)
    {
        if (!paper.IsOutstanding) throw new RuleBroken(new Refusal("rule", paper.Standing == PaperStanding.Received ? $"{paper.Label} is received already" : $"{paper.Label} is recorded as not available: ask for it again first", "paper"));
    }

    static string Said(string? words, string field, string missing) =>
        string.IsNullOrWhiteSpace(words) ? throw new RuleBroken(new Refusal("missing", missing, field))
        : words.Length > 500 ? throw new RuleBroken(new Refusal("invalid", $"This must be 500 characters or fewer; it has {words.Length}", field))
        : words.Trim();
}
