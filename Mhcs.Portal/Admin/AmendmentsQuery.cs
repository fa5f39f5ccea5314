using Mhcs.Domain.Amendments;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Admin;

/// <summary>A change as it is listed.</summary>
/// <param name="Mine">The reader proposed it.</param>
public sealed record AmendmentRow(Amendment Amendment, string What, string To, string ProposedBy, string? DecidedBy, bool Mine);

/// <summary>The matrix and the targets as they stand, and what waits for approval or was decided.</summary>
public sealed record AmendmentsPage(IReadOnlyList<(Authority Authority, AuthorityLevel Level)> Levels, IReadOnlyList<(Term Term, int Amount, bool Changed)> Targets,
    IReadOnlyList<AmendmentRow> Waiting, IReadOnlyList<AmendmentRow> Decided, DateTimeOffset At);

public sealed class AmendmentsQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, TimeProvider clock)
{
    public async Task<AmendmentsPage> For(PersonId me, AmendmentSubject subject, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var people = await staff.Everyone(ct);
        var rows = (await db.Amendments.AsNoTracking().ToListAsync(ct)).Where(a => a.Subject == subject).OrderByDescending(a => a.DecidedAt ?? a.ProposedAt).Select(Row).ToList();
        var changed = rows.Where(r => r.Amendment.InForceFrom <= clock.GetUtcNow()).Select(r => r.Amendment.Key).ToHashSet(StringComparer.Ordinal);
        return new([.. Authorities.All.Select(a => (a, reference.LevelOf(a)))],
            [.. from t in Terms.All where t.Binding == Binding.Target && reference.Book.Targets.AmountOf(t.Rule) is not null select (t, reference.Book.Targets.AmountOf(t.Rule)!.Value, changed.Contains(t.Rule))],
            [.. rows.Where(r => r.Amendment.Standing == AmendmentStanding.Proposed)], [.. rows.Where(r => r.Amendment.Standing != AmendmentStanding.Proposed)], clock.GetUtcNow());

        AmendmentRow Row(Amendment a) => new(a, What(a), To(a), people.GetValueOrDefault(a.ProposedBy)?.Name ?? "Somebody who left", a.DecidedBy is { } by ? people.GetValueOrDefault(by)?.Name : null, a.ProposedBy == me);
    }

    static string What(Amendment a) => a.Subject switch
    {
        AmendmentSubject.Template => Papers.All.FirstOrDefault(p => p.Key == a.Key)?.Label ?? a.Key,
        AmendmentSubject.Target => $"{a.Key}, {Terms.Find(a.Key)?.Name}",
        _ => Authorities.All.FirstOrDefault(x => x.Key == a.Key)?.Label ?? a.Key,
    };

    static string To(Amendment a) => a.Subject switch { AmendmentSubject.Template => $"Version {a.Version}", AmendmentSubject.Target => $"{a.Amount}", _ => Amendment.Words(a.Level, a.HighProfile) };
}
