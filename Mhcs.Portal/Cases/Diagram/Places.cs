using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases.Diagram;

/// <summary>Column and row of each state: the path and the likeliest way ahead in the top row, everything else under the column it branches into.</summary>
sealed record Places(IReadOnlyDictionary<State, (int Column, int Row)> At)
{
    public const int ColumnPitch = 130;

    /// <summary>Rows under the top one that ways not taken fill, as long as a later column has room.</summary>
    const int MostBelow = 3;

    /// <summary>How far a row lies below the top row, which has its times written under it; lower rows need that room only where words stand under their boxes.</summary>
    public static int Down(int row, bool worded) => row == 0 ? 0 : StateBox.Height + 34 + ((row - 1) * (StateBox.Height + (worded ? 34 : 16)));

    public static Places Of(Ways ways)
    {
        Dictionary<State, (int, int)> at = [];
        void Put(State state, int column, int fromRow)
        {
            var row = fromRow;
            while (at.ContainsValue((column, row))) row++;
            at[state] = (column, row);
        }

        var top = ways.Been.Count > 0 ? ways.Been : [ways.From];
        foreach (var state in top.Concat(ways.Main)) Put(state, at.Count, 0);
        foreach (var state in ways.Ahead.Where(s => !at.ContainsKey(s))) Put(state, After(state) + 1, 1);
        foreach (var state in ways.Not) Put(state, WithRoom(Before(state)), 1);
        return new(at);

        // Ways not taken run on under the next columns before they make the picture tall.
        int WithRoom(int column)
        {
            var last = at.Values.Max(p => p.Item1);
            return Enumerable.Range(column, last - column + 1).FirstOrDefault(c => at.Values.Count(p => p.Item1 == c && p.Item2 > 0) < MostBelow, column);
        }

        // Beside the first of its sources that is drawn; an outcome beside the last one, of the top row if it can.
        int After(State state)
        {
            var start = at[ways.From].Item1;
            var sources = ways.Into(state).Where(at.ContainsKey).Select(s => at[s]).Where(s => s.Item1 >= start).DefaultIfEmpty((start, 0)).ToList();
            if (state.IsOpen) return sources.Min(s => s.Item1);
            var straight = sources.Where(s => s.Item2 == 0 && s.Item1 > start).ToList();
            return (straight.Count > 0 ? straight : sources).Max(s => s.Item1);
        }

        int Before(State state) => ways.Into(state).Where(ways.Been.Contains).Select(s => at[s].Item1).DefaultIfEmpty(0).Min();
    }
}
