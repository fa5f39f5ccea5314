using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;

namespace Mhcs.Domain.Deadlines;

/// <summary>How a date stands at a moment. Never stored: it changes by itself as time passes.</summary>
public enum Standing { Overdue, DueToday, DueTomorrow, DueThisWeek, Later, Done, Ended, Watch }

/// <summary>A term running, met or ended on one file.</summary>
public sealed class Deadline
{
    /// <summary>Counts the deadlines of one file, so that an event can name one of them.</summary>
    public int Number { get; init; }
    public required string Rule { get; init; }
    public required string Name { get; init; }
    public required Binding Binding { get; init; }
    /// <summary>Another body's duty or a window of the patient's: shown, never counted as ours.</summary>
    public bool Watch { get; init; }
    /// <summary>Whose task it is; null: whoever holds the case.</summary>
    public PersonId? For { get; init; }
    /// <summary>What brings the case back before its day (<see cref="Awaited"/>); null: the day alone.</summary>
    public string? Until { get; init; }
    /// <summary>Set again when it is done.</summary>
    public Recurrence? Every { get; init; }
    public DateOnly From { get; private set; }
    /// <summary>The instant an hour-counted term runs from, in UTC.</summary>
    public DateTimeOffset? FromInstant { get; private set; }
    /// <summary>Key of the fact it counts from; null: the day of the step.</summary>
    public string? FromFact { get; init; }
    /// <summary>The last day on which it can be done in time.</summary>
    public DateOnly LastDay { get; private set; }
    /// <summary>The day to work to: the last working day not after the last day.</summary>
    public DateOnly InternalDue { get; private set; }
    /// <summary>The moment from which it is missed, in UTC.</summary>
    public DateTimeOffset OverdueAt { get; private set; }
    public DateTimeOffset StartedAt { get; init; }
    public PersonId StartedBy { get; init; }
    public DateTimeOffset? MetAt { get; private set; }
    public DateTimeOffset? MissedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    /// <summary>When the case that it put away came back.</summary>
    public DateTimeOffset? CameBackAt { get; private set; }
    /// <summary>The ledger of pauses; only our own targets have one.</summary>
    public IReadOnlyList<ClockStop> Stops { get; private set; } = [];

    public bool IsRunning => MetAt is null && EndedAt is null;
    /// <summary>Chosen by somebody, not counted by a rule: a task, or the day until which the case is put away.</summary>
    public bool IsByHand => Rule == Terms.Task.Rule || Rule == Terms.BroughtForward.Rule;
    /// <summary>The case is put away until it.</summary>
    public bool Parks => Rule == Terms.BroughtForward.Rule && IsRunning && CameBackAt is null;
    public bool IsPaused => Stops is [.., { To: null }];

    public Standing StandingAt(DateTimeOffset now) =>
        MetAt is not null ? Standing.Done
        : EndedAt is not null ? Standing.Ended
        : Watch ? Standing.Watch
        : StandingOf(InternalDue, OverdueAt, now);

    /// <summary>The standing of a running date, given the day to work to and the moment it is missed.</summary>
    public static Standing StandingOf(DateOnly due, DateTimeOffset overdueAt, DateTimeOffset now)
    {
        var today = London.Day(now);
        var endOfWeek = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        return overdueAt <= now ? Standing.Overdue
            : due <= today ? Standing.DueToday
            : due == today.AddDays(1) ? Standing.DueTomorrow
            : due <= endOfWeek ? Standing.DueThisWeek
            : Standing.Later;
    }

    internal void Apply(CaseEvent happened)
    {
        switch (happened)
        {
            case DeadlineStarted e: (From, FromInstant, LastDay, InternalDue, OverdueAt) = (e.From, e.FromInstant, e.LastDay, e.InternalDue, e.OverdueAt); break;
            case DeadlineMoved e: (From, FromInstant, LastDay, InternalDue, OverdueAt, CameBackAt) = (e.From, e.FromInstant, e.LastDay, e.InternalDue, e.OverdueAt, null); break;
            case BroughtBack e: CameBackAt = e.At; break;
            case DeadlineMet e: MetAt = e.At; break;
            case DeadlineMissed e: MissedAt = e.At; break;
            case DeadlineEnded e: EndedAt = e.At; break;
            case DeadlineResumed: EndedAt = null; break;
            case ClockPaused e: Stops = [.. Stops, new ClockStop(e.From, null, e.Reason)]; break;
            case ClockResumed e: Stops = [.. Stops.Select(s => s.To is null ? s with { To = e.To } : s)]; break;
        }
    }
}
