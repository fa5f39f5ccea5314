using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Workflow;

/// <summary>A condition of a step as it stands now.</summary>
public sealed record Condition(string Text, bool Met, Mend? Mend);

/// <summary>A step as offered to one person now: open, or closed with its reasons.</summary>
public sealed record Offer(Move Move, Entitlement Entitlement, IReadOnlyList<Condition> Conditions)
{
    public Step Step => Move.Step;
    public bool IsOpen => Entitlement.Granted && Conditions.All(c => c.Met);
    /// <summary>Everything that keeps the step closed, as sentences.</summary>
    public IEnumerable<string> Reasons => (Entitlement.Granted ? [] : new[] { Entitlement.Reason }).Concat(Conditions.Where(c => !c.Met).Select(c => c.Text));
}

/// <summary>The one place that runs a table: what is permitted, what can fire and why not, and the table as a graph.</summary>
public static class CaseMachine
{
    /// <summary>The rows that leave a state, those of time included.</summary>
    public static IEnumerable<Move> Permitted(CaseType type, State state) => type.MovesFrom[state.Code];

    /// <summary>The shortest way from the start to a state; empty for the start itself, and for a state no row leads to.</summary>
    public static IReadOnlyList<Move> WayTo(CaseType type, State state)
    {
        Dictionary<State, IReadOnlyList<Move>> ways = new() { [type.Start] = [] };
        Queue<State> next = new([type.Start]);
        while (!ways.ContainsKey(state) && next.TryDequeue(out var here))
            foreach (var move in Permitted(type, here))
                if (ways.TryAdd(move.To, [.. ways[here], move])) next.Enqueue(move.To);
        return ways.GetValueOrDefault(state, []);
    }

    /// <summary>Each step a person could take from here, open or closed, with the reasons. Moves that only time makes are left out.</summary>
    public static IEnumerable<Offer> Offers(CaseFile file, Occasion on)
    {
        var now = new Situation(file, file.Facts, on);
        return Permitted(file.Type, file.State)
            .Where(m => m.After is null && (m.When is null || IsPending(m.When, m) || m.When.Holds(now)))
            .Select(m => new Offer(m, on.By.May(m.By, file), [.. Unread(now), .. NeedsOf(m, now).Where(r => !IsPending(r, m)).Select(r => Judge(r, now))]));
    }

    /// <summary>Whether the step can fire with these answers; otherwise every reason why not.</summary>
    public static bool CanFire(CaseFile file, Step step, FactSheet answers, Occasion on, out Move? move, out IReadOnlyList<Refusal> unmet)
    {
        var situation = new Situation(file, file.Facts.With(answers), on);
        var rows = Permitted(file.Type, file.State).Where(m => m.Step.Code == step.Code).ToList();
        move = rows.FirstOrDefault(m => m.When is null || m.When.Holds(situation)) ?? rows.FirstOrDefault();
        if (move is null)
        {
            unmet = [file.Type.Moves.Any(m => m.Step.Code == step.Code)
                ? new Refusal("wrong-state", $"“{step.Label}” can't be done while the case is “{file.State.Label}”. Reload to see where it stands now")
                : new Refusal("unknown-step", $"{file.Type.Label} has no step “{step.Code}”")];
            return false;
        }
        unmet = [.. WhyNot(move, situation, answers)];
        return unmet.Count == 0;
    }

    static IEnumerable<Refusal> WhyNot(Move move, Situation now, FactSheet answers)
    {
        var entitlement = now.On.By.May(move.By, now.File);
        if (!entitlement.Granted)
        {
            yield return new("not-entitled", entitlement.Reason);
            yield break;
        }
        foreach (var page in Unread(now)) yield return new("rule", page.Text, null, page.Mend);
        var faults = FactChecks.Of(move.Asks, answers, now.On).ToList();
        foreach (var fault in faults) yield return fault;

        var faulty = faults.Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in OwnNeedsOf(move, now).Prepend(move.When).OfType<Rule>())
            if (!rule.About.Any(f => faulty.Contains(f.Key)) && !rule.Holds(now) && rule.WhyNot(now) is var (text, mend))
                yield return new("rule", text, rule.About.FirstOrDefault(f => move.Asks.Any(a => a.Key == f.Key))?.Key, mend);
        // Mended on the case, so it stands at no field of the form.
        if (FindsAllDone(move) && !Rules.NothingLeftToDo.Holds(now) && Rules.NothingLeftToDo.WhyNot(now) is var (left, where)) yield return new("rule", left, null, where);
    }

    static IEnumerable<Rule> NeedsOf(Move move, Situation now) => FindsAllDone(move) ? OwnNeedsOf(move, now).Append(Rules.NothingLeftToDo) : OwnNeedsOf(move, now);

    /// <summary>What the row needs; once the patient has died, nothing is decided any more but by the case of the death.</summary>
    static IEnumerable<Rule> OwnNeedsOf(Move move, Situation now) => now.File.IsSilenced && !AfterDeath.IsOne(move) ? move.Needs.Prepend(Rules.NoDeathRecorded) : move.Needs;

    /// <summary>Said only while it closes the step: nobody is reminded at each step of what they have read.</summary>
    static IEnumerable<Condition> Unread(Situation now)
    {
        if (!UnreadPage.Read.Holds(now)) yield return Judge(UnreadPage.Read, now);
    }

    /// <summary>Whether it closes the case by a person's hand. A death has ended what was open before it closes anything.</summary>
    static bool FindsAllDone(Move move) => !move.To.IsOpen && move.After is null;

    /// <summary>A rule about something the step itself still asks is judged on the answers, when the step is taken.</summary>
    static bool IsPending(Rule rule, Move move) => rule.About.Any(f => move.Asks.Any(a => a.Key == f.Key));

    static Condition Judge(Rule rule, Situation now)
    {
        if (rule.Holds(now)) return new(rule.Because, true, null);
        var (text, mend) = rule.WhyNot(now);
        return new(text, false, mend);
    }
}
