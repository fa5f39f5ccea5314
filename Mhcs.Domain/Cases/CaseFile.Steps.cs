using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Opening a case and taking its steps.</summary>
public sealed partial class CaseFile
{
    /// <summary>Opens a case. Refuses with every fault of the opening facts and every opening rule that does not hold.</summary>
    /// <param name="patient">Null for a case about nobody on our books.</param>
    /// <param name="team">Whose it is where no patient decides that; null: the team of whoever opens it.</param>
    public static (CaseFile File, IReadOnlyList<CaseEvent> Events) Open(CaseReference reference, CaseType type, Patient? patient, DateOnly receivedOn, FactSheet answers, Occasion on, bool restricted = false, string? team = null)
    {
        var file = Begun(reference, type, patient, team, type.Start, on);
        var entitlement = on.By.IsTheClock && type.Opening.ByTime ? Entitlement.Yes("Time opens this case") : on.By.May(type.Opening.By, file);
        if (!entitlement.Granted) throw new RuleBroken(new Refusal("not-entitled", entitlement.Reason));

        List<Refusal> faults = [.. file.ClosedByDeath, .. FactChecks.Of(type.Opening.Asks, answers, on)];
        if (receivedOn > on.Today) faults.Add(new("invalid", "The day it was received must be today or in the past", "receivedOn"));
        if (receivedOn < new DateOnly(1983, 5, 9)) faults.Add(new("invalid", "The day it was received can't be before the Mental Health Act 1983", "receivedOn"));
        var situation = new Situation(file, answers, on);
        faults.AddRange(type.Opening.Needs.Where(r => !r.Holds(situation)).Select(r => new Refusal("rule", r.Refusal, r.About.FirstOrDefault()?.Key, r.Mend)));
        if (faults.Count > 0) throw new RuleBroken(faults);

        var stamp = new Stamp(on.At, on.By.Id, entitlement.ActingFor);
        var facts = answers.Stamped(on.At, on.By.Id);
        var start = type.BeginsIn?.Invoke(situation) ?? type.Start;
        CaseEvent[] opened =
        [
            stamp.On(new CaseOpened(type.Key, file.PatientNumber, file.Team, receivedOn, start.Code, facts, restricted)),
            .. restricted ? [stamp.On(new RestrictionChanged(true, [on.By.Id], "Opened as a restricted file"))] : Array.Empty<CaseEvent>(),
            .. file.Starting(type.Opening.Starts, new(file, facts, on), receivedOn, stamp),
            .. file.Telling(type.Opening.Tells, "Opened", receivedOn, on, stamp),
            .. file.Wanting([type.Start], new(file, facts, on), stamp),
            .. file.Changing(type.Opening.Changes, new(file, facts, on), stamp),
        ];
        return (file, file.Happened(opened.Concat(file.BroughtForward(on, stamp))));
    }

    /// <summary>A file that nothing has happened to yet.</summary>
    static CaseFile Begun(CaseReference reference, CaseType type, Patient? patient, string? team, State state, Occasion on)
    {
        if (patient is null && type.ConcernsAPatient) throw new RuleBroken(new Refusal("missing", $"Give the patient: {type.Label.ToLowerInvariant()} always concerns one", "patient"));
        return (patient?.Team ?? team ?? on.By.Person.Team) is not { } of || on.Book.Teams.Find(of) is null
            ? throw new RuleBroken(new Refusal("missing", "Say which team’s case it is: no patient decides it", "team"))
            : new() { Reference = reference, Patient = patient, TypeKey = type.Key, Team = of, PatientNumber = patient?.Number, StateCode = state.Code };
    }

    /// <summary>Opens the case that follows from a step of another one, with the facts its opening would ask for, as the earlier case holds them. Nobody is asked anything: the step was the decision. Checks, recommendations and reasons are each case's own.</summary>
    /// <param name="step">Code of the step that the new case takes at once, from the answers of the earlier one; null: none.</param>
    public static (CaseFile File, IReadOnlyList<CaseEvent> Events) OpenAfter(CaseFile earlier, CaseReference reference, CaseType type, Occasion on, string? step = null)
    {
        var file = new CaseFile { Reference = reference, Patient = earlier.Patient, TypeKey = type.Key, Team = earlier.Team, PatientNumber = earlier.PatientNumber, StateCode = type.Start.Code };
        var stamp = new Stamp(on.At, on.By.Id, null);
        var facts = earlier.Facts.Only(type.Opening.Asks);
        var start = type.BeginsIn?.Invoke(new(file, facts, on)) ?? type.Start;
        CaseEvent[] opened =
        [
            stamp.On(new CaseOpened(type.Key, file.PatientNumber, file.Team, on.Today, start.Code, facts, earlier.Restricted)),
            .. earlier.Restricted ? [stamp.On(new RestrictionChanged(true, earlier.Named, $"Follows from {earlier.Reference}"))] : Array.Empty<CaseEvent>(),
            .. file.Starting(type.Opening.Starts, new(file, facts, on), on.Today, stamp),
            .. file.Wanting([type.Start], new(file, facts, on), stamp),
            .. file.Changing(type.Opening.Changes, new(file, facts, on), stamp),
        ];
        return (file, file.Happened(opened.Concat(AtOnce()).Concat(file.BroughtForward(on, stamp))));

        // Read only once the opening has been applied.
        IEnumerable<CaseEvent> AtOnce()
        {
            if (step is null) yield break;
            var move = CaseMachine.Permitted(type, type.Start).First(m => m.Step.Code == step);
            foreach (var happened in file.Making(move, earlier.Facts.Only(move.Asks), on, null)) yield return happened;
        }
    }

    /// <summary>Takes a step. Refuses with every reason at once; otherwise everything the row says happens together.</summary>
    public IReadOnlyList<CaseEvent> Take(Step step, FactSheet answers, Occasion on, string? note = null)
    {
        if (!CaseMachine.CanFire(this, step, answers, on, out var move, out var unmet)) throw new RuleBroken(unmet);
        if (note?.Length > NoteLimit) throw new RuleBroken(new Refusal("invalid", $"The note must be {NoteLimit} characters or fewer", "note"));
        return Happened(Making(move!, answers, on, note).Concat(BroughtForward(on, new(on.At, on.By.Id, on.By.May(move!.By, this).ActingFor))));
    }

    /// <summary>The moves that time makes: rows whose term has passed its last day unmet, where their rule holds.</summary>
    public IReadOnlyList<CaseEvent> LetTimePass(Occasion on)
    {
        var due = IsOpen ? TimedMoves().Where(t => t.At <= on.At && t.Move.When?.Holds(new(this, Facts, on)) != false).OrderBy(t => t.At).Select(t => t.Move).FirstOrDefault() : null;
        var passed = ComingBack(on).Concat(MarkingBreaches(on)).ToList();
        return due is null ? Happened(passed) : Happened(passed.Concat(Making(due, FactSheet.Empty, on, null)).Concat(BroughtForward(on, new(on.At, on.By.Id, null))));
    }

    /// <summary>The moves that time can make from here, each with its moment.</summary>
    IEnumerable<(Move Move, DateTimeOffset At)> TimedMoves() =>
        from move in CaseMachine.Permitted(Type, State)
        from deadline in _deadlines
        where deadline.IsRunning && deadline.Rule == move.After?.Rule
        select (move, deadline.OverdueAt);

    IEnumerable<CaseEvent> Making(Move move, FactSheet answers, Occasion on, string? note)
    {
        var stamp = new Stamp(on.At, on.By.Id, on.By.May(move.By, this).ActingFor);
        var answered = new Situation(this, Facts.With(answers.Stamped(on.At, on.By.Id)), on);
        var given = GivenBy(move, answers.With(FactSheet.Of(move.Records.Select(r => KeyValuePair.Create(r.Fact.Key, r.Of(answered))))).Stamped(on.At, on.By.Id));
        var facts = Facts.With(given);
        var situation = new Situation(this, facts, on);
        var closes = !move.To.IsOpen;
        var (ends, why) = (closes || move.To == CaseTypes.AfterDeath.Stopped, closes ? $"The case closed: {move.To.Label}" : "The patient has died");
        var going = _deadlines.Where(d => !move.Stops.Any(t => t.Rule == d.Rule)).ToList();
        return
        [
            stamp.On(new StepTaken(move.Step.Code, move.Step.Label, move.From.Code, move.To.Code, given, note) { Settles = SettledBy(move, facts) }),
            .. _deadlines.Where(d => d.IsRunning && move.Stops.Any(t => t.Rule == d.Rule)).Select(d => Stopped(d, move, stamp)),
            .. going.Where(d => d.IsRunning && (ends || move.Ends.Any(t => t.Rule == d.Rule))).Select(d => stamp.On(new DeadlineEnded(d.Number, d.Rule, ends ? why : move.Step.Label))),
            .. ends ? [] : Recounted(going.Where(d => !move.Ends.Any(t => t.Rule == d.Rule) && !Term(d, on).StandsAlone), facts, given, "was recorded afresh", on).Select(stamp.On),
            .. closes ? [] : Starting(move.Starts, situation, on.Today, stamp),
            .. Raising(move, situation, stamp),
            .. Telling(ToldOf(move), move.Step.Label, on.Today, on, stamp),
            .. closes ? [] : Wanting([move.To], situation, stamp),
            .. Changing(move.Changes, situation, stamp),
        ];
    }

    /// <summary>Whom a move tells: those of its row, and of every decision about a patient the record in PPUD.</summary>
    public IReadOnlyList<Party> ToldOf(Move move) => move.IsDecision && Type.ConcernsAPatient ? [.. move.Tells, CaseTypes.Parties.Ppud] : move.Tells;

    IEnumerable<CaseEvent> Changing(IEnumerable<Effect> effects, Situation now, Stamp stamp) => effects.SelectMany(c => c.Of(now)).Select(c => stamp.On(new PatientChanged(c)));

    // What time itself brought about was not met by anybody: its day passed.
    static CaseEvent Stopped(Deadline deadline, Move move, Stamp stamp) => move.After?.Rule == deadline.Rule
        ? stamp.On(new DeadlineEnded(deadline.Number, deadline.Rule, $"Its day has passed: {move.To.Label}"))
        : stamp.On(new DeadlineMet(deadline.Number, deadline.Rule));

    /// <param name="day">The day of the move, or that of the receipt; of one that lies back the hour is not known.</param>
    IEnumerable<CaseEvent> Starting(IEnumerable<Start> starts, Situation now, DateOnly day, Stamp stamp)
    {
        var number = _deadlines.Count;
        foreach (var start in starts.Where(s => s.If?.Holds(now) ?? true))
        {
            var term = now.On.Book.Resolve(start.Term);
            var plain = start is { From: null, Or: null };
            var instant = start.From is { Kind: FactKind.DateTime } at ? now.Facts.Instant(at) : plain && day == now.On.Today ? now.On.At : null;
            var from = plain ? day : start.From is { } fact && now.Facts.Date(fact) is { } recorded ? recorded : start.Or?.Of(now);
            if (from is not { } counted || !term.InForceOn(counted) || term.Amount is null) continue;
            var worked = WorkOut(term, counted, instant, now.On.Days);
            yield return stamp.On(new DeadlineStarted(++number, term.Rule, start.Named is { } name && now.Facts.Text(name) is { } words ? words : term.Name, counted, term.Unit == Unit.Hours ? instant : null, start.From?.Key, worked.LastDay, worked.InternalDue, OverdueFrom(worked)));
        }
    }

    IEnumerable<CaseEvent> Telling(IEnumerable<Party> parties, string about, DateOnly day, Occasion on, Stamp stamp)
    {
        var number = _notices.Count;
        foreach (var party in parties.Where(p => p.AppliesTo(Patient)))
        {
            var term = party.By is { } by ? on.Book.Resolve(by) : null;
            DateOnly? due = term?.Amount is null ? null : WorkOut(term, day, day == on.Today ? on.At : null, on.Days).InternalDue;
            yield return stamp.On(new NoticeRaised(++number, party.Key, party.Label, about, due));
        }
    }

    static Working WorkOut(Term term, DateOnly from, DateTimeOffset? instant, WorkCalendars days, IReadOnlyList<ClockStop>? stops = null) =>
        term.Unit == Unit.Hours && instant is { } at ? term.WorkOut(at, days, stops) : term.WorkOut(from, days, stops);

    /// <summary>A day is over at midnight in London; an hour-counted or 5pm date is over at its own time.</summary>
    static DateTimeOffset OverdueFrom(Working worked) => worked.DueAt ?? London.At(worked.LastDay.AddDays(1), TimeOnly.MinValue);

    sealed record Stamp(DateTimeOffset At, PersonId By, PersonId? ActingFor)
    {
        public T On<T>(T happened) where T : CaseEvent => happened with { At = At, By = By, ActingFor = ActingFor };
    }
}
