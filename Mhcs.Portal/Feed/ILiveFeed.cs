namespace Mhcs.Portal.Feed;

/// <summary>Carries hints from writers to screens.</summary>
public interface ILiveFeed
{
    ValueTask Publish(FeedSignal signal, CancellationToken ct = default);

    /// <summary>Signals that <paramref name="to"/> lets through, the first of them on joining. Ends with the token.</summary>
    IAsyncEnumerable<FeedSignal> Listen(Func<FeedSignal, bool> to, CancellationToken ct);
}
