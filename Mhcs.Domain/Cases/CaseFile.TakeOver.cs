using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Cases;

/// <summary>Where a case stood when it was taken over from another system.</summary>
/// <param name="StateSince">The day it came into its state.</param>
/// <param name="Team">Whose it is where no patient decides that; null: the team of whoever takes it over.</param>
public sealed record Handover(State State, DateOnly ReceivedOn, DateOnly StateSince, FactSheet Facts, Person? Assignee, string? Team = null);

/// <summary>Cases begun elsewhere.</summary>
public sealed partial class CaseFile
{
    /// <summary>Takes over a case in the state it has reached: with its facts, and with those terms running that the table has running on the shortest way to that state. Refuses with every fault.</summary>
    public static (CaseFile File, IReadOnlyList<CaseEvent> Events) TakeOver(CaseReference reference, CaseType type, Patient? patient, Handover given, Occasion on)
    {
        var file = Begun(reference, type, patient, given.Team, given.State, on);
        var facts = CaseMachine.WayTo(type, given.State).Aggregate(given.Facts.Stamped(on.At, on.By.Id), (known, move) => Settled(known, SettledBy(move, known)));
        var situation = new Situation(file, facts, on);
        var (running, opening) = RunningIn(type, given.State);

        List<Refusal> faults = [.. file.ClosedByDeath, .. FaultsOf(given, type, situation)];
        faults.AddRange(running.Concat(opening).Where(s => s.From is not null && s.Or is null && !facts.Has(s.From) && (s.If?.Holds(situation) ?? true)).DistinctBy(s => s.From!.Key)
            .Select(s => new Refusal("missing", $"Enter “{s.From!.Label}”: in “{given.State.Label}” a date is counted from it", s.From.Key)));
        // Being away is no bar to a case that is theirs already.
        if (given.Assignee is { } holder) faults.AddRange(file.WhyNot(holder, DateOnly.MinValue).Select(r => new Refusal("rule", r, "assignee")));
        if (faults.Count > 0) throw new RuleBroken(faults);

        var stamp = new Stamp(on.At, on.By.Id, null);
        CaseEvent opened = stamp.On(new CaseOpened(type.Key, file.PatientNumber, file.Team, given.ReceivedOn, given.State.Code, facts, Restricted: false));
        var events = new[] { opened }
            .Concat(file.Starting(opening, situation, given.ReceivedOn, stamp))
            .Concat(file.Starting(running, situation, given.StateSince, stamp))
            .Concat(file.Wanting(CaseMachine.WayTo(type, given.State).Select(m => m.To).Append(type.Start), situation, stamp))
            .Concat(file.Changing(type.Opening.Changes.Concat(CaseMachine.WayTo(type, given.State).SelectMany(m => m.Changes)).Where(c => c.IsOfTheCase), situation, stamp))
            .Concat(given.Assignee is { } to ? [stamp.On(new CaseAssigned(null, to.Id))] : Array.Empty<CaseEvent>())
            // Not gathered first: the second dates are numbered after the first have been applied.
            .Concat(file.BroughtForward(on, stamp));
        return (file, file.Happened(events));
    }

    static IEnumerable<Refusal> FaultsOf(Handover given, CaseType type, Situation now)
    {
        if (!given.State.IsOpen) yield return new("invalid", $"“{given.State.Label}” is a closed state: only open cases are taken over", "state");
        if (given.ReceivedOn > now.Today) yield return new("invalid", "The day it was received must be today or in the past", "receivedOn");
        if (given.StateSince < given.ReceivedOn || given.StateSince > now.Today) yield return new("invalid", "The day it came into its state must lie between the day of receipt and today", "stateSince");

        if (!type.ConcernsAPatient && CaseMachine.WayTo(type, given.State).Any(m => m.Step == CaseTypes.Steps.SubmitDraft || m.Issues.Count > 0))
            yield return new("invalid", $"“{given.State.Label}” comes after a draft that is cleared, signed and issued here: log the case in a state before that, and go on from there", "state");

        // What later steps asked may be unknown to us, and a day that lay ahead then may have passed.
        var known = type.AllFacts.Select(f => f with { IsOptional = f.IsOptional || !type.Opening.Asks.Contains(f), When = f.When == When.NotBeforeToday ? When.Any : f.When });
        foreach (var fault in FactChecks.Of(known, given.Facts, now.On)) yield return fault;

        // Once a case about a patient has moved on, its own steps may have changed what was needed to open it.
        if (given.State != type.Start && type.ConcernsAPatient) yield break;
        foreach (var rule in type.Opening.Needs.Where(r => !r.Holds(now))) yield return new("rule", rule.Refusal, rule.About.FirstOrDefault()?.Key, rule.Mend);
    }

    /// <summary>The terms that run in a state: those the way there started and did not stop, the ones started on opening apart.</summary>
    static (List<Start> Later, List<Start> FromOpening) RunningIn(CaseType type, State state)
    {
        List<Start> later = [], opening = [.. type.Opening.Starts];
        foreach (var move in CaseMachine.WayTo(type, state))
        {
            opening.RemoveAll(IsStopped);
            later.RemoveAll(IsStopped);
            later.AddRange(move.Starts);

            bool IsStopped(Start s) => move.Stops.Concat(move.Ends).Any(t => t.Rule == s.Term.Rule);
        }
        return (later, opening);
    }
}
