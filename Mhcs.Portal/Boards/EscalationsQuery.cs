using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Boards;

/// <summary>Something that was raised to somebody's grade and that nobody has ticked as seen.</summary>
public sealed record EscalatedRow(CaseReference Reference, int Number, string Patient, string About, DateTimeOffset RaisedAt);

/// <summary>What a casework manager or a team manager is told of in the portal itself: the notices to their grade, in the teams in which they hold it today, oldest first.</summary>
public sealed class EscalationsQuery(Occasions occasions, IDbContextFactory<PortalDb> dbs)
{
    /// <summary>Most that are listed.</summary>
    public const int Most = 20;

    public async Task<(IReadOnlyList<EscalatedRow> Rows, int Total)> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { By: var actor }) return ([], 0);
        var (manager, teamManager) = (TeamsOf(actor, Grade.CaseworkManager), TeamsOf(actor, Grade.TeamManager));
        if (manager.Count + teamManager.Count == 0) return ([], 0);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var (toManager, toTeamManager) = (Parties.CaseworkManager.Key, Parties.TeamManager.Key);
        var told = from n in db.Notices.AsNoTracking()
                   where n.SentAt == null && (n.Party == toManager || n.Party == toTeamManager)
                   join c in db.Cases.AsNoTracking().SeenBy(actor).NotStoppedByDeath() on EF.Property<int>(n, "CaseId") equals c.Id
                   where (n.Party == toManager && manager.Contains(c.Team)) || (n.Party == toTeamManager && teamManager.Contains(c.Team))
                   select new { n.Number, n.About, n.RaisedAt, c.Reference, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames };
        var rows = await told.OrderBy(t => t.RaisedAt).ThenBy(t => t.Number).Take(Most).ToListAsync(ct);
        return ([.. rows.Select(t => new EscalatedRow(t.Reference, t.Number, t.Patient, t.About, t.RaisedAt))], rows.Count < Most ? rows.Count : await told.CountAsync(ct));
    }

    static List<string> TeamsOf(Actor actor, Grade grade) => [.. actor.Posts.Where(p => p.Grade == grade).Select(p => p.Team).OfType<string>().Distinct()];
}
