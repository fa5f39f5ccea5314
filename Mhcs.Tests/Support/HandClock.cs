namespace Mhcs.Tests.Support;

/// <summary>The system's clock, put forward by hand. Waits of ten seconds and more follow it; shorter ones are real, so that the portal goes on living.</summary>
public sealed class HandClock : TimeProvider
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(10);
    readonly List<Alarm> _alarms = [];
    TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < Long && dueTime != Timeout.InfiniteTimeSpan) return base.CreateTimer(callback, state, dueTime, period);
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        lock (_alarms) _alarms.Add(alarm);
        return alarm;
    }

    /// <summary>Puts the clock forward; whoever waited for a moment on the way hears it once.</summary>
    public void Advance(TimeSpan by)
    {
        _ahead += by;
        Alarm[] all;
        lock (_alarms) all = [.. _alarms];
        foreach (var alarm in all) alarm.Ring(GetUtcNow());
    }

    sealed class Alarm(HandClock clock, Action ring) : ITimer
    {
        DateTimeOffset? _at;
        TimeSpan _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (_at, _period) = (dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime, period);
            return true;
        }

        public void Ring(DateTimeOffset now)
        {
            if (_at is not { } at || at > now) return;
            _at = _period > TimeSpan.Zero ? now + _period : null;
            ring();
        }

        public void Dispose()
        {
            lock (clock._alarms) clock._alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
