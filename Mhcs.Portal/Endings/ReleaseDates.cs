using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Endings;

/// <summary>Watches every release date on the books, years ahead, and opens the case of each end of restrictions in time for its warning.</summary>
public sealed class ReleaseDates(IDbContextFactory<PortalDb> dbs, CaseDesk desk, ReferenceData reference, TimeProvider clock) : IOpensByTime
{
    static readonly LegalCategory[] Restricted = [.. Enum.GetValues<LegalCategory>().Where(c => c.IsRestricted)];

    public async Task Raise(CancellationToken ct = default)
    {
        await Follow(ct);
        var today = London.Day(clock.GetUtcNow());
        foreach (var (number, release) in await Ahead(today, ct))
            await desk.OpenByTime(EndOfRestriction.Type, number, FactSheet.Of([KeyValuePair.Create(Facts.EndTrigger.Key, (string?)Facts.ByReleaseDate)]), notSince: OpensOn(release, reference.Book), answered: c => !EndOfRestriction.Type.EndedByHand.Contains(c.StateCode), ct);
    }

    /// <summary>Cases that count to another date than the patient's record gives since a list was imported.</summary>
    async Task Follow(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var behind = await db.Cases.AsNoTracking()
            .Where(c => c.TypeKey == EndOfRestriction.Type.Key && c.ClosedAt == null && c.Deadlines.Any(d => d.Rule == Terms.ReleaseDateReached.Rule && d.MetAt == null && d.EndedAt == null && c.Patient!.ReleaseDate != null && d.From != c.Patient.ReleaseDate))
            .Select(c => c.Reference).ToListAsync(ct);
        foreach (var file in behind) await desk.Work(file, PersonId.Clock, (watched, on) => watched.FollowReleaseDate(on), ct: ct);
    }

    /// <summary>The day on which the case of a release date opens by itself.</summary>
    public static DateOnly OpensOn(DateOnly release, ReferenceBook book) => book.Resolve(Terms.OpenEndOfRestriction).WorkOut(release, book.Days).LastDay;

    async Task<List<(string Number, DateOnly Release)>> Ahead(DateOnly today, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var dated = await db.Patients.AsNoTracking().Where(p => p.ReleaseDate != null && Restricted.Contains(p.Category)).Select(p => new { p.Number, p.ReleaseDate }).ToListAsync(ct);
        return [.. dated.Select(p => (p.Number, Release: p.ReleaseDate!.Value)).Where(p => OpensOn(p.Release, reference.Book) <= today)];
    }
}
