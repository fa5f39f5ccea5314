using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Confidential;

/// <param name="MayNote">The reader is the head to be told, and has not taken note.</param>
public sealed record OpeningRow(GlassBreak Opening, string By, string? NotedBy, bool MayNote)
{
    public bool IsOpen(DateTimeOffset now) => now < Opening.Until;
}

public sealed record ConflictRow(Person Person, ConflictOfInterest Conflict, string? LiftedBy, bool Mine, bool MayLift);

/// <param name="MayOpen">The reader may open a restricted file in an emergency.</param>
public sealed record Confidentialities(IReadOnlyList<OpeningRow> Openings, IReadOnlyList<ConflictRow> Conflicts, bool MayOpen, bool Leads, Occasion On);

/// <summary>Emergency openings and conflicts of interest, for whom they are business of: one's own, and those of the people one leads.</summary>
public sealed class ConfidentialQuery(IDbContextFactory<PortalDb> dbs, Staff staff, Occasions occasions)
{
    /// <summary>Openings that are shown.</summary>
    public const int Most = 100;

    public async Task<Confidentialities?> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        var everyone = await staff.Everyone(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var openings = await Mine(db.GlassBreaks.AsNoTracking(), on.By).OrderByDescending(o => o.Id).Take(Most).ToListAsync(ct);
        var leads = on.By.Posts.Any(p => p.Grade.DoesCasework && p.Grade >= Grade.DeputyHead);
        var conflicts = everyone.Values.Select(p => (Person: p, May: on.By.MayLiftConflictOf(p).Granted)).Where(p => p.Person.Id == me || p.May)
            .SelectMany(p => p.Person.Conflicts, (p, c) => new ConflictRow(p.Person, c, Name(c.LiftedBy), p.Person.Id == me, p.May && c.LiftedAt is null))
            .OrderBy(r => r.Conflict.LiftedAt is not null).ThenByDescending(r => r.Conflict.DeclaredOn);
        return new([.. openings.Select(o => new OpeningRow(o, Name(o.By) ?? "Nobody we know", Name(o.NotedBy), o.NotedAt is null && o.IsToldTo(on.By)))], [.. conflicts], leads, leads, on);

        string? Name(PersonId? id) => id is { } known ? everyone.GetValueOrDefault(known)?.Name : null;
    }

    /// <summary>Openings that this person is to take note of.</summary>
    public async Task<int> ToNote(PersonId me, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor || !actor.Posts.Any(p => p.Grade is Grade.HeadOfTeam or Grade.HeadOfSection)) return 0;
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await _unnoted(db).CountAsync(o => o.IsToldTo(actor), ct);
    }

    // A handful at any time. Compiled once for the database in use: every page of a head asks it for the menu.
    readonly Func<PortalDb, IAsyncEnumerable<GlassBreak>> _unnoted = EF.CompileAsyncQuery((PortalDb db) => db.GlassBreaks.AsNoTracking().Where(o => o.NotedAt == null));

    static IQueryable<GlassBreak> Mine(IQueryable<GlassBreak> openings, Actor actor)
    {
        var headed = Headed(actor);
        return actor.Posts.Any(p => p.Grade == Grade.HeadOfSection) ? openings : openings.Where(o => o.By == actor.Id || headed.Contains(o.Team));
    }

    static string[] Headed(Actor actor) => [.. actor.Posts.Where(p => p.Grade == Grade.HeadOfTeam).Select(p => p.Team).OfType<string>()];
}
