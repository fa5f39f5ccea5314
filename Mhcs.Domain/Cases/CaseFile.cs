using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>One case: of one patient, or of nobody on our books where its type allows that. It changes only by commands that answer with events; nothing is edited away.</summary>
public sealed partial class CaseFile
{
    readonly List<Deadline> _deadlines = [];
    readonly List<Notice> _notices = [];
    readonly List<CasePaper> _papers = [];

    CaseFile() { }

    public int Id { get; init; }
    public CaseReference Reference { get; private set; }
    /// <summary>Raised by one with every act; the token by which the slower of two people is told.</summary>
    public int Version { get; private set; }
    public string TypeKey { get; private set; } = "";
    public string StateCode { get; private set; } = "";
    public string Team { get; private set; } = "";
    public string? PatientNumber { get; private set; }
    public Patient? Patient { get; private set; }
    /// <summary>What names the case where no patient does, kept with the file so that SQL can sort and find by it; null for a type that always concerns a patient.</summary>
    public string? Subject { get; private set; }
    /// <summary>What people know the case by: the patient's name, or its subject.</summary>
    public string Title => Patient?.Name ?? Subject ?? Type.Label;
    public PersonId? AssigneeId { get; private set; }
    public DateOnly ReceivedOn { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset StateSince { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public FactSheet Facts { get; private set; } = FactSheet.Empty;
    public bool Restricted { get; private set; }
    /// <summary>The people who may see a restricted file.</summary>
    public IReadOnlyList<PersonId> Named => [.. NamedIds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => new PersonId(int.Parse(id, CultureInfo.InvariantCulture)))];
    /// <summary>The same people as ",12,45,": a form in which both databases can look for one of them.</summary>
    public string NamedIds { get; private set; } = "";

    public IReadOnlyList<Deadline> Deadlines => _deadlines;
    public IReadOnlyList<Notice> Notices => _notices;
    public IReadOnlyList<CasePaper> Papers => _papers;

    // What lists and boards sort and count by; kept with the file so that SQL never has to work it out.
    /// <summary>The next day to work to among our running dates and those on which time itself moves the case.</summary>
    public DateOnly? NextDueOn { get; private set; }
    /// <summary>The first moment at which one of our running dates is missed.</summary>
    public DateTimeOffset? NextOverdueAt { get; private set; }
    public string? NextRule { get; private set; }
    public string? NextName { get; private set; }
    /// <summary>The day on which a case that was put away comes back; null: it is not away. While it is, it is no load.</summary>
    public DateOnly? ParkedUntil { get; private set; }
    /// <summary>Load points on its owner now.</summary>
    public int Weight { get; private set; }
    public StateKind StateKind { get; private set; }

    public CaseType Type => AllCaseTypes.Get(TypeKey);
    public State State => Type.State(StateCode);
    public bool IsOpen => ClosedAt is null;
    public bool HighProfile => Patient is { HighProfile: true };
    public bool VictimScheme => Patient is { VictimScheme: true };

    /// <summary>Each step a person could take now, open or closed, and why.</summary>
    public IEnumerable<Offer> Offers(Occasion on) => CaseMachine.Offers(this, on);

    /// <summary>The file that these events make, read in order: what the record says is what the file is.</summary>
    public static CaseFile From(CaseReference reference, Patient? patient, IEnumerable<CaseEvent> events)
    {
        var file = new CaseFile { Reference = reference, Patient = patient };
        file.Applied(events);
        return file;
    }

    void Apply(CaseEvent happened)
    {
        switch (happened)
        {
            case CaseOpened e:
                (TypeKey, StateCode, Team, PatientNumber, ReceivedOn, Restricted) = (e.Type, e.State, e.Team, e.PatientNumber, e.ReceivedOn, e.Restricted);
                (OpenedAt, StateSince, Facts) = (e.At, e.At, e.Facts);
                break;
            case StepTaken e:
                (StateCode, StateSince, Facts) = (e.To, e.From == e.To ? StateSince : e.At, Settled(Facts.With(e.Facts), e.Settles));
                if (!State.IsOpen) ClosedAt = e.At;
                break;
            case FactsRecorded e: Facts = Facts.With(e.Facts); break;
            case CaseAssigned e: AssigneeId = e.To; break;
            case RestrictionChanged e: (Restricted, NamedIds) = (e.Restricted, e.Named.Count == 0 ? "" : $",{string.Join(',', e.Named)},"); break;
            case NoticeRaised e: _notices.Add(new() { Number = e.Number, Party = e.Party, Label = e.Label, About = e.About, DueOn = e.DueOn, RaisedAt = e.At }); break;
            case NoticeSent e: var n = Notice(e.Number); (n.SentAt, n.SentBy, n.How) = (e.At, e.By, e.How); break;
            case PaperRaised e: _papers.Add(new() { Number = e.Number, Paper = e.Paper, Label = e.Label, RaisedAt = e.At }); break;
            case PaperSigned e: var signed = Paper(e.Number); (signed.SignedAt, signed.SignedBy, signed.SignedWords) = (e.At, e.By, e.Mark); break;
            case PaperIssued e: var p = Paper(e.Number); (p.Version, p.IssuedAt, p.IssuedBy, p.DocumentId) = (e.Version, e.At, e.By, e.DocumentId); break;
            case PapersWanted e: _wanted.AddRange(Type.Wants.Where(w => e.Papers.Contains(w.Key)).Select(w => new WantedPaper { Paper = w.Key, Label = w.Label, Source = w.From.Key, WantedAt = e.At })); break;
            case PaperRequested e: Wanted(e.Paper)!.Apply(e); break;
            case PaperChased e: Wanted(e.Paper)!.Apply(e); break;
            case PaperReceived e: Wanted(e.Paper)!.Apply(e); break;
            case PaperNotAvailable e: Wanted(e.Paper)!.Apply(e); break;
            case PaperTakenBack e:
                Wanted(e.Paper)!.Apply(e);
                if (Type.Wants.First(w => w.Key == e.Paper).Answers is { } answered) Facts = Facts.Without(answered);
                break;
            case PatientChanged e: Patient!.Apply(e.Change); break;
            case DeadlineStarted e: Begin(e); break;
            case DeadlineMoved e: Deadline(e.Number).Apply(e); break;
            case DeadlineMet e: Deadline(e.Number).Apply(e); break;
            case DeadlineMissed e: Deadline(e.Number).Apply(e); break;
            case DeadlineEnded e: Deadline(e.Number).Apply(e); break;
            case BroughtBack e: Deadline(e.Number).Apply(e); break;
            case DeadlineResumed e: Deadline(e.Number).Apply(e); break;
            case CaseResumed e: (StateCode, StateSince) = (e.To, e.At); break;
            case ClockPaused e: Deadline(e.Number).Apply(e); break;
            case ClockResumed e: Deadline(e.Number).Apply(e); break;
        }
    }

    void Begin(DeadlineStarted e)
    {
        var term = Terms.Find(e.Rule) ?? throw new ArgumentException($"No rule '{e.Rule}'", nameof(e));
        var deadline = new Deadline { Number = e.Number, Rule = e.Rule, Name = e.Name, Binding = term.Binding, Watch = term.Watch, FromFact = e.FromFact, StartedAt = e.At, StartedBy = e.By, For = e.For, Until = e.Until, Every = e.Every };
        deadline.Apply(e);
        _deadlines.Add(deadline);
    }

    /// <summary>What happened, applied, and what follows from it by itself.</summary>
    IReadOnlyList<CaseEvent> Happened(IEnumerable<CaseEvent> events) => Applied(AndComingBack(events));

    /// <summary>Applies what happened and brings the sort columns and the version up to date: once an act.</summary>
    IReadOnlyList<CaseEvent> Applied(IEnumerable<CaseEvent> events)
    {
        List<CaseEvent> all = [];
        foreach (var e in events)
        {
            Apply(e);
            all.Add(e);
        }
        if (all.Count > 0) Version++;
        // Whose it is changes no date and no weight; so it can be changed on a file whose dates were not read.
        if (all.Exists(e => e is not CaseAssigned)) SumUp();
        return all;
    }

    void SumUp()
    {
        var running = _deadlines.Where(d => IsOurs(d) && !d.IsPaused).ToList();
        var next = running.MinBy(d => d.InternalDue);
        (NextDueOn, NextRule, NextName) = IsOpen ? (next?.InternalDue, next?.Rule, next?.Name) : default;
        var moments = running.Select(d => d.OverdueAt).Concat(TimedMoves().Select(t => t.At)).ToList();
        NextOverdueAt = IsOpen && moments.Count > 0 ? moments.Min() : null;
        StateKind = State.Kind;
        // Put away only for as long as nothing else is due before it comes back.
        ParkedUntil = IsOpen && next?.Parks == true ? next.InternalDue : null;
        Subject = Type.Subject(Facts);
        Weight = !IsOpen || ParkedUntil is not null ? 0 : (StateKind == StateKind.Waiting ? 1 : Type.Weight) + (HighProfile ? 1 : 0);
    }

    Deadline Deadline(int number) => _deadlines.First(d => d.Number == number);
    Notice Notice(int number) => _notices.First(n => n.Number == number);
    CasePaper Paper(int number) => _papers.First(p => p.Number == number);
}
