using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Chasing;

/// <summary>A paper of one case, for a letter or a list.</summary>
public readonly record struct OwedPaper(CaseReference Reference, string Paper);

/// <summary>A paper that is owed to us, as the list shows it.</summary>
/// <param name="ChaseOn">The day by which it is chased next; null until it was asked for.</param>
public sealed record OwedRow(OwedPaper Key, string Label, string Source, PaperStanding Standing, int Chases, DateTimeOffset WantedAt, DateTimeOffset? RequestedAt, DateOnly? ChaseOn, DateTimeOffset? OverdueAt,
    string Patient, string TypeKey, string StateCode, bool HighProfile, bool VictimScheme, bool Restricted)
{
    /// <summary>Steps of the case as it stands that wait for this paper.</summary>
    public IReadOnlyList<string> HoldsUpNow => [.. AllCaseTypes.Get(TypeKey).MovesFrom[StateCode].Where(m => m.Needs.Any(r => r.Mend?.Kind == Domain.Workflow.MendKind.GetPaper && r.Mend.Key == Key.Paper)).Select(m => m.Step.Label).Distinct()];
}

/// <summary>So many papers of one source, case type and standing.</summary>
public sealed record OwedCell(string Source, string TypeKey, string Team, bool Asked, bool Late, bool Told, int Count);

/// <param name="Cells">How many papers each value of each filter would leave.</param>
public sealed record OwedPage(IReadOnlyList<OwedRow> Rows, int Total, int Page, int Size, IReadOnlyList<OwedCell> Cells, IReadOnlyList<Team> Teams, DateTimeOffset At)
{
    public int With(OwedFilter filter) => Cells.Where(c => (filter.Team is null || c.Team == filter.Team) && (filter.Source is null || c.Source == filter.Source) && (filter.Type is null || c.TypeKey == filter.Type)
        && filter.View switch { OwedView.ToAsk => !c.Asked, OwedView.Late => c.Late, OwedView.Told => c.Told, _ => true }).Sum(c => c.Count);
}

/// <summary>Papers that others owe us on open cases, those to chase first; counted and paged in SQL.</summary>
public sealed class OwedQuery(IDbContextFactory<PortalDb> dbs, Occasions occasions)
{
    public async Task<OwedPage?> For(PersonId me, OwedFilter filter, int page = 1, int size = 25, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on || (on.By.Teams().Length == 0 && !on.By.SeesAllTeams())) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var owed = Owed(db, on.By, filter.Mine ? [me, .. on.By.Covered.Select(p => (PersonId?)p.Holder)] : null);
        var today = on.Today;
        var cells = await owed.GroupBy(o => new { o.Paper.Source, o.File.TypeKey, o.File.Team, Asked = o.Paper.RequestedAt != null, Late = o.Date != null && o.Date.InternalDue <= today, Told = o.Paper.Chases >= CaseFile.ChasesToManager })
            .Select(g => new OwedCell(g.Key.Source, g.Key.TypeKey, g.Key.Team, g.Key.Asked, g.Key.Late, g.Key.Told, g.Count())).ToListAsync(ct);
        var found = new OwedPage([], 0, 1, Math.Clamp(size, 1, CaseListQuery.MostOnAPage), cells, [.. on.Book.Teams.All.Where(t => on.By.SeesTeam(t.Code))], on.At);
        var total = found.With(filter);
        page = Math.Clamp(page, 1, Math.Max(1, (total + found.Size - 1) / found.Size));
        var rows = await Narrowed(owed, filter, today).OrderBy(o => o.Date == null).ThenBy(o => o.Date!.InternalDue).ThenBy(o => o.Paper.WantedAt).ThenBy(o => o.File.Id).ThenBy(o => o.Paper.Paper)
            .Skip((page - 1) * found.Size).Take(found.Size)
            .Select(o => new OwedRow(new(o.File.Reference, o.Paper.Paper), o.Paper.Label, o.Paper.Source, o.Paper.Standing, o.Paper.Chases, o.Paper.WantedAt, o.Paper.RequestedAt,
                o.Date == null ? null : o.Date.InternalDue, o.Date == null ? null : o.Date.OverdueAt, o.File.Patient == null ? o.File.Subject! : o.File.Patient.Surname + ", " + o.File.Patient.Forenames,
                o.File.TypeKey, o.File.StateCode, o.File.Patient != null && o.File.Patient.HighProfile, o.File.Patient != null && o.File.Patient.VictimScheme, o.File.Restricted)).ToListAsync(ct);
        return found with { Rows = rows, Total = total, Page = page };
    }

    sealed class Owing
    {
        public required WantedPaper Paper { get; init; }
        public required CaseFile File { get; init; }
        public Deadline? Date { get; init; }
    }

    static IQueryable<Owing> Owed(PortalDb db, Actor actor, List<PersonId?>? holders) =>
        from file in db.Cases.AsNoTracking().SeenBy(actor)
        where file.ClosedAt == null && (holders == null || holders.Contains(file.AssigneeId))
        from paper in file.WantedPapers
        where paper.Standing == PaperStanding.Wanted || paper.Standing == PaperStanding.Requested || paper.Standing == PaperStanding.Chased
        from date in file.Deadlines.Where(d => d.Number == paper.ChaseDate && d.MetAt == null && d.EndedAt == null).DefaultIfEmpty()
        select new Owing { Paper = paper, File = file, Date = date };

    static IQueryable<Owing> Narrowed(IQueryable<Owing> owed, OwedFilter filter, DateOnly today)
    {
        if (filter.Team is { } team) owed = owed.Where(o => o.File.Team == team);
        if (filter.Source is { } source) owed = owed.Where(o => o.Paper.Source == source);
        if (filter.Type is { } type) owed = owed.Where(o => o.File.TypeKey == type);
        return filter.View switch
        {
            OwedView.ToAsk => owed.Where(o => o.Paper.RequestedAt == null),
            OwedView.Late => owed.Where(o => o.Date != null && o.Date.InternalDue <= today),
            OwedView.Told => owed.Where(o => o.Paper.Chases >= CaseFile.ChasesToManager),
            _ => owed,
        };
    }
}
