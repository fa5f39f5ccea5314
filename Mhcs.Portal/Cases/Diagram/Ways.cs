using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases.Diagram;

/// <summary>What a table says about the ways behind and ahead of a case.</summary>
sealed class Ways
{
    readonly Dictionary<State, int> _order;

    public Ways(CaseType type, IReadOnlyList<State> path)
    {
        _order = type.States.Select((state, n) => (state, n)).ToDictionary(s => s.state, s => s.n);
        Been = [.. path.Distinct()];
        Now = path.Count > 0 ? path[^1] : null;
        From = Now ?? type.Start;

        var open = type.States.Count(s => s.IsOpen);
        // Work that much is sent back to is on the way itself: only what ends or puts aside is left out of the picture.
        List<State> often = [.. type.States.Where(s => s.Kind is StateKind.Waiting or StateKind.Closed && !Been.Contains(s) && type.Moves.Where(m => m.To == s && m.From != s).Select(m => m.From).Distinct().Count() * 10 > open * 6)];
        // What only they lead to goes with them.
        AnyTime = [.. often, .. type.States.Where(s => !Been.Contains(s) && !often.Contains(s) && s != From && type.Moves.Where(m => m.To == s && m.From != s).All(m => often.Contains(m.From)))];
        Moves = [.. type.Moves.Where(m => m.From != m.To && !AnyTime.Contains(m.To)).Select(m => (m.From, m.To)).Distinct()];
        Ahead = [.. Reachable()];
        Not = [.. type.States.Where(s => !Been.Contains(s) && !Ahead.Contains(s) && !AnyTime.Contains(s) && s != From)];
        Main = MainWay();
    }

    public IReadOnlyList<State> Been { get; }
    public State? Now { get; }
    /// <summary>Where the ways ahead begin: where the case is, or the start of the table.</summary>
    public State From { get; }
    public IReadOnlyList<State> AnyTime { get; }
    public IReadOnlyList<(State From, State To)> Moves { get; }
    /// <summary>What may still come, in the order of the table.</summary>
    public IReadOnlyList<State> Ahead { get; }
    /// <summary>What can't come any more and was not taken.</summary>
    public IReadOnlyList<State> Not { get; }
    /// <summary>The likeliest way ahead: the one with most work in it and least waiting.</summary>
    public IReadOnlyList<State> Main { get; }

    /// <summary>Moves onwards among the states ahead: later in the table, so that there is no way round in a circle.</summary>
    public IEnumerable<State> Onwards(State from) => Moves.Where(m => m.From == from && Ahead.Contains(m.To) && (from == From || _order[m.To] > _order[from])).Select(m => m.To);

    public IEnumerable<State> Into(State to) => Moves.Where(m => m.To == to).Select(m => m.From);

    IEnumerable<State> Reachable()
    {
        HashSet<State> found = [From];
        Queue<State> waiting = new([From]);
        while (waiting.TryDequeue(out var at))
            foreach (var to in Moves.Where(m => m.From == at).Select(m => m.To))
                if (found.Add(to)) waiting.Enqueue(to);
        return found.Where(s => s != From && !Been.Contains(s)).OrderBy(s => _order[s]);
    }

    List<State> MainWay()
    {
        Dictionary<State, (int Score, State? Next)> best = [];
        foreach (var at in Ahead.Reverse().Append(From))
        {
            var onward = Onwards(at).Where(best.ContainsKey).OrderByDescending(s => best[s].Score).ThenBy(s => _order[s]).FirstOrDefault();
            best[at] = ((at.Kind == StateKind.Waiting ? -1 : 100) + (onward is null ? 0 : best[onward].Score), onward);
        }
        List<State> way = [];
        for (var at = best[From].Next; at is not null; at = best[at].Next) way.Add(at);
        return way;
    }
}
