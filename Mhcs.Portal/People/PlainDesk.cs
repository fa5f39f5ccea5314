using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.People;

/// <summary>What came of an act that is no act on a case: refused with every reason, or done to the thing of this number.</summary>
public sealed record PlainOutcome(int? Id, IReadOnlyList<Refusal> Reasons)
{
    public bool Done => Id is not null;

    public static PlainOutcome Refused(params IReadOnlyList<Refusal> reasons) => new(null, reasons);
}

/// <summary>What the desks beside the CaseDesk have in common: the actor read fresh, the change and its trail in one commit, then one signal. Refusals, lost races and trouble with the store are answered, never thrown at a person.</summary>
public sealed class PlainDesk(WriteLane lane, Occasions occasions, Staff staff, ILiveFeed feed, ILogger<PlainDesk> log)
{
    public async Task<PlainOutcome> Work(PersonId by, Func<Occasion, Writing, Task<(int Id, FeedSignal Signal)>> work, CancellationToken ct = default)
    {
        if (await occasions.For(by, ct) is not { } on) return PlainOutcome.Refused(new Refusal("not-entitled", "You are not signed in"));
        try
        {
            var (id, signal) = await lane.Write(writing => work(on, writing), ct);
            if (signal.Topic is FeedSignal.People or FeedSignal.Guidance) staff.Changed();
            // Done is done: the others hear of it even if whoever did it has gone.
            await feed.Publish(signal, CancellationToken.None);
            return new(id, []);
        }
        catch (RuleBroken broken)
        {
            return PlainOutcome.Refused(broken.Reasons);
        }
        catch (DbUpdateConcurrencyException)
        {
            return PlainOutcome.Refused(new Refusal("stale", "Somebody else was faster. Nothing you typed is lost: load the page again to see what they wrote"));
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            log.LogError(trouble, "The store could not take a change");
            return PlainOutcome.Refused(new Refusal("storage", StorageTrouble.Words));
        }
    }
}
