using System.Linq.Expressions;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>A case as a list shows it.</summary>
public sealed record CaseRow(CaseReference Reference, int Version, string? PatientNumber, string Patient, string TypeKey, string StateCode, string Team, PersonId? AssigneeId,
    DateOnly? NextDueOn, DateTimeOffset? NextOverdueAt, string? NextName, bool HighProfile, bool VictimScheme, bool Restricted, DateOnly ReceivedOn, DateTimeOffset? ClosedAt, string? Subject)
{
    /// <summary>Name of its owner; null while nobody has it.</summary>
    public string? Owner { get; init; }

    public CaseType Type => AllCaseTypes.Get(TypeKey);
    public string State => Type.State(StateCode).Label;
    /// <summary>Days from receipt to the day, or to its close.</summary>
    public int DaysOpen(DateOnly today) => (ClosedAt is { } closed ? Domain.Deadlines.London.Day(closed) : today).DayNumber - ReceivedOn.DayNumber;
}

/// <summary>One page of the list, with how many cases each value of each filter would leave.</summary>
/// <param name="People">Who holds cases in them, by number.</param>
/// <param name="Leads">Whether the person moves other people's cases, and so may take lists away as files.</param>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, int Total, int Page, int Size, CaseCounts Counts, IReadOnlyList<Team> Teams, IReadOnlyDictionary<PersonId, Person> People, bool Leads, DateTimeOffset At);

/// <summary>The column that sorts a list.</summary>
public enum CaseColumn { Due, Case, Patient, Type, State, Owner, Age }

public sealed record CaseOrder(CaseColumn Column = CaseColumn.Due, bool Descending = false);

/// <summary>Lists of cases: every one begins with what the person may see, is counted and paged in SQL.</summary>
public sealed class CaseListQuery(IDbContextFactory<PortalDb> dbs, BoardReads reads, Staff staff, ReferenceData reference, TimeProvider clock) : IDisposable
{
    public const int MostOnAPage = 200;

    // SQLite answers on the thread that asks: as many searches at once as there are processors would hold up everybody else.
    readonly SemaphoreSlim _searches = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>One page; past the end is the last one. Null for somebody who sees no cases at all.</summary>
    public async Task<CasePage?> For(PersonId me, CaseFilter filter, CaseOrder order, int page = 1, int size = 25, CancellationToken ct = default)
    {
        if (filter.Words is null) return await Page(me, filter, order, page, size, ct);
        await _searches.WaitAsync(ct);
        try
        {
            return await Page(me, filter, order, page, size, ct);
        }
        finally
        {
            _searches.Release();
        }
    }

    async Task<CasePage?> Page(PersonId me, CaseFilter filter, CaseOrder order, int page, int size, CancellationToken ct)
    {
        if (await staff.Actor(me, ct) is not { } actor || (actor.Teams().Length == 0 && !actor.SeesAllTeams())) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var bands = new DueBands(clock.GetUtcNow());
        var seen = BandedCase.Of(Seen(db, actor, filter), bands);
        var counts = new CaseCounts(filter is { Shown: CasesShown.Open, Words: null } ? await OpenCells(actor, bands, ct) : await Cells(seen).ToListAsync(ct));
        var total = counts.Total(filter);
        size = Math.Clamp(size, 1, MostOnAPage);
        page = Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));
        var rows = total == 0 ? [] : await Rows(Sorted(Narrowed(seen, filter), db, order)).Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new(await WithOwners(rows, ct), total, page, size, counts, [.. reference.Book.Teams.All.Where(t => actor.SeesTeam(t.Code))],
            await staff.Everyone(ct), actor.Posts.Any(p => p.Grade.AssignsOthers), bands.Now);
    }

    public void Dispose() => _searches.Dispose();

    /// <summary>The whole list, for a file. Restricted cases are never exported.</summary>
    public async Task<IReadOnlyList<CaseRow>> All(PersonId me, CaseFilter filter, CaseOrder order, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor) return [];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var seen = BandedCase.Of(Seen(db, actor, filter).Where(c => !c.Restricted), new DueBands(clock.GetUtcNow()));
        return await WithOwners(await Rows(Sorted(Narrowed(seen, filter), db, order)).ToListAsync(ct), ct);
    }

    static IQueryable<CaseFile> Seen(PortalDb db, Actor actor, CaseFilter filter)
    {
        var seen = db.Cases.AsNoTracking().SeenBy(actor);
        seen = filter.Shown switch
        {
            CasesShown.Open => seen.Where(c => c.ClosedAt == null),
            CasesShown.Closed => seen.Where(c => c.ClosedAt != null),
            _ => seen,
        };
        return filter.Words is { } words ? seen.Matching(db, words) : seen;
    }

    /// <summary>The same for all that is open, from the boards' shared reading of each team: asked with every list, and counting it in SQL was most of a list's cost.</summary>
    async Task<IReadOnlyList<CaseCell>> OpenCells(Actor actor, DueBands bands, CancellationToken ct)
    {
        List<CaseCell> cells = [];
        foreach (var team in reference.Book.Teams.All.Where(t => actor.SeesTeam(t.Code)))
        {
            var reading = await reads.Of(team.Code, ct);
            var hidden = reading.HiddenFrom(actor);
            cells.AddRange(reading.Open.Values.Where(c => !hidden.Contains(c.Id)).Select(c => new CaseCell(c.Team, c.TypeKey, c.StateCode, c.Kind, c.Holder,
                bands.Of(c.DueOn, c.OverdueAt), AgeBands.Of(c.ReceivedOn, bands.Today), c.HighProfile, c.Victims, c.Restricted, c.ParkedUntil is not null, 1)));
        }
        return cells;
    }

    static IQueryable<CaseCell> Cells(IQueryable<BandedCase> seen) =>
        from b in seen
        group b by new
        {
            b.File.Team, b.File.TypeKey, b.File.StateCode, b.File.StateKind, b.File.AssigneeId, b.File.Restricted,
            HighProfile = b.File.Patient != null && b.File.Patient.HighProfile, VictimScheme = b.File.Patient != null && b.File.Patient.VictimScheme, b.Due, b.Age, BroughtForward = b.File.ParkedUntil != null,
        } into g
        select new CaseCell(g.Key.Team, g.Key.TypeKey, g.Key.StateCode, g.Key.StateKind, g.Key.AssigneeId, (DueBand)g.Key.Due, (AgeBand)g.Key.Age,
            g.Key.HighProfile, g.Key.VictimScheme, g.Key.Restricted, g.Key.BroughtForward, g.Count());

    static IQueryable<BandedCase> Narrowed(IQueryable<BandedCase> seen, CaseFilter filter)
    {
        if (filter.Team is { } team) seen = seen.Where(b => b.File.Team == team);
        if (filter.Due is { Count: > 0 } due) { var bands = due.Select(d => (int)d).ToList(); seen = seen.Where(b => bands.Contains(b.Due)); }
        if (filter.Ages is { Count: > 0 } ages) { var bands = ages.Select(a => (int)a).ToList(); seen = seen.Where(b => bands.Contains(b.Age)); }
        if (filter.Types is { Count: > 0 } types) seen = seen.Where(b => types.Contains(b.File.TypeKey));
        if (filter.Kinds is { Count: > 0 } kinds) seen = seen.Where(b => kinds.Contains(b.File.StateKind));
        if (filter.States is { Count: > 0 } states) seen = seen.Where(b => states.Contains(b.File.StateCode));
        if (filter.Owner is CaseFilter.Nobody) seen = seen.Where(b => b.File.AssigneeId == null);
        else if (filter.Owner is not null) { PersonId? owner = filter.OwnerId ?? new PersonId(-1); seen = seen.Where(b => b.File.AssigneeId == owner); }
        if (filter.Flags is { Count: > 0 } flags)
        {
            var (high, victim, locked, away) = (flags.Contains(CaseFlag.HighProfile), flags.Contains(CaseFlag.VictimLiaison), flags.Contains(CaseFlag.Restricted), flags.Contains(CaseFlag.BroughtForward));
            seen = seen.Where(b => (high && b.File.Patient!.HighProfile) || (victim && b.File.Patient!.VictimScheme) || (locked && b.File.Restricted) || (away && b.File.ParkedUntil != null));
        }
        return seen;
    }

    static IQueryable<CaseFile> Sorted(IQueryable<BandedCase> seen, PortalDb db, CaseOrder order)
    {
        var files = seen.Select(b => b.File);
        return (order.Column switch
        {
            CaseColumn.Case => By(files, c => c.Reference, order),
            CaseColumn.Patient => order.Descending
                ? files.OrderByDescending(c => c.Patient == null ? c.Subject : c.Patient.Surname).ThenByDescending(c => c.Patient!.Forenames)
                : files.OrderBy(c => c.Patient == null ? c.Subject : c.Patient.Surname).ThenBy(c => c.Patient!.Forenames),
            CaseColumn.Type => By(files, c => c.TypeKey, order),
            CaseColumn.State => By(files, c => c.StateCode, order),
            CaseColumn.Owner => By(files, c => db.People.Where(p => p.Id == c.AssigneeId).Select(p => p.Name).FirstOrDefault(), order),
            // Longest open first is receipt ascending: the column counts days, not dates.
            CaseColumn.Age => By(files, c => c.ReceivedOn, order with { Descending = !order.Descending }),
            // Cases without a date stand last, whichever way round: the two databases differ on where nothing sorts.
            _ => order.Descending ? files.OrderBy(c => c.NextDueOn == null).ThenByDescending(c => c.NextDueOn) : files.OrderBy(c => c.NextDueOn == null).ThenBy(c => c.NextDueOn),
        }).ThenBy(c => c.Id);
    }

    static IOrderedQueryable<CaseFile> By<T>(IQueryable<CaseFile> files, Expression<Func<CaseFile, T>> key, CaseOrder order) =>
        order.Descending ? files.OrderByDescending(key) : files.OrderBy(key);

    static IQueryable<CaseRow> Rows(IQueryable<CaseFile> files) => files.Select(c => new CaseRow(c.Reference, c.Version, c.PatientNumber, c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames, c.TypeKey, c.StateCode,
        c.Team, c.AssigneeId, c.NextDueOn, c.NextOverdueAt, c.NextName, c.Patient != null && c.Patient.HighProfile, c.Patient != null && c.Patient.VictimScheme, c.Restricted, c.ReceivedOn, c.ClosedAt, c.Subject));

    async Task<IReadOnlyList<CaseRow>> WithOwners(List<CaseRow> rows, CancellationToken ct)
    {
        var people = await staff.Everyone(ct);
        return rows.ConvertAll(row => row.AssigneeId is { } owner ? row with { Owner = people.GetValueOrDefault(owner)?.Name ?? "Somebody who left" } : row);
    }
}
