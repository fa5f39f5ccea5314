using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Audit;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Feed;

/// <summary>Makes time an event: each minute, dates that have passed are recorded, moves of time are made, once a day the cases are opened for which a day is set, and every screen is told that time has passed.</summary>
public sealed class DeadlineClock(IDbContextFactory<PortalDb> dbs, CaseDesk desk, IEnumerable<IOpensByTime> openers, ILiveFeed feed, TrailChain chain, TimeProvider clock, ILogger<DeadlineClock> log) : BackgroundService
{
    static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    /// <summary>The rules whose last day moves a case by itself, another body's duties among them.</summary>
    static readonly string[] Moving = [.. AllCaseTypes.All.SelectMany(t => t.Moves).Select(m => m.After?.Rule).OfType<string>().Distinct()];

    DateOnly _looked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, clock);
        do
        {
            try
            {
                await LetTimePass(stoppingToken);
                await OpenCases(stoppingToken);
                await feed.Publish(new FeedSignal(FeedSignal.Time), stoppingToken);
                await chain.KeepHead(dbs, stoppingToken);
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                log.LogError(trouble, "A tick of the deadline clock failed; the next one tries again");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looked for once a day: nothing makes a case fall due sooner.</summary>
    async Task OpenCases(CancellationToken ct)
    {
        var today = London.Day(clock.GetUtcNow());
        if (_looked == today) return;
        foreach (var opener in openers) await opener.Raise(ct);
        _looked = today;
    }

    /// <summary>Every open file with a date that has passed and is not yet recorded as missed or moves the file, and every one whose day to come back it is, in batches.</summary>
    public async Task LetTimePass(CancellationToken ct)
    {
        foreach (var batch in (await Passed(ct)).Chunk(100))
            await desk.WorkAll(batch, PersonId.Clock, (file, on) => file.LetTimePass(on), ct: ct);
    }

    async Task<List<CaseReference>> Passed(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var today = London.Day(now);
        return await db.Cases.WithVictims().Where(c => c.ClosedAt == null && (c.ParkedUntil <= today || (c.NextOverdueAt <= now
                && c.Deadlines.Any(d => d.MetAt == null && d.EndedAt == null && d.OverdueAt <= now && ((d.MissedAt == null && !d.Watch) || Moving.Contains(d.Rule))))))
            .OrderBy(c => c.Id).Select(c => c.Reference).ToListAsync(ct);
    }
}
