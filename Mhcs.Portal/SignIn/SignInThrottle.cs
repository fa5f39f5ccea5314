using System.Collections.Concurrent;

namespace Mhcs.Portal.SignIn;

/// <summary>
/// Slows guessing down without letting anybody lock out somebody else: five wrong tries close a name for one address, thirty close an address, each for a minute.
/// Names that nobody has are counted like others, so a wait betrays nothing.
/// </summary>
public sealed class SignInThrottle(TimeProvider clock)
{
    static readonly TimeSpan Wait = TimeSpan.FromMinutes(1), Memory = TimeSpan.FromMinutes(15);
    const int PerName = 5, PerAddress = 30, Remembered = 10_000;
    readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    sealed record Tries(int Wrong, long Last);

    /// <summary>How long this caller still has to wait before trying this name again; null: not at all.</summary>
    public TimeSpan? WaitFor(string name, string address) => new[] { Left(Pair(name, address), PerName), Left(address, PerAddress) }.Max();

    /// <summary>Whether the name is closed to some address just now.</summary>
    public bool IsClosed(string name) => _tries.Keys.Any(key => Is(name, key) && Left(key, PerName) is not null);

    /// <summary>Forgets the wrong tries at a name, whoever made them.</summary>
    public void Forget(string name)
    {
        foreach (var key in _tries.Keys.Where(key => Is(name, key))) _tries.TryRemove(key, out _);
    }

    /// <returns>Whether this wrong try closed the name for the address.</returns>
    public bool Wrong(string name, string address)
    {
        if (_tries.Count > Remembered) foreach (var old in _tries.Where(t => clock.GetElapsedTime(t.Value.Last) > Wait)) _tries.TryRemove(old);
        Count(address);
        return Count(Pair(name, address)) % PerName == 0;
    }

    /// <returns>How many wrong tries came before this good one.</returns>
    public int Right(string name, string address) => _tries.TryRemove(Pair(name, address), out var tries) ? tries.Wrong : 0;

    int Count(string key) =>
        _tries.AddOrUpdate(key, _ => new Tries(1, clock.GetTimestamp()), (_, t) => new(clock.GetElapsedTime(t.Last) > Memory ? 1 : t.Wrong + 1, clock.GetTimestamp())).Wrong;

    // At each full five (or thirty) there is a wait; in between one may try.
    TimeSpan? Left(string key, int limit) =>
        _tries.TryGetValue(key, out var t) && t.Wrong % limit == 0 && Wait - clock.GetElapsedTime(t.Last) is var left && left > TimeSpan.Zero ? left : null;

    static bool Is(string name, string key) => key.StartsWith(Pair(name, ""), StringComparison.Ordinal);

    static string Pair(string name, string address) => $"{name.ToUpperInvariant()}\n{address}";
}
