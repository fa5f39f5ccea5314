using System.Collections.Concurrent;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>How far each state of a table is from the end that a case is to have, so that a play heads for it without running there.</summary>
sealed class WayToEnd
{
    /// <summary>A step taken rarely lengthens a way by this much: a play takes one only where nothing else leads to the end.</summary>
    const int Detour = 6;

    /// <summary>How much further from the end a step may lead: a step down goes by way of trial leave.</summary>
    const int Slack = 4;

    static readonly ConcurrentDictionary<(string Type, string End), WayToEnd> Ways = [];
    readonly Dictionary<State, int> _distance = [];
    readonly State _end;

    WayToEnd(CaseType type, State end)
    {
        _end = end;
        _distance[end] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var move in type.Moves.Where(m => m.From.IsOpen && (Likelihood.Of(m) > 0 || Likelihood.IsAwaited(m)) && _distance.ContainsKey(m.To)))
            {
                var distance = _distance[move.To] + (move.To == end || Likelihood.IsAwaited(move) || Likelihood.Of(move) >= Likelihood.Ordinary ? 1 : Detour);
                if (_distance.TryGetValue(move.From, out var known) && known <= distance) continue;
                _distance[move.From] = distance;
                changed = true;
            }
        }
    }

    public static WayToEnd Of(CaseType type, State end) => Ways.GetOrAdd((type.Key, end.Code), _ => new(type, end));

    public bool Allows(Move move) => move.To == _end || (move.To.IsOpen && _distance.TryGetValue(move.To, out var then) && then <= _distance[move.From] + Slack);

    public bool Nears(Move move) => _distance[move.To] < _distance[move.From];
}
