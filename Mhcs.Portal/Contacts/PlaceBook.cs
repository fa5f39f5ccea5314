using Mhcs.Domain.Cases;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Contacts;

/// <summary>Where a name that stands on a record leads to in the directory today.</summary>
/// <param name="Name">How the place is called now.</param>
public sealed record KnownPlace(int Id, string Name);

/// <summary>Brings the hospitals and prisons of the directory into what decisions are taken against, on every node: at start, when an entry changes anywhere, and as days begin.</summary>
public sealed class PlaceBook
{
    readonly IDbContextFactory<PortalDb> _dbs;
    readonly ReferenceData _reference;
    readonly TimeProvider _clock;
    volatile IReadOnlyDictionary<string, KnownPlace> _known = new Dictionary<string, KnownPlace>(StringComparer.OrdinalIgnoreCase);

    public PlaceBook(IDbContextFactory<PortalDb> dbs, ReferenceData reference, InProcessFeed feed, TimeProvider clock, ILogger<PlaceBook> log)
    {
        (_dbs, _reference, _clock) = (dbs, reference, clock);
        feed.Heard += signal =>
        {
            if (signal.Topic is not ("*" or FeedSignal.Directory or FeedSignal.Time)) return;
            try
            {
                Read();
            }
            catch (Exception trouble) when (trouble.IsStorageTrouble())
            {
                log.LogWarning(trouble, "The directory could not be read; the next signal tries again");
            }
        };
    }

    /// <summary>The place of this name, under whatever name it is known; null where the directory has none.</summary>
    public KnownPlace? Find(string? name) => name is null ? null : _known.GetValueOrDefault(name);

    /// <summary>At once, before any screen is told: some hundred rows.</summary>
    public void Read()
    {
        using var db = _dbs.CreateDbContext();
        var all = db.Directory.AsNoTracking().Where(e => e.Kind == EntryKind.Hospital || e.Kind == EntryKind.Prison).OrderBy(e => e.Name)
            .Select(e => new { e.Id, e.Kind, e.Name, e.From, e.To, e.MergedInto, e.FormerNames }).ToList();
        var today = London.Day(_clock.GetUtcNow());
        Dictionary<string, KnownPlace> known = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, string> gone = new(StringComparer.Ordinal);
        foreach (var entry in all.Where(e => e.MergedInto is null))
        {
            known[entry.Name] = new(entry.Id, entry.Name);
            if (entry.To < today) gone[entry.Name] = $"closed on {London.Words(entry.To!.Value)}";
            else if (entry.From > today) gone[entry.Name] = $"opens on {London.Words(entry.From)}";
            foreach (var former in entry.FormerNames)
                if (known.TryAdd(former, new(entry.Id, entry.Name))) gone[former] = $"is now {entry.Name}";
        }
        _known = known;
        _reference.Take(new Places(Open(EntryKind.Hospital), Open(EntryKind.Prison)) { Gone = gone });

        HashSet<string> Open(EntryKind kind) => [.. all.Where(e => e.Kind == kind && e.MergedInto is null && e.From <= today && !(e.To < today)).Select(e => e.Name)];
    }
}
