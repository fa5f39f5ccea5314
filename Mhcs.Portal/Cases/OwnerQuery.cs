using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Cases;

/// <summary>Somebody the case could be given to: the load before and after, and why not.</summary>
public sealed record OwnerChoice(Person Person, Load Before, Load After, IReadOnlyList<string> WhyNot)
{
    /// <summary>The file is restricted, and with the case they are named on it.</summary>
    public bool LetsIn { get; init; }
}

/// <summary>Who could hold a case: the people of its team with their loads.</summary>
public sealed class OwnerQuery(IDbContextFactory<PortalDb> dbs, Staff staff)
{
    public async Task<IReadOnlyList<OwnerChoice>> For(CaseView view, CancellationToken ct = default)
    {
        var file = view.File;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var points = await db.Cases.SeenBy(view.On.By).Where(c => c.Team == file.Team && c.ClosedAt == null && c.AssigneeId != null)
            .GroupBy(c => c.AssigneeId).Select(g => new { Owner = g.Key, Points = g.Sum(c => c.Weight) }).ToDictionaryAsync(g => g.Owner!.Value, g => g.Points, ct);
        return [.. (await staff.Of(file.Team, ct)).Where(p => p.Grade.HoldsCases).Select(p => Choice(p, file, view.On, points.GetValueOrDefault(p.Id)))
            .OrderBy(c => c.WhyNot.Count > 0).ThenBy(c => c.After.Percent).ThenBy(c => c.Person.Name, StringComparer.Ordinal)];
    }

    static OwnerChoice Choice(Person person, CaseFile file, Occasion on, int points)
    {
        var before = new Load(points, person.Capacity);
        List<string> reasons = [.. file.WhyNot(person, on.Today, letIn: true)];
        if (on.By.MayAssign(file, person.Id) is { Granted: false, Reason: var reason }) reasons.Add(reason);
        return new(person, before, file.AssigneeId == person.Id ? before : before.With(file.Weight), reasons) { LetsIn = file.Restricted && !file.Named.Contains(person.Id) };
    }
}
