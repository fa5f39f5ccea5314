namespace Mhcs.Portal.Data;

/// <summary>A reading that many ask for at once: all who ask before it begins get the same one, and nobody gets one that had begun before they asked.</summary>
public sealed class SharedReading<T>(Func<Task<T>> read)
{
    readonly Lock _lock = new();
    Task _running = Task.CompletedTask;
    Task<T>? _coming;

    public Task<T> Next()
    {
        lock (_lock) return _coming ??= After(_running);
    }

    async Task<T> After(Task before)
    {
        // Yielding lets those who hear of the same change at the same moment join before the reading begins.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_lock) (_running, _coming) = (_coming!, null);
        return await read();
    }
}
