using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>A case as it was played: the file and everything that happened to it, in order.</summary>
sealed record Played(CaseFile File, IReadOnlyList<CaseEvent> Events)
{
    /// <summary>The cases that steps of this one opened.</summary>
    public IReadOnlyList<Played> Followers { get; init; } = [];

    public IEnumerable<Played> WithFollowers => Followers.SelectMany(f => f.WithFollowers).Prepend(this);
}

/// <summary>Plays one case through its own table, with the right people at working hours, so that its history is one that the rules allow.</summary>
sealed partial class Playthrough(SeedStaff staff, ReferenceBook book, Dice dice, References references, double letSlip = Assumed.LetSlip)
{
    const int LongestPlay = 60, LongestOpen = 400, Wandering = 3, Patience = 14, Arrears = 40, Soon = 7, Waiting = 4;

    const string RecalledCode = "Recalled", NotRecalledCode = "record-not-recalled";
    /// <summary>Stands where answers are consistent with a patient, for a case about nobody.</summary>
    static readonly Patient Nobody = new() { Number = "", Surname = "", Forenames = "", BornOn = default, Team = "" };

    readonly OfficeHours _office = new(book.Days.EnglandAndWales, dice);
    readonly List<CaseEvent> _events = [];
    readonly List<Played> _followers = [];
    CaseFile _file = null!;
    DateTimeOffset _at, _now;
    State? _end;
    WayToEnd? _way;
    bool _failed;

    /// <summary>Plays until the case closes with <paramref name="end"/>; without one, until now, and the case stays open. Null where it came to nothing of the kind.</summary>
    public Played? Play(CaseReference reference, CaseType type, Patient? patient, CaseStart start, State? end, DateTimeOffset now)
    {
        _at = _office.On(start.ReceivedOn);
        if (_at > now) _at = now.AddMinutes(-5);
        var by = staff.Of(Grade.CaseworkAdministrator, patient?.Team ?? start.Team!, dice);
        var facts = start.Facts ?? new Answers(patient ?? Nobody, FactSheet.Empty, _at, start.ReceivedOn, dice, London.Day(now), book.Days.EnglandAndWales).To(type.Opening.Asks);
        try
        {
            var (file, opened) = CaseFile.Open(reference, type, patient, start.ReceivedOn, facts, Occasion(by));
            return Go(file, opened, start.Assignee, end, now);
        }
        catch (RuleBroken)
        {
            return null;
        }
    }

    Played? Go(CaseFile file, IReadOnlyList<CaseEvent> opened, Person? assignee, State? end, DateTimeOffset now)
    {
        (_file, _end, _now, _at) = (file, end, now, opened[^1].At);
        _way = end is null ? null : WayToEnd.Of(file.Type, end);
        Did(opened);
        if (end is not null || assignee is not null) Assign(assignee, now);
        for (var step = 0; _file.IsOpen && !_failed && !(end is not null && WaitsForFollower) && step < (end is null ? LongestOpen : LongestPlay); step++)
        {
            var next = NextMoment();
            if (next > now) break;
            _at = next;
            LetTimePass();
            if (_file.IsOpen && (WaitsForFollower || !TakeAStep(straight: step > Wandering, hurry: step > Patience)))
            {
                if (end is not null) break;
                LookAgain();
            }
            if (_file.IsOpen || end is not null) KeepTheRecord(now);
        }
        if (end is null) WaitUntil(now);
        return !_failed && end is null == _file.IsOpen && (end is null || (_file.State == end && _events[^1].At <= now)) ? new(_file, [.. _events]) { Followers = [.. _followers] } : null;
    }

    /// <summary>A case that waits for the one it opened; once that is closed, it goes on.</summary>
    bool WaitsForFollower => _followers.Exists(f => f.File.IsOpen);

    void Assign(Person? given, DateTimeOffset now)
    {
        var opened = _at;
        _at = _office.After(opened, London.Day(opened).AddDays(dice.Below(2)));
        if (_at > now) _at = now.AddMinutes(-2) > opened ? now.AddMinutes(-2) : opened;
        var to = given ?? staff.Caseworker(_file.Team, London.Day(_at), dice);
        if (to.AwayOn(London.Day(_at)) is null) Did(_file.AssignTo(to, Occasion(staff.Of(Grade.TeamManager, _file.Team, dice))));
    }

    // Dates are kept but for the few that are let slip; who waits for others waits longer.
    DateTimeOffset NextMoment()
    {
        var today = London.Day(_at);
        var due = _file.NextDueOn;
        var left = due is { } d && d.DayNumber - today.DayNumber <= CaseFile.Sight ? d.DayNumber - today.DayNumber : 0;
        // Most leave is left alone until it has ended, and one report before that is enough.
        if (_file.NextRule == Terms.LeaveEnds.Rule && (dice.Chance(0.6) || _events.Exists(e => e is StepTaken { Step: Leave.InterimReport }))) return _office.After(_at, today.AddDays(left + dice.Between(1, 4)));
        var gap = _file.StateKind switch
        {
            StateKind.Waiting when left > 60 => dice.Between(left * 5 / 6, left),
            StateKind.Waiting when left > 12 => dice.Between(left / 3, left * 2 / 3),
            StateKind.Waiting => dice.Between(3, 16),
            StateKind.Deciding => dice.Between(1, 4),
            _ => dice.Between(0, 6),
        };
        // Several steps may lie before a date, so it is not left to its last day; on that day things are done at once.
        if (due >= today && !dice.Chance(letSlip)) gap = Math.Min(gap, _file.StateKind == StateKind.Waiting ? left : left / 2);
        var day = today.AddDays(gap);
        return _office.After(_at, gap == left ? book.Days.EnglandAndWales.OnOrBefore(day) : day);
    }

    bool TakeAStep(bool straight, bool hurry)
    {
        var rows = CaseMachine.Permitted(_file.Type, _file.State).Where(m => _way?.Allows(m) ?? StaysOpen(m)).Select(m => (Move: m, Weight: Weight(m, straight, hurry))).Where(m => m.Weight > 0).ToList();
        while (rows.Count > 0)
        {
            var move = dice.Pick<(Move Move, int Weight)>([.. rows.Select(r => (r, r.Weight))]).Move;
            if (Take(move)) return true;
            rows.RemoveAll(r => r.Move == move);
        }
        return false;
    }

    // A state with nothing left to do but closing is only just entered, or the closing would be overdue.
    bool StaysOpen(Move move) => move.To.IsOpen
        && (_now - _at < TimeSpan.FromDays(2) || CaseMachine.Permitted(_file.Type, move.To).Any(m => m.To.IsOpen && Likelihood.Of(m) >= Likelihood.Ordinary));

    int Weight(Move move, bool straight, bool hurry)
    {
        var taken = _events.Count(e => e is StepTaken s && s.Step == move.Step.Code);
        // A hearing's date is recorded again when it moves, not for want of anything else to do.
        if (move.From == move.To && taken > 1 && !_file.Deadlines.Any(d => d.IsRunning && !d.Watch && move.Stops.Any(t => t.Rule == d.Rule))) return 0;
        if (move.From == move.To && move.Stops.Count > 0 && IsTooEarly(move)) return 0;
        var weight = Likelihood.Of(move) * 8;
        if (weight > 0 && _way?.Nears(move) == true) weight = Math.Max(weight, Likelihood.Ordinary * 8) * (hurry ? 30 : straight ? 4 : 1);
        if (_file.NextRule is { } rule && move.Stops.Any(t => t.Rule == rule)) weight *= _file.NextOverdueAt <= _at ? Arrears : 4;
        return weight / (1 + (2 * taken));
    }

    /// <summary>A check before a day is made when that day comes near.</summary>
    bool IsTooEarly(Move move) => _file.Deadlines.Any(d => d.IsRunning && d.LastDay > London.Day(_at).AddDays(Soon) && move.Stops.Any(t => t.Rule == d.Rule && t.Wording == Wording.Before));

    bool Take(Move move)
    {
        // Two pairs of eyes: whoever wrote the statement does not endorse it, whoever recommended does not decide.
        var first = !move.By.IsDecision ? null : _file.Facts.Entry(!_file.Type.ConcernsAPatient ? Facts.ReplyText : move.By == Authorities.TribunalStatement ? Facts.Observations : Facts.Recommendation)?.By;
        if (Contradicts(move) || staff.For(move.By, _file, first, dice) is not { } actor) return false;
        GetPapersFor(move);
        var answers = new Answers(_file.Patient ?? Nobody, _file.Facts, _at, _file.ReceivedOn, dice, London.Day(_now), book.Days.EnglandAndWales).To(move.Asks);
        var on = Occasion(actor);
        if (!CaseMachine.CanFire(_file, move.Step, answers, on, out var fired, out _) || fired != move || (_end is null && !_file.Type.OneAtATime && EndsRestrictions(move, answers, on))) return false;
        if (move.Opens is { } type && !CanFollow(type)) return false;
        Did(_file.Take(move.Step, answers, on, dice.Chance(0.08) ? Sentences.Note(dice) : null));
        if (move.Restricts) Did(_file.RestrictAfter(move, staff.Team(_file.Team), [], on));
        if (move.Opens is { } opens) Follow(AllCaseTypes.Get(opens), on);
        return true;
    }

    // Whoever has an open case here is still on the books.
    bool EndsRestrictions(Move move, FactSheet answers, Occasion on) =>
        _file.Patient is { Category.IsRestricted: true } && move.Changes.SelectMany(c => c.Of(new(_file, _file.Facts.With(answers), on))).Any(c => c is LegalStatusBegan { Category.IsRestricted: false });

    // A date missed long ago still runs, so the moments are gone through in turn.
    void LetTimePass()
    {
        for (var passed = DateTimeOffset.MinValue; _file.IsOpen && NextPassing(passed) is { } moment; passed = moment)
            for (IReadOnlyList<CaseEvent>? events = null; _file.IsOpen && events?.Count != 0; Did(events))
                events = _file.LetTimePass(new(Actor.TheClock, _events[^1].At > moment ? _events[^1].At : moment, book));
    }

    DateTimeOffset? NextPassing(DateTimeOffset after) =>
        _file.Deadlines.Where(d => d.IsRunning && !d.IsPaused && d.OverdueAt > after && d.OverdueAt <= _at).Select(d => (DateTimeOffset?)d.OverdueAt).Min();

    /// <summary>Where nothing can be done yet, the file is looked at on the day it is brought forward to.</summary>
    void LookAgain()
    {
        if (_file.NextRule == Terms.BringForward.Rule && _file.NextDueOn <= London.Day(_at)) Did(_file.AddNote(Sentences.StillWaiting(dice), Occasion(staff.Keeper(_file, dice))));
    }

    void WaitUntil(DateTimeOffset now)
    {
        _at = now;
        LetTimePass();
    }

    /// <summary>Notices are sent and papers issued within the hour of the step, by whoever keeps the record.</summary>
    void KeepTheRecord(DateTimeOffset now)
    {
        _at = _at.AddMinutes(dice.Between(4, 40));
        if (_at > now) return;
        var on = Occasion(staff.Keeper(_file, dice));
        foreach (var notice in _file.Notices.Where(n => n.SentAt is null && !(n.IsForPpud && StillWaits(n.RaisedAt))).ToList()) Did(_file.MarkSent(notice.Number, notice.IsForPpud ? Notice.InPpud : dice.Pick(["By secure email", "By telephone", "By letter"]), on));
        // On a case that is open, what was raised in the last days still waits: somebody finds letters to issue and warrants to sign.
        foreach (var paper in _file.Papers.Where(p => p.Version == 0 && !StillWaits(p.RaisedAt) && !Papers.Get(p.Paper).PreFlight(_file, on).Any(l => l.Problem is not null)).ToList())
            Did(_file.IssuePaper(paper.Number, CasePaper.OnPaper, on));
        TurnToPapers(on);
        foreach (var order in _file.Deadlines.Where(d => d.IsRunning && _file.IsOpen && Terms.Find(d.Rule) is { StandsAlone: true } && d.LastDay <= on.Today.AddDays(Soon)).ToList())
            Did(_file.Comply(order.Number, "Sent by secure email", on));

        // On a case that is open, what was raised in the last days still waits: somebody finds letters to issue, warrants to sign and decisions to put into PPUD.
        bool StillWaits(DateTimeOffset raised) => _end is null && raised > now.AddDays(-Waiting);
    }

    void Did(IReadOnlyList<CaseEvent> events) => _events.AddRange(events);

    Occasion Occasion(Actor by) => new(by, DateTimeOffset.FromUnixTimeMilliseconds(_at.ToUnixTimeMilliseconds()), book);

    // At most one case is opened by another, and only where its answer fits the end this one is to have.
    bool CanFollow(string type) => _followers.Count == 0 && (type != Recall.Type.Key || _end is null || _end.Code == RecalledCode);

    /// <summary>Opens and plays the case that the step's row says must follow. One that opens lately is still open now.</summary>
    void Follow(CaseType type, Occasion on)
    {
        var (file, opened) = CaseFile.OpenAfter(_file, references.Next(), type, on);
        Did(_file.Follow(type, file.Reference, on));
        var end = type == EndOfRestriction.Type && _end is not null ? type.State("Closed") : type != Recall.Type ? null : _end is not null ? type.State("RemainsDetained") : _now - _at < TimeSpan.FromDays(Assumed.LongestRecall) ? null : type.State("NoAction");
        var played = new Playthrough(staff, book, dice, references).Go(file, opened, _file.AssigneeId is { } owner ? staff.Find(owner) : null, end, _now);
        // What happens to the patient in one case after the other went on would stand on their record in the wrong order.
        if (played is null || (_end is null && end is not null && played.Events.Any(e => e is PatientChanged)))
        {
            _failed = true;
            return;
        }
        _followers.Add(played);
        if (!played.File.IsOpen) _at = played.Events[^1].At;
    }

    bool Contradicts(Move move) => move.Step.Code == NotRecalledCode && _file.Patient is { Category.IsDetained: true };
}

/// <summary>How a case begins: null facts are invented, null assignee is nobody. The team is needed where no patient decides it.</summary>
sealed record CaseStart(DateOnly ReceivedOn, FactSheet? Facts, Person? Assignee, string? Team = null);
