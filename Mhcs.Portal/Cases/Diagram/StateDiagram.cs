using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Cases.Diagram;

/// <summary>What a box or a line says about the case.</summary>
public enum PathLook { Taken, Now, Next, May, Not }

/// <summary>A stay of the case in a state; without an end it is still there.</summary>
public sealed record Stay(State State, DateTimeOffset From, DateTimeOffset? To);

/// <summary>A state drawn: its words in lines, and what stands under it (time spent, or by when).</summary>
public sealed record StateBox(State State, PathLook Look, int Column, int Row, int X, int Y, IReadOnlyList<string> Lines, string? Under)
{
    public const int Width = 108, Height = 50;

    public int Middle => X + (Width / 2);
    public int Centre => Y + (Height / 2);
    public int Right => X + Width;
    public int Bottom => Y + Height;
}

/// <summary>A move drawn: the line and its arrow head, as SVG paths.</summary>
public sealed record MoveLine(PathLook Look, string Path, string? Head);

/// <summary>The picture of a case, or of a whole case type: worked out from the table, drawn by nobody by hand.</summary>
/// <param name="AnyTime">States that nearly every state can go to; named beside the picture instead of drawn as a bundle of lines.</param>
public sealed record StateDiagram(int Width, int Height, IReadOnlyList<StateBox> Boxes, IReadOnlyList<MoveLine> Lines, IReadOnlyList<State> AnyTime)
{
    /// <param name="stays">Where the case has been, in order, the last one being where it is.</param>
    /// <param name="next">States that a step or time can bring about from here.</param>
    /// <param name="under">What to write under a state.</param>
    public static StateDiagram Of(CaseType type, IReadOnlyList<Stay> stays, IReadOnlyCollection<State> next, Func<State, string?> under)
    {
        var ways = new Ways(type, [.. stays.Select(s => s.State)]);
        var places = Places.Of(ways);
        var lines = Routes.Choose(ways, places, stays, next);
        var top = Routes.TopFor(lines, places);
        var worded = places.At.Any(p => p.Value.Row > 0 && under(p.Key) is not null);
        List<StateBox> boxes = [.. places.At.Select(p => Box(p.Key, p.Value, Look(p.Key, ways, next), top + Places.Down(p.Value.Row, worded), under(p.Key)))];
        var at = boxes.ToDictionary(b => b.State);
        return new(
            boxes.Max(b => b.Right) + 3, boxes.Max(b => b.Bottom + (b.Under is null ? 0 : 20)) + 3,
            boxes, [.. Routes.Draw(lines, at, top)], ways.AnyTime);
    }

    /// <summary>The picture of the table itself, with no case in it.</summary>
    public static StateDiagram Of(CaseType type) => Of(type, [], [], _ => null);

    static PathLook Look(State state, Ways ways, IReadOnlyCollection<State> next) =>
        state == ways.Now ? PathLook.Now
        : ways.Been.Contains(state) ? PathLook.Taken
        : next.Contains(state) ? PathLook.Next
        : ways.Ahead.Contains(state) || ways.Now is null ? PathLook.May
        : PathLook.Not;

    static StateBox Box(State state, (int Column, int Row) at, PathLook look, int y, string? under) =>
        new(state, look, at.Column, at.Row, 3 + (at.Column * Places.ColumnPitch), y, Wrap(state.Label, 15) is { Count: <= 3 } usual ? usual : Wrap(state.Label, 17), under);

    // Fifteen characters of 13 px Arial always go into a box, and three lines; seventeen nearly always.
    static List<string> Wrap(string label, int most)
    {
        List<string> lines = [""];
        foreach (var word in label.Split(' '))
            if (lines[^1].Length == 0) lines[^1] = word;
            else if (lines[^1].Length + 1 + word.Length <= most) lines[^1] += " " + word;
            else lines.Add(word);
        return lines;
    }
}
