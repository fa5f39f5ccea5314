namespace Mhcs.Domain.Deadlines;

/// <summary>Days on which a target isn't counted: from the first to the last, both included. Without a last day the clock is still stopped.</summary>
public sealed record ClockStop(DateOnly From, DateOnly? To, string Reason)
{
    public bool Covers(DateOnly day) => day >= From && day <= (To ?? DateOnly.MaxValue);
}
