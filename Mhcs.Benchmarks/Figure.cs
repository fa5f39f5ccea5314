using System.Globalization;

namespace Mhcs.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="Met">Null: there is no goal for it, or it was not measured here.</param>
sealed record Figure(int Goal, string What, string Ours, string Floor, string Ratio, string Wanted, bool? Met)
{
    /// <summary>Ours against the floor of the same run.</summary>
    public static Figure Times(int goal, string what, double ours, double floor, double most, string unit) =>
        new(goal, what, Shown(ours, unit), Shown(floor, unit), $"{Number(ours / floor)} ×", $"≤ {Number(most)} ×", ours <= most * floor);

    public static Figure AtMost(int goal, string what, double ours, double most, string unit, string floor = "") =>
        new(goal, what, Shown(ours, unit), floor, "", $"≤ {Shown(most, unit)}", ours <= most);

    public static Figure AtLeast(int goal, string what, double ours, double least, string unit, string floor = "") =>
        new(goal, what, Shown(ours, unit), floor, "", $"≥ {Shown(least, unit)}", ours >= least);

    /// <summary>A figure worth knowing that has no goal of its own.</summary>
    public static Figure Known(int goal, string what, string ours, string floor = "") => new(goal, what, ours, floor, "", "", null);

    public static Figure Holds(int goal, string what, bool holds, string ours, string wanted) => new(goal, what, ours, "", "", wanted, holds);

    static string Shown(double value, string unit) => unit == "" ? Number(value) : $"{Number(value)} {unit}";

    // Three figures that mean something, no more.
    static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 100 => "#,##0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);

    public override string ToString() => $"{Goal,2}  {What}: {Ours}{(Floor == "" ? "" : $" (floor {Floor})")} {Ratio} {Wanted} {Met switch { true => "met", false => "MISSED", _ => "" }}";
}
