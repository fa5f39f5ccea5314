using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>A task or a brought-forward as a list shows it.</summary>
/// <param name="IsAway">The case is put away until it.</param>
/// <param name="CoveringFor">Whose it is, where the reader covers them.</param>
public sealed record TaskRow(CaseReference Reference, int Number, string What, string Patient, bool IsAway, DateOnly DueOn, Due Chip, string? CoveringFor);

/// <summary>Open tasks by whose they are: those given to a person, and those on the cases they hold. Whoever covers somebody today has theirs too, and those who are named for victims what is to be done for them.</summary>
public sealed class TasksQuery(IDbContextFactory<PortalDb> dbs, Occasions occasions)
{
    public const int Most = 200;

    /// <summary>Soonest first, up to a day.</summary>
    public async Task<IReadOnlyList<TaskRow>> For(PersonId me, DateOnly until, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } now) return [];
        var covered = now.By.Covered.ToDictionary(p => p.Holder, p => p.HolderName);
        List<PersonId?> whose = [me, .. covered.Keys.Select(id => (PersonId?)id)];
        await using var db = await dbs.CreateDbContextAsync(ct);
        var rows = await (from d in db.Deadlines.AsNoTracking()
                          where d.MetAt == null && d.EndedAt == null && (d.Rule == Terms.Task.Rule || d.Rule == Terms.BroughtForward.Rule) && d.InternalDue <= until
                          join c in db.Cases.AsNoTracking().OpenTo(now.By).Where(c => c.ClosedAt == null) on EF.Property<int>(d, "CaseId") equals c.Id
                          where whose.Contains(d.For) || (d.For == null && whose.Contains(c.AssigneeId))
                          orderby d.InternalDue, c.Id, d.Number
                          select new { c.Reference, d.Number, d.Name, d.Rule, d.For, d.CameBackAt, d.InternalDue, d.OverdueAt, c.AssigneeId, Patient = c.Patient == null ? c.Subject! : c.Patient.Surname + ", " + c.Patient.Forenames }).Take(Most).ToListAsync(ct);
        return [.. rows.Select(r => new TaskRow(r.Reference, r.Number, r.Name, r.Patient, r.Rule == Terms.BroughtForward.Rule && r.CameBackAt is null, r.InternalDue,
            Due.Of(r.InternalDue, r.OverdueAt, now.At), covered.GetValueOrDefault((r.For ?? r.AssigneeId)!.Value)))];
    }
}
