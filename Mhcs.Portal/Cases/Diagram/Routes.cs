using System.Globalization;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases.Diagram;

/// <summary>Which moves are drawn, and how their lines run: straight to the neighbour, round the boxes otherwise.</summary>
static class Routes
{
    const int Lane = 12, Gutter = 11;

    /// <summary>A move to draw; one that runs above the boxes has a lane there, the lowest being 0.</summary>
    public sealed record Route(State From, State To, PathLook Look, int? Lane);

    public static IReadOnlyList<Route> Choose(Ways ways, Places places, IReadOnlyList<Stay> stays, IReadOnlyCollection<State> next)
    {
        List<Route> routes = [];
        void Add(State from, State to, PathLook look)
        {
            if (from != to && places.At.ContainsKey(from) && places.At.ContainsKey(to) && !routes.Exists(r => r.From == from && r.To == to)) routes.Add(new(from, to, look, null));
        }

        foreach (var (from, to) in stays.Zip(stays.Skip(1))) Add(from.State, to.State, PathLook.Taken);
        foreach (var to in next) Add(ways.From, to, PathLook.May);
        foreach (var (from, to) in ways.Main.Prepend(ways.From).Zip(ways.Main)) Add(from, to, PathLook.May);
        // Each other state ahead hangs on the nearest state before it, and leads back to the nearest one after it.
        foreach (var state in ways.Ahead.Except(ways.Main))
        {
            if (Nearest(ways.Into(state).Where(s => s == ways.From || ways.Ahead.Contains(s)), state) is { } before) Add(before, state, PathLook.May);
            if (Nearest(ways.Onwards(state), state) is { } after) Add(state, after, PathLook.May);
        }
        foreach (var state in ways.Not)
            if (Nearest(ways.Into(state).Where(ways.Been.Contains), state) is { } before) Add(before, state, PathLook.Not);
        return Lanes(routes, places);

        State? Nearest(IEnumerable<State> states, State to) => states.Where(places.At.ContainsKey).OrderBy(s => Math.Abs(places.At[s].Column - places.At[to].Column)).ThenBy(s => places.At[s].Row).FirstOrDefault();
    }

    /// <summary>Room above the top row for the lanes that are used.</summary>
    public static int TopFor(IReadOnlyList<Route> routes, Places places) =>
        routes.Max(r => r.Lane) is { } highest && places.At.Count > 0 ? 14 + ((highest + 1) * Lane) : 6;

    public static IEnumerable<MoveLine> Draw(IReadOnlyList<Route> routes, IReadOnlyDictionary<State, StateBox> at, int top) =>
        routes.OrderByDescending(r => r.Look).Select(r => Draw(r, at[r.From], at[r.To], top));

    // Shorter lines lie lower; two share a lane only where they don't meet.
    static List<Route> Lanes(List<Route> routes, Places places)
    {
        List<(int From, int To, int Lane)> used = [];
        List<Route> laid = [];
        foreach (var route in routes.OrderBy(r => Math.Abs(places.At[r.From].Column - places.At[r.To].Column)))
        {
            var (from, to) = (places.At[route.From], places.At[route.To]);
            if (!Above(from, to))
            {
                laid.Add(route);
                continue;
            }
            var (low, high) = (Math.Min(from.Column, to.Column), Math.Max(from.Column, to.Column));
            var lane = Enumerable.Range(0, routes.Count).First(n => !used.Exists(u => u.Lane == n && u.From <= high && low <= u.To));
            used.Add((low, high, lane));
            laid.Add(route with { Lane = lane });
        }
        return laid;
    }

    static bool Above((int Column, int Row) from, (int Column, int Row) to) => to.Row == 0 && from.Row == 0 && to.Column != from.Column + 1;

    static MoveLine Draw(Route route, StateBox from, StateBox to, int top)
    {
        var (path, head) = (route.Lane, from, to) switch
        {
            ({ } lane, _, _) => ($"M{Off(from.Middle, to, 8)} {from.Y}V{top - 10 - (lane * Lane)}H{Off(to.Middle, from, 8)}V{to.Y - 5}", Down(Off(to.Middle, from, 8), to.Y)),
            // The column right of it: through the gutter between the two.
            (_, _, _) when to.Column == from.Column + 1 => ($"M{from.Right} {from.Centre}{Turn(from, to)}H{to.X - 5}", Rightwards(to.X, to.Centre)),
            // Under it in its own column: past the time that stands under the top row.
            (_, { Row: 0 }, { Row: 1 }) when to.Column == from.Column => ($"M{from.Middle} {Foot(from)}V{to.Y - 5}", Down(to.Middle, to.Y)),
            (_, { Row: 1 }, { Row: 0 }) when to.Column == from.Column => ($"M{from.Middle} {from.Y}V{Foot(to) + 5}", Up(to.Middle, Foot(to))),
            (_, { Row: 0 }, _) when to.Column == from.Column => ($"M{from.Middle} {Foot(from)}V{from.Bottom + 28}H{from.X - Gutter}V{to.Centre}H{to.X - 5}", Rightwards(to.X, to.Centre)),
            _ when to.Column == from.Column => ($"M{from.X} {from.Centre}H{from.X - Gutter}V{to.Centre}H{to.X - 5}", Rightwards(to.X, to.Centre)),
            // Further off: along the passage above the row it goes to.
            _ when to.Column > from.Column => ($"M{from.Right} {from.Centre}H{from.Right + Gutter}V{Passage(to)}H{to.X - Gutter}V{to.Centre}H{to.X - 5}", Rightwards(to.X, to.Centre)),
            _ => ($"M{from.X} {from.Centre}H{from.X - Gutter}V{Passage(to)}H{to.Middle}V{(to.Row == 0 ? Foot(to) + 5 : to.Y - 5)}", to.Row == 0 ? Up(to.Middle, Foot(to)) : Down(to.Middle, to.Y)),
        };
        return new(route.Look, path, route.Look is PathLook.Not ? null : head);
    }

    static string Turn(StateBox from, StateBox to) => from.Row == to.Row ? "" : string.Create(CultureInfo.InvariantCulture, $"H{from.Right + Gutter}V{to.Centre}");

    static int Passage(StateBox to) => to.Row == 0 ? to.Bottom + 27 : to.Y - 8;

    // Below the words that stand under a box, where there are any.
    static int Foot(StateBox box) => box.Bottom + (box.Under is null ? 1 : 22);

    // Lines that come and go at the same box lie beside each other.
    static int Off(int middle, StateBox other, int by) => other.Middle > middle ? middle + by : middle - by;

    static string Rightwards(int x, int y) => string.Create(CultureInfo.InvariantCulture, $"M{x - 6} {y - 4.5}L{x} {y}L{x - 6} {y + 4.5}Z");
    static string Down(int x, int y) => string.Create(CultureInfo.InvariantCulture, $"M{x - 4.5} {y - 6}L{x} {y}L{x + 4.5} {y - 6}Z");
    static string Up(int x, int y) => string.Create(CultureInfo.InvariantCulture, $"M{x - 4.5} {y + 6}L{x} {y}L{x + 4.5} {y + 6}Z");
}
