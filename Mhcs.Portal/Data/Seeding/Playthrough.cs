using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>A case as it was played: the file and everything that happened to it, in order.</summary>
sealed record Played(CaseFile File, IReadOnlyList<CaseEvent> Events);

/// <summary>Plays one case through its own table, with the right people at working hours, so that its history is one that the rules allow.</summary>
sealed class Playthrough(SeedStaff staff, ReferenceBook book, Dice dice)
{
    const int LongestPlay = 60;
    readonly OfficeHours _office = new(book.Days.EnglandAndWales, dice);
    readonly List<CaseEvent> _events = [];
    CaseFile _file = null!;
    DateTimeOffset _at;

    /// <summary>Plays until the case closes, or stays open with nothing left to do before <paramref name="now"/>. Null where it came to nothing of the kind.</summary>
    public Played? Play(CaseReference reference, CaseType type, Patient patient, CaseStart start, bool toClose, DateTimeOffset now)
    {
        _events.Clear();
        _at = _office.On(start.ReceivedOn);
        if (_at > now) _at = now.AddMinutes(-5);
        var by = staff.Of(Grade.CaseworkAdministrator, patient.Team, dice);
        var facts = start.Facts ?? new Answers(patient, FactSheet.Empty, _at, start.ReceivedOn, dice).To(type.Opening.Asks);
        try
        {
            (_file, var opened) = CaseFile.Open(reference, type, patient, start.ReceivedOn, facts, Occasion(by));
            _events.AddRange(opened);
        }
        catch (RuleBroken)
        {
            return null;
        }
        if (toClose || start.Assignee is not null) Assign(start.Assignee, now);
        for (var step = 0; _file.IsOpen && step < LongestPlay; step++)
        {
            var next = NextMoment();
            if (next > now) break;
            _at = next;
            LetTimePass();
            if (_file.IsOpen && !TakeAStep(toClose, hurry: step > 14, now)) break;
            if (_file.IsOpen || toClose) KeepTheRecord(now);
        }
        if (!toClose) WaitUntil(now);
        return _file.IsOpen == toClose || (toClose && _at > now) ? null : new(_file, [.. _events]);
    }

    void Assign(Person? given, DateTimeOffset now)
    {
        _at = _office.After(_at, London.Day(_at).AddDays(dice.Below(2)));
        if (_at > now) _at = now.AddMinutes(-2);
        var to = given ?? staff.Caseworker(_file.Team, London.Day(_at), dice);
        if (to.AwayOn(London.Day(_at)) is null) Did(_file.AssignTo(to, Occasion(staff.Of(Grade.TeamManager, _file.Team, dice))));
    }

    // Dates are kept but for the few that are let slip; who waits for others waits longer.
    DateTimeOffset NextMoment()
    {
        var today = London.Day(_at);
        var due = _file.NextDueOn;
        var left = due is { } d ? d.DayNumber - today.DayNumber : 0;
        var gap = _file.StateKind switch
        {
            StateKind.Waiting when left > 60 => dice.Between(left / 2, left),
            StateKind.Waiting when left > 12 => dice.Between(left / 6, left / 2),
            StateKind.Waiting => dice.Between(3, 16),
            StateKind.Deciding => dice.Between(1, 4),
            _ => dice.Between(0, 6),
        };
        if (left > 0 && gap > left && !dice.Chance(Assumed.LetSlip)) gap = left;
        var day = today.AddDays(gap);
        return _office.After(_at, gap == left ? book.Days.EnglandAndWales.OnOrBefore(day) : day);
    }

    bool TakeAStep(bool toClose, bool hurry, DateTimeOffset now)
    {
        var rows = CaseMachine.Permitted(_file.Type, _file.State).Where(m => toClose || StaysOpen(m, now)).Select(m => (Move: m, Weight: Weight(m, hurry))).Where(m => m.Weight > 0).ToList();
        while (rows.Count > 0)
        {
            var move = dice.Pick<(Move Move, int Weight)>([.. rows.Select(r => (r, r.Weight))]).Move;
            if (Take(move)) return true;
            rows.RemoveAll(r => r.Move == move);
        }
        return false;
    }

    // A state with nothing left to do but closing is only just entered, or the closing would be overdue.
    bool StaysOpen(Move move, DateTimeOffset now) => move.To.IsOpen
        && (now - _at < TimeSpan.FromDays(2) || CaseMachine.Permitted(_file.Type, move.To).Any(m => m.To.IsOpen && Likelihood.Of(m) >= Likelihood.Ordinary));

    int Weight(Move move, bool hurry)
    {
        var weight = Likelihood.Of(move) * 8;
        if (_file.NextRule is { } rule && move.Stops.Any(t => t.Rule == rule)) weight *= 4;
        weight /= 1 + 2 * _events.Count(e => e is StepTaken s && s.Step == move.Step.Code);
        return hurry && !move.To.IsOpen && Likelihood.Of(move) > Likelihood.Seldom ? weight * 6 : weight;
    }

    bool Take(Move move)
    {
        var recommender = move.By.IsDecision ? _file.Facts.Entry(Facts.Recommendation)?.By : null;
        if (staff.For(move.By, _file, recommender, dice) is not { } actor) return false;
        var answers = new Answers(_file.Patient, _file.Facts, _at, _file.ReceivedOn, dice).To(move.Asks);
        if (!CaseMachine.CanFire(_file, move.Step, answers, Occasion(actor), out var fired, out _) || fired != move) return false;
        Did(_file.Take(move.Step, answers, Occasion(actor), dice.Chance(0.08) ? Sentences.Note(dice) : null));
        return true;
    }

    void LetTimePass()
    {
        while (_file.IsOpen && _file.NextOverdueAt is { } moment && moment <= _at)
        {
            var before = _events.Count;
            Did(_file.LetTimePass(new(Actor.TheClock, _events[^1].At > moment ? _events[^1].At : moment, book)));
            if (_events.Count == before) return;
        }
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
        var on = Occasion(staff.Of(Grade.CaseworkAdministrator, _file.Team, dice));
        foreach (var notice in _file.Notices.Where(n => n.SentAt is null).ToList()) Did(_file.MarkSent(notice.Number, dice.Pick(["By secure email", "By telephone", "By letter"]), on));
        foreach (var paper in _file.Papers.Where(p => p.Version == 0 && !Papers.Get(p.Paper).PreFlight(_file, on.Today).Any(l => l.Problem is not null)).ToList())
            Did(_file.IssuePaper(paper.Number, CasePaper.OnPaper, on));
    }

    void Did(IReadOnlyList<CaseEvent> events) => _events.AddRange(events);

    Occasion Occasion(Actor by) => new(by, DateTimeOffset.FromUnixTimeMilliseconds(_at.ToUnixTimeMilliseconds()), book);
}

/// <summary>How a case begins: null facts are invented, null assignee is nobody.</summary>
sealed record CaseStart(DateOnly ReceivedOn, FactSheet? Facts, Person? Assignee);
