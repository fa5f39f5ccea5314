using Microsoft.EntityFrameworkCore;

namespace Mhcs.Benchmarks.Floor;

sealed record FloorRow(int Id, string Reference, string Patient, string Type, string State, int? Assignee, DateOnly? Due);

/// <summary>The steps as a bare program would do them: EF Core over the same data, and nothing else.</summary>
sealed class FloorWork(string file)
{
    readonly DbContextOptions<FloorDb> _options = new DbContextOptionsBuilder<FloorDb>().UseSqlite($"Data Source={file}").Options;
    long _seq;

    public async Task<List<FloorRow>> Queue(CancellationToken ct = default)
    {
        await using var db = new FloorDb(_options);
        return await db.Cases.AsNoTracking().Where(c => c.Team == "A" && c.ClosedAt == null).OrderBy(c => c.NextDueOn).ThenBy(c => c.Id).Take(50)
            .Join(db.Patients, c => c.PatientNumber, p => p.Number, (c, p) => new FloorRow(c.Id, c.Reference, p.Surname + ", " + p.Forenames, c.TypeKey, c.StateCode, c.AssigneeId, c.NextDueOn))
            .ToListAsync(ct);
    }

    public async Task<(FloorCase Case, FloorPatient Patient, List<FloorEvent> Events)> Case(int id, CancellationToken ct = default)
    {
        await using var db = new FloorDb(_options);
        var found = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == id, ct);
        return (found, await db.Patients.AsNoTracking().SingleAsync(p => p.Number == found.PatientNumber, ct),
            await db.Events.AsNoTracking().Where(e => e.CaseId == id).OrderByDescending(e => e.Seq).ToListAsync(ct));
    }

    /// <summary>One GROUP BY over the open cases of a team: how many, and how many late, by owner and kind of state.</summary>
    public async Task<int> Counts(long now, CancellationToken ct = default)
    {
        await using var db = new FloorDb(_options);
        return (await db.Cases.AsNoTracking().Where(c => c.Team == "A" && c.ClosedAt == null)
            .GroupBy(c => new { c.AssigneeId, c.StateKind }).Select(g => new { g.Key, Open = g.Count(), Late = g.Count(c => c.NextOverdueAt <= now) }).ToListAsync(ct)).Count;
    }

    /// <summary>Gives cases to somebody: read, change, one row of history each, one commit that is flushed.</summary>
    public async Task Assign(IReadOnlyList<int> ids, int assignee, CancellationToken ct = default)
    {
        await using var db = new FloorDb(_options);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var found in await db.Cases.Where(c => ids.Contains(c.Id)).ToListAsync(ct))
        {
            (found.AssigneeId, found.Version) = (assignee, found.Version + 1);
            db.Events.Add(new FloorEvent { Seq = Interlocked.Decrement(ref _seq), Kind = "Floor", By = assignee, Data = $$"""{"from":null,"to":{{assignee}}}""" });
        }
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Takes away what an earlier run of the floor left in the history; its numbers lie below the portal's.</summary>
    public async Task Begin(CancellationToken ct = default)
    {
        await using var db = new FloorDb(_options);
        await db.Events.Where(e => e.Seq < 0).ExecuteDeleteAsync(ct);
    }
}
