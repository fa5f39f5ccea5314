using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Mhcs.Portal.Feed;

/// <summary>The feed of one node.</summary>
public sealed class InProcessFeed(TimeProvider clock) : ILiveFeed
{
    /// <summary>At most one render a listener in this time, however much happens. The first change after a rest is heard at once.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);
    ImmutableHashSet<Listener> _listeners = [];

    sealed record Listener(Func<FeedSignal, bool> Hears, Channel<FeedSignal> Inbox);

    public int Listeners => _listeners.Count;

    public ValueTask Publish(FeedSignal signal, CancellationToken ct = default)
    {
        foreach (var listener in _listeners)
            if (signal.Topic == "*" || listener.Hears(signal)) listener.Inbox.Writer.TryWrite(signal);
        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<FeedSignal> Listen(Func<FeedSignal, bool> to, [EnumeratorCancellation] CancellationToken ct)
    {
        // One slot: a waiting nudge is as good as a thousand, so no queue grows and no slow screen holds up a writer.
        var me = new Listener(to, Channel.CreateBounded<FeedSignal>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }));
        ImmutableInterlocked.Update(ref _listeners, (all, joining) => all.Add(joining), me);
        try
        {
            // After registration, so that nothing falls between the first load and the first change.
            me.Inbox.Writer.TryWrite(FeedSignal.Everything);
            while (!ct.IsCancellationRequested)
            {
                yield return await me.Inbox.Reader.ReadAsync(ct);
                await Task.Delay(Breath, clock, ct);
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref _listeners, (all, leaving) => all.Remove(leaving), me);
        }
    }
}
