namespace Mhcs.Portal.Feed;

/// <summary>Opens cases for which the law or the calendar sets a day. The clock asks each once a day.</summary>
public interface IOpensByTime
{
    Task Raise(CancellationToken ct = default);
}
