namespace Mhcs.Domain.Workload;

/// <summary>What somebody carries against what they can carry, in load points.</summary>
/// <param name="Points">Weights of the open cases held.</param>
/// <param name="Capacity">Points that make 100%.</param>
public sealed record Load(int Points, int Capacity)
{
    public static Load None { get; } = new(0, 0);

    /// <summary>Whole per cent of capacity, rounded down. Where there is no capacity at all, any load is past every bar.</summary>
    public int Percent => Capacity > 0 ? Points * 100 / Capacity : Points > 0 ? 999 : 0;

    public Load With(int weight) => this with { Points = Points + weight };

    public static Load operator +(Load one, Load other) => Add(one, other);
    public static Load Add(Load one, Load other) => new(one.Points + other.Points, one.Capacity + other.Capacity);
}
