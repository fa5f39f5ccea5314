using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Health;

/// <summary>Whether the store takes a write: really written, through the lane that everything goes through.</summary>
public sealed class CanWrite(WriteLane lane, TimeProvider clock, ILogger<CanWrite> log)
{
    const string Row = "ok";
    static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromSeconds(5);
    (long At, bool Good)? _last;

    public async Task<bool> Ask(CancellationToken ct)
    {
        if (_last is { } known && clock.GetElapsedTime(known.At) < GoodFor) return known.Good;
        var good = await Try(ct);
        _last = (clock.GetTimestamp(), good);
        return good;
    }

    async Task<bool> Try(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            await lane.Write(async writing =>
            {
                if (await writing.Db.Counters.FindAsync([Row], patience.Token) is { } counter) counter.Next = counter.Next % 1_000_000 + 1;
                else writing.Db.Counters.Add(new Counter { Prefix = Row, Next = 1 });
            }, patience.Token);
            return true;
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble() || (trouble is OperationCanceledException && !ct.IsCancellationRequested))
        {
            log.LogError(trouble, "The store takes no write");
            return false;
        }
    }
}
