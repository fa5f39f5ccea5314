namespace Mhcs.Portal.SignIn;

/// <summary>Passes acts on in the order in which they came, although each is asked about first and some answers take longer: letters typed must not overtake one another.</summary>
public sealed class InTurn
{
    Task _before = Task.CompletedTask;

    /// <param name="may">Whether the act may be passed on.</param>
    /// <returns>Ends when the act has ended. The next one waits only until it has begun.</returns>
    public async Task Pass(ValueTask<bool> may, Func<Task> act)
    {
        TaskCompletionSource begun = new();
        var before = Interlocked.Exchange(ref _before, begun.Task);
        var acting = Task.CompletedTask;
        try
        {
            var good = await may;
            await before;
            if (good) acting = act();
        }
        finally
        {
            begun.SetResult();
        }
        await acting;
    }
}
