using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>No open file goes unlooked at: where neither the law nor its table gives it a date, it is brought forward. One that somebody put away comes back by itself.</summary>
public sealed partial class CaseFile
{
    /// <summary>Days within which a date of its own keeps a file in sight. The end of trial leave does, a release date years ahead does not.</summary>
    public const int Sight = 200;

    /// <summary>Brings the file forward afresh after a step, where it then has no date in sight. To be read only when the events before it have been applied.</summary>
    IEnumerable<CaseEvent> BroughtForward(Occasion on, Stamp stamp)
    {
        if (_deadlines.Find(d => d.IsRunning && IsAutomatic(d)) is { } earlier)
            yield return on.By.IsTheClock ? stamp.On(new DeadlineEnded(earlier.Number, earlier.Rule, $"The case has moved on: {State.Label}")) : stamp.On(new DeadlineMet(earlier.Number, earlier.Rule));
        // A task may be anybody's: it does not answer when the case itself is looked at.
        if (!IsOpen || IsSilenced || _deadlines.Exists(d => IsOurs(d) && d.Rule != Terms.Task.Rule && d.InternalDue <= on.Today.AddDays(Sight))) yield break;
        foreach (var started in Starting([State.Kind == StateKind.Waiting ? Terms.BringForward : Terms.NextStep], new(this, Facts, on), on.Today, stamp)) yield return started;
    }

    /// <summary>A file that waits has been looked at when anything is added to it; where we have to act, only a step will do.</summary>
    IEnumerable<CaseEvent> LookedAt(Occasion on, Stamp stamp) => _deadlines.Exists(d => d.IsRunning && d.Rule == Terms.BringForward.Rule) ? BroughtForward(on, stamp) : [];

    /// <summary>The day for which the file was put away has come.</summary>
    IEnumerable<CaseEvent> ComingBack(Occasion on) =>
        _deadlines.Where(d => d.Parks && d.InternalDue <= on.Today).Select(d => new BroughtBack(d.Number, d.Rule, "Its day has come") { At = on.At, By = on.By.Id });

    /// <summary>These events, and the return of the file where one of them is what it was put away for.</summary>
    IEnumerable<CaseEvent> AndComingBack(IEnumerable<CaseEvent> events)
    {
        List<CaseEvent> happened = [];
        foreach (var e in events)
        {
            happened.Add(e);
            yield return e;
        }
        foreach (var away in _deadlines.Where(d => d.Parks).ToList())
            if (Awaited.Find(away.Until) is { } awaited && happened.Find(e => awaited.Is(e)) is { } came)
                yield return new BroughtBack(away.Number, away.Rule, $"What it waited for: {awaited.Label}") { At = came.At, By = came.By, ActingFor = came.ActingFor };
    }

    static bool IsAutomatic(Deadline deadline) => deadline.Rule == Terms.BringForward.Rule || deadline.Rule == Terms.NextStep.Rule;

    /// <summary>Whether a running date tells us when to turn to the file: our own, or one on which time itself moves the case.</summary>
    bool IsOurs(Deadline deadline) => deadline.IsRunning && (!deadline.Watch || CaseMachine.Permitted(Type, State).Any(m => m.After?.Rule == deadline.Rule));
}
