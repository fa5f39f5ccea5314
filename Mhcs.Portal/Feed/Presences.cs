using System.Collections.Concurrent;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Feed;

/// <summary>Who is on which case just now, on every node. Each screen says so again and again; one that falls silent, its circuit or its node gone, is forgotten by itself.</summary>
public sealed class Presences
{
    /// <summary>How often a screen says that it is still there, and how long it is believed.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(20), Believed = TimeSpan.FromSeconds(50);
    readonly ConcurrentDictionary<string, (Here Here, long At)> _screens = new(StringComparer.Ordinal);
    readonly ILiveFeed _feed;
    readonly TimeProvider _clock;

    public Presences(ILiveFeed feed, InProcessFeed local, TimeProvider clock)
    {
        (_feed, _clock) = (feed, clock);
        // Told before any screen is nudged, and nothing is left out, as it is in a screen's one-slot inbox.
        local.Heard += signal => { if (signal.Here is { } here) Hear(here); };
    }

    public ValueTask Say(Here here, CancellationToken ct = default) => _feed.Publish(new FeedSignal(FeedSignal.Presence) { Here = here }, ct);

    /// <summary>The others on a case; of somebody with several screens, the one that edits. To be asked only for a file that the asker sees.</summary>
    public IReadOnlyList<Here> Beside(CaseReference file, PersonId me)
    {
        foreach (var (screen, entry) in _screens)
            if (_clock.GetElapsedTime(entry.At) > Believed) _screens.TryRemove(new(screen, entry));
        return [.. _screens.Values.Select(e => e.Here).Where(h => h.Case == file.Value && h.Person != me.Value).OrderBy(h => h.Editing is null).ThenBy(h => h.Person).DistinctBy(h => h.Person)];
    }

    void Hear(Here here)
    {
        if (here.Left) _screens.TryRemove(here.Screen, out _);
        else _screens[here.Screen] = (here, _clock.GetTimestamp());
    }
}
