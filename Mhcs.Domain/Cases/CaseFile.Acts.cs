using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;

namespace Mhcs.Domain.Cases;

/// <summary>Everything done to a case that is not a step of its table: owner, notes, corrections, notices, papers, clocks.</summary>
public sealed partial class CaseFile
{
    /// <summary>Longest note, in characters.</summary>
    public const int NoteLimit = 10_000;

    /// <summary>Gives the case to a caseworker. Refuses with every reason; giving it to its owner changes nothing.</summary>
    /// <param name="letIn">Whoever is not named on a restricted file is named with it.</param>
    public IReadOnlyList<CaseEvent> AssignTo(Person caseworker, Occasion on, bool letIn = false)
    {
        var entitlement = Entitled(on.By.MayAssign(this, caseworker.Id));
        var reasons = WhyNot(caseworker, on.Today, letIn).ToList();
        if (reasons.Count > 0) throw new RuleBroken([.. reasons.Select(r => new Refusal("rule", r, "assignee"))]);
        if (AssigneeId == caseworker.Id) return [];
        var stamp = Stamped(on, entitlement);
        return Happened([.. Restricted && !Named.Contains(caseworker.Id) ? [stamp.On(LettingIn(caseworker.Id, "Was given the case"))] : Array.Empty<CaseEvent>(), stamp.On(new CaseAssigned(AssigneeId, caseworker.Id))]);
    }

    /// <summary>Why a person can't hold this case on a day: each a sentence; none: they can.</summary>
    /// <param name="letIn">That they are not named on a restricted file is no reason: they are to be.</param>
    public IEnumerable<string> WhyNot(Person caseworker, DateOnly today, bool letIn = false)
    {
        if (!IsOpen) yield return $"{Reference} is closed";
        if (Type.IsProtected && !caseworker.LiaisesWithVictims) yield return $"{caseworker.Name} is not named for victim liaison: the head of the team names people under Victims";
        foreach (var unsuited in caseworker.UnsuitedFor(Team, today).Concat(caseworker.UnsuitedFor(PatientNumber, Restricted && !letIn, Named))) yield return unsuited.Sentence;
    }

    /// <summary>Puts the case back among the unassigned.</summary>
    public IReadOnlyList<CaseEvent> Unassign(Occasion on)
    {
        var entitlement = Entitled(on.By.MayAssign(this, null));
        MustBeOpen();
        return AssigneeId is null ? [] : Happened([Stamped(on, entitlement).On(new CaseAssigned(AssigneeId, null))]);
    }

    /// <summary>Its owner lays the case down among the unassigned: whoever has a conflict of interest must, whatever their grade.</summary>
    public IReadOnlyList<CaseEvent> LayDown(Occasion on)
    {
        MustBeOpen();
        if (AssigneeId != on.By.Id) throw new RuleBroken(new Refusal("not-entitled", $"{Reference} is not yours to lay down"));
        return Happened([Stamped(on, Entitlement.Yes("It is your own case")).On(new CaseAssigned(AssigneeId, null))]);
    }

    /// <summary>Takes back an assignment to <paramref name="given"/>, if the case is still where that put it. The undoing is itself on the record.</summary>
    public IReadOnlyList<CaseEvent> UndoAssignment(PersonId? given, PersonId? before, Occasion on)
    {
        var entitlement = Entitled(on.By.MayAssign(this, before));
        MustBeOpen();
        if (AssigneeId != given) throw new RuleBroken(new Refusal("rule", $"{Reference} has been moved again since, so the earlier move is not taken back"));
        return Happened([Stamped(on, entitlement).On(new CaseAssigned(AssigneeId, before) { Undoes = true })]);
    }

    public IReadOnlyList<CaseEvent> AddNote(string text, Occasion on)
    {
        var entitlement = Entitled(Reads(on));
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBroken(new Refusal("missing", "Enter the note", "text"));
        if (text.Length > NoteLimit) throw new RuleBroken(new Refusal("invalid", $"The note must be {NoteLimit} characters or fewer; it has {text.Length}", "text"));
        var stamp = Stamped(on, entitlement);
        return Happened(new[] { stamp.On(new NoteAdded(text.Trim())) }.Concat(LookedAt(on, stamp)));
    }

    public IReadOnlyList<CaseEvent> AddDocument(string documentId, string name, long size, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        return Happened(new[] { stamp.On(new DocumentAdded(documentId, name, size)) }.Concat(LookedAt(on, stamp)));
    }

    /// <summary>Says what a document on this file is: its kind, its own date, and whether it is folded because of what it shows.</summary>
    /// <param name="disturbing">What it shows, plainly; null: nothing disturbing.</param>
    public IReadOnlyList<CaseEvent> DescribeDocument(string documentId, string name, string? category, DateOnly? datedOn, string? disturbing, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        List<Refusal> faults = [];
        if (category is not null && !DocumentCategories.All.Contains(category)) faults.Add(new("invalid", $"The category must be one of {string.Join(", ", DocumentCategories.All)}", "category"));
        if (datedOn is { } day && (day > on.Today || day.Year < 1900)) faults.Add(new("invalid", "The date of the document must be today or in the past", "datedOn"));
        if (disturbing is not null && disturbing.Trim().Length is 0 or > 200) faults.Add(new("missing", "Say plainly what it shows, in 200 characters or fewer: “photographs of injuries”", "disturbing"));
        if (faults.Count > 0) throw new RuleBroken(faults);
        return Happened([stamp.On(new DocumentDescribed(documentId, name, category, datedOn, disturbing?.Trim()))]);
    }

    /// <summary>Records or corrects facts outside a step. Running dates that count from a corrected fact are worked out again; the same words again are no event.</summary>
    /// <exception cref="RuleBroken">A fault of an answer, or a fact that a step wrote or a decision settled, for somebody who may not take it.</exception>
    public IReadOnlyList<CaseEvent> RecordFacts(FactSheet answers, string? why, Occasion on)
    {
        var entitlement = Entitled(Reads(on));
        MustBeOpen();
        var asked = Type.AllFacts.Where(f => answers.Has(f)).ToList();
        List<Refusal> faults = [.. FactChecks.Of(asked, answers, on)];
        if (answers.Entries.Count == 0) faults.Add(new("missing", "Answer at least one question"));
        if (asked.Exists(f => Facts.Has(f) && Facts.Text(f) != answers.Text(f)) && string.IsNullOrWhiteSpace(why))
            faults.Add(new("missing", "Say why the record is corrected; the earlier answer stays in the history", "why"));
        faults.AddRange(Undone(asked, answers, on));
        if (faults.Count > 0) throw new RuleBroken(faults);

        var changed = asked.Where(f => Facts.Text(f) != answers.Text(f)).ToList();
        if (changed.Count == 0) return [];
        var given = CorrectedBy(answers.Only(changed).Stamped(on.At, on.By.Id));
        faults.AddRange(WhyNotToRecord(changed, given, on));
        if (faults.Count > 0) throw new RuleBroken(faults);

        var stamp = Stamped(on, changed.SelectMany(f => HeldBy(f, given, on)).Select(a => on.By.May(a, this)).FirstOrDefault(e => e.ActingFor is not null) ?? entitlement);
        CaseEvent[] recorded = [stamp.On(new FactsRecorded(given, why)), .. Recounted(_deadlines, Facts.With(given), given, "was corrected", on).Select(stamp.On), .. ReceivedBy(given, stamp), .. Changing(Type.Corrects, new(this, Facts.With(given), on), stamp)];
        return Happened(recorded.Concat(LookedAt(on, stamp)));
    }

    /// <summary>What logging correspondence needed of the answers stays so when they are corrected.</summary>
    IEnumerable<Refusal> Undone(IReadOnlyList<Fact> asked, FactSheet answers, Occasion on) =>
        Type.Opening.Needs.Where(r => !Type.ConcernsAPatient && r.About.Any(asked.Contains) && r.Holds(new(this, Facts, on)) && !r.Holds(new(this, Facts.With(answers), on)))
            .Select(r => new Refusal("rule", r.Refusal, r.About.First(asked.Contains).Key, r.Mend));

    /// <summary>The running dates that count from a fact given anew. Of those that stand alone only the latest does: the fact is its own.</summary>
    IEnumerable<DeadlineMoved> Recounted(IEnumerable<Deadline> deadlines, FactSheet facts, FactSheet given, string why, Occasion on)
    {
        foreach (var deadline in deadlines.Where(d => d.IsRunning && d.FromFact is { } key && given.Entries.ContainsKey(key)))
        {
            var fact = Type.AllFacts.First(f => f.Key == deadline.FromFact);
            if (Term(deadline, on).StandsAlone && _deadlines.Last(d => d.Rule == deadline.Rule) != deadline) continue;
            if (facts.Date(fact) is { } day && (day != deadline.From || facts.Instant(fact) != Facts.Instant(fact)))
                yield return Moved(deadline, day, facts.Instant(fact), deadline.Stops, $"{fact.Label} {why}", on);
        }
    }

    /// <summary>Records that one of the dates which stand alone, a direction of the tribunal, has been complied with.</summary>
    public IReadOnlyList<CaseEvent> Comply(int number, string how, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        MustBeOpen();
        var deadline = Running(number);
        if (!Term(deadline, on).StandsAlone) throw new RuleBroken(new Refusal("rule", $"“{deadline.Name}” is answered by a step of the case, not by itself"));
        if (string.IsNullOrWhiteSpace(how)) throw new RuleBroken(new Refusal("missing", "Say how it was complied with, and when", "how"));
        if (how.Length > NoteLimit) throw new RuleBroken(new Refusal("invalid", $"This must be {NoteLimit} characters or fewer; it has {how.Length}", "how"));
        CaseEvent[] complied = [stamp.On(new DeadlineMet(number, deadline.Rule)), stamp.On(new NoteAdded($"{deadline.Name}: {how.Trim()}"))];
        return Happened(complied.Concat(BroughtForward(on, stamp)));
    }

    /// <summary>Pauses one of our own targets. The law's periods can't be paused.</summary>
    public IReadOnlyList<CaseEvent> PauseClock(int number, string reason, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        var deadline = Running(number);
        if (deadline.IsByHand) throw new RuleBroken(new Refusal("rule", $"“{deadline.Name}” was set by hand: change its day instead", null, Mend.Tasks));
        if (deadline.Binding != Binding.Target) throw new RuleBroken(new Refusal("rule", $"“{deadline.Name}” is set by law or by the tribunal and can't be paused"));
        if (deadline.IsPaused) throw new RuleBroken(new Refusal("rule", $"“{deadline.Name}” is paused already"));
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken(new Refusal("missing", "Say why the clock is paused", "reason"));
        return Happened([stamp.On(new ClockPaused(number, deadline.Rule, on.Today, reason.Trim()))]);
    }

    public IReadOnlyList<CaseEvent> ResumeClock(int number, Occasion on)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        var deadline = Running(number);
        if (!deadline.IsPaused) throw new RuleBroken(new Refusal("rule", $"“{deadline.Name}” is not paused"));
        var stops = deadline.Stops.Select(s => s.To is null ? s with { To = on.Today } : s).ToList();
        return Happened([stamp.On(new ClockResumed(number, deadline.Rule, on.Today)), stamp.On(Moved(deadline, deadline.From, deadline.FromInstant, stops, "The pause is counted out", on))]);
    }

    /// <summary>Ticks off that somebody has been told.</summary>
    /// <param name="despiteDeath">Why they are told though the patient has died; nothing else lets the notice out.</param>
    public IReadOnlyList<CaseEvent> MarkSent(int number, string how, Occasion on, string? despiteDeath = null)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        var notice = _notices.Find(n => n.Number == number) ?? throw new RuleBroken(new Refusal("invalid", "There is no such notice on this case", "notice"));
        if (notice.SentAt is not null) throw new RuleBroken(new Refusal("rule", notice.IsForPpud ? "PPUD is up to date already" : $"{notice.Label} has been told already"));
        if (string.IsNullOrWhiteSpace(how)) throw new RuleBroken(new Refusal("missing", "Say how they were told: by letter, by secure email, by telephone", "how"));
        return Happened([.. NeedsOverride(notice) ? Despite(notice.Label, despiteDeath, on) : [], stamp.On(new NoticeSent(number, notice.Party, how.Trim()))]);
    }

    /// <summary>Issues a paper after its pre-flight; issuing it again makes the next version.</summary>
    /// <param name="again">Why the same letter goes out again within days.</param>
    /// <param name="template">The version of the text it was made from.</param>
    /// <param name="despiteDeath">Why it is issued though the patient has died; nothing else lets it out.</param>
    /// <exception cref="RuleBroken">A fact is missing or stale, a signature is missing, or the same letter was issued lately and no reason is given.</exception>
    public IReadOnlyList<CaseEvent> IssuePaper(int number, string documentId, Occasion on, string? again = null, int? template = null, string? despiteDeath = null)
    {
        var stamp = Stamped(on, Entitled(Reads(on)));
        var raised = _papers.Find(p => p.Number == number) ?? throw new RuleBroken(new Refusal("invalid", "There is no such paper on this case", "paper"));
        var faults = CaseTypes.Papers.Get(raised.Paper).PreFlight(this, on).Where(l => l.Problem is not null).ToList();
        if (faults.Count > 0) throw new RuleBroken([.. faults.Select(l => new Refusal("rule", l.Problem!, l.Fact?.Key, l.Fact is { } f ? Mend.Record(f) : Mend.Patient))]);
        // What went out on paper was signed on paper.
        if (documentId != CasePaper.OnPaper && WhyNotToIssue(raised, again, on).ToList() is { Count: > 0 } held) throw new RuleBroken(held);
        return Happened([.. HoldsLetters ? Despite(raised.Label, despiteDeath, on) : [], stamp.On(new PaperIssued(number, raised.Paper, raised.Version + 1, documentId) { Template = template, Again = string.IsNullOrWhiteSpace(again) ? null : again.Trim() })]);
    }

    /// <summary>Records that another case follows from this one.</summary>
    public IReadOnlyList<CaseEvent> Follow(CaseType type, CaseReference reference, Occasion on) =>
        Happened([Stamped(on, Entitlement.Yes("Follows from a step")).On(new CaseFollowed(type.Key, reference.Value))]);

    /// <summary>Records each of our dates that has passed unmet, once.</summary>
    public IReadOnlyList<CaseEvent> MarkBreaches(Occasion on) => Happened(MarkingBreaches(on));

    List<CaseEvent> MarkingBreaches(Occasion on) =>
        [.. _deadlines.Where(d => IsOpen && d.MissedAt is null && d.StandingAt(on.At) == Standing.Overdue && !d.IsPaused)
            .Select(d => new DeadlineMissed(d.Number, d.Rule, d.Name) { At = on.At, By = on.By.Id })];

    static DeadlineMoved Moved(Deadline deadline, DateOnly from, DateTimeOffset? instant, IReadOnlyList<ClockStop> stops, string why, Occasion on)
    {
        var worked = WorkOut(Term(deadline, on), from, instant, on.Days, stops);
        return new(deadline.Number, deadline.Rule, from, instant, worked.LastDay, worked.InternalDue, OverdueFrom(worked), why);
    }

    /// <summary>How one of the file's dates was worked out, step by step.</summary>
    public static Working HowWorkedOut(Deadline deadline, Occasion on) => WorkOut(Term(deadline, on), deadline.From, deadline.FromInstant, on.Days, deadline.Stops);

    static Term Term(Deadline deadline, Occasion on) => on.Book.Resolve(CaseTypes.Terms.Find(deadline.Rule)!, deadline.StartedAt);

    Deadline Running(int number) => _deadlines.Find(d => d.Number == number && d.IsRunning)
        ?? throw new RuleBroken(new Refusal("invalid", "There is no such running date on this case", "deadline"));

    Entitlement Reads(Occasion on) => on.By.May(CaseTypes.Authorities.Administration, this);

    static Entitlement Entitled(Entitlement entitlement) => entitlement.Granted ? entitlement : throw new RuleBroken(new Refusal("not-entitled", entitlement.Reason));

    static Stamp Stamped(Occasion on, Entitlement entitlement) => new(on.At, on.By.Id, entitlement.ActingFor);

    void MustBeOpen()
    {
        if (!IsOpen) throw new RuleBroken(new Refusal("wrong-state", $"{Reference} is closed; open a new case instead"));
    }
}
