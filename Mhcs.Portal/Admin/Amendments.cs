using Mhcs.Domain.Amendments;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents.Library;
using Mhcs.Portal.Feed;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Admin;

/// <summary>Brings approved changes of the matrix, the targets and the texts of papers into what decisions are taken against, on every node: at start, when one is approved anywhere, and as days begin.</summary>
public sealed class Amendments
{
    readonly IDbContextFactory<PortalDb> _dbs;
    readonly ReferenceData _reference;
    readonly TemplateLibrary _library;
    readonly TimeProvider _clock;

    public Amendments(IDbContextFactory<PortalDb> dbs, ReferenceData reference, TemplateLibrary library, InProcessFeed feed, TimeProvider clock, ILogger<Amendments> log)
    {
        (_dbs, _reference, _library, _clock) = (dbs, reference, library, clock);
        feed.Heard += signal =>
        {
            if (signal.Topic is not ("*" or FeedSignal.Settings or FeedSignal.Time)) return;
            try
            {
                Read();
            }
            catch (Exception trouble) when (trouble.IsStorageTrouble())
            {
                log.LogWarning(trouble, "Approved changes could not be read; the next signal tries again");
            }
        };
    }

    /// <summary>At once, before any screen is told: a few rows.</summary>
    public void Read()
    {
        using var db = _dbs.CreateDbContext();
        var (approved, now) = (db.Amendments.AsNoTracking().Where(a => a.Standing == AmendmentStanding.Approved).ToList(), _clock.GetUtcNow());
        _reference.Take(approved, now);
        _library.Take(approved, now);
    }
}
