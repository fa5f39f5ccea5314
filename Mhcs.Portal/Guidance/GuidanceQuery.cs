using Mhcs.Domain.Amendments;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

// Translated to lower() of the database: there is no culture there, and no other form that both databases understand.
#pragma warning disable CA1304, CA1311, CA1862

namespace Mhcs.Portal.Guidance;

/// <summary>A page as it is listed.</summary>
/// <param name="Passage">Where the words that were looked for stand in it.</param>
public sealed record PageRow(PolicyPage Page, string? Owner, string? Passage);

/// <param name="Decided">Who approved, declined or withdrew it.</param>
public sealed record VersionRow(PageVersion Version, string Key, string By, string? Decided, bool Mine);

/// <param name="Unread">What the reader must read and has not confirmed.</param>
/// <param name="Changes">The change log: versions that came into force, newest first.</param>
public sealed record GuidanceView(IReadOnlyList<PageRow> Pages, IReadOnlyList<UnreadPage> Unread, IReadOnlyList<VersionRow> Waiting, IReadOnlyList<VersionRow> Changes, bool MayWrite, DateTimeOffset At);

/// <summary>Whether somebody of one's people has read a page; <paramref name="At"/> is null while they have not.</summary>
public sealed record ReaderRow(Person Person, DateTimeOffset? At);

/// <param name="Shown">The version in force; the one that waits where there is none yet.</param>
/// <param name="Confirmed">When the reader confirmed it.</param>
/// <param name="Readers">Of those whom the reader leads; empty where nobody must read it.</param>
public sealed record GuidancePageView(PolicyPage Page, string? Owner, VersionRow Shown, IReadOnlyList<VersionRow> Versions, UnreadPage? Unread, DateTimeOffset? Confirmed, IReadOnlyList<ReaderRow> Readers, IReadOnlyList<Person> Owners, bool MayWrite, DateTimeOffset At);

/// <summary>Reads the guidance.</summary>
public sealed class GuidanceQuery(IDbContextFactory<PortalDb> dbs, Staff staff, TimeProvider clock)
{
    public const int MostPages = 200, MostChanges = 12;
    const int Around = 90;

    /// <param name="words">Each of them stands in the title or the text.</param>
    public async Task<GuidanceView?> All(PersonId me, string? words, CancellationToken ct = default)
    {
        if (await Caseworker(me, ct) is not { } actor) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var asked = (words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(6).ToArray();
        var inForce = from page in db.PolicyPages.AsNoTracking() join version in db.PageVersions.AsNoTracking() on new { page.Id, Number = page.Current } equals new { Id = version.PageId, version.Number } select new { page, version };
        foreach (var word in asked) inForce = inForce.Where(x => x.version.Title.ToLower().Contains(word) || x.version.Text.ToLower().Contains(word));
        var found = await inForce.OrderBy(x => x.page.Area).ThenBy(x => x.page.Title).Take(MostPages).Select(x => new { x.page, Text = asked.Length > 0 ? x.version.Text : null }).ToListAsync(ct);
        var people = await staff.Everyone(ct);
        var decided = await Versions(db.PageVersions.Where(v => v.Standing == AmendmentStanding.Approved && v.ProposedBy != PersonId.Clock).OrderByDescending(v => v.DecidedAt).Take(MostChanges), db, people, me, ct);
        var waiting = await Versions(db.PageVersions.Where(v => v.Standing == AmendmentStanding.Proposed).OrderBy(v => v.ProposedAt), db, people, me, ct);
        return new([.. found.Select(x => new PageRow(x.page, Name(people, x.page.Owner), x.Text is { } text ? Passage(text, asked) : null))], actor.Unread,
            PolicyPage.MayWrite(actor) ? waiting : [], decided, PolicyPage.MayWrite(actor), clock.GetUtcNow());
    }

    /// <summary>Null where there is no such page for this person.</summary>
    public async Task<GuidancePageView?> Page(PersonId me, string key, CancellationToken ct = default)
    {
        if (await Caseworker(me, ct) is not { } actor) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var mayWrite = PolicyPage.MayWrite(actor);
        if (await db.PolicyPages.AsNoTracking().FirstOrDefaultAsync(p => p.Key == key && (p.Current > 0 || mayWrite), ct) is not { } page) return null;
        var people = await staff.Everyone(ct);
        var versions = await Versions(db.PageVersions.Where(v => v.PageId == page.Id && (mayWrite || v.Standing == AmendmentStanding.Approved)).OrderByDescending(v => v.Number), db, people, me, ct);
        var from = page.MustRead ?? page.Current;
        var readings = await db.PageReadings.AsNoTracking().Where(r => r.PageId == page.Id && r.Number >= from).ToListAsync(ct);
        var led = page.MustRead is null ? [] : people.Values.Where(p => p.Active && p.Grade.DoesCasework && p.Id != me && actor.Posts.Any(post => post.Grade == Grade.HeadOfSection || (post.Grade.LeadsPeople && post.Team == p.Team)));
        return new(page, Name(people, page.Owner), versions.FirstOrDefault(v => v.Version.Number == page.Current) ?? versions[0], versions, actor.Unread.FirstOrDefault(u => u.Key == key), readings.Find(r => r.Person == me)?.At,
            [.. led.Select(p => new ReaderRow(p, readings.Find(r => r.Person == p.Id)?.At)).OrderBy(r => r.At is not null).ThenBy(r => r.Person.Team, StringComparer.Ordinal).ThenBy(r => r.Person.Name, StringComparer.Ordinal)],
            mayWrite ? [.. people.Values.Where(p => p.Active && p.Grade >= Grade.DeputyHead).OrderBy(p => p.Name, StringComparer.Ordinal)] : [], mayWrite, clock.GetUtcNow());
    }

    /// <summary>What of the guidance is somebody's own to do: to read, and to review; heads see every review that is overdue.</summary>
    public async Task<(IReadOnlyList<UnreadPage> Unread, IReadOnlyList<PolicyPage> ToReview, DateOnly Today)> Mine(PersonId me, CancellationToken ct = default)
    {
        var today = London.Day(clock.GetUtcNow());
        if (await Caseworker(me, ct) is not { } actor) return ([], [], today);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var head = actor.Posts.Any(p => p.Grade >= Grade.HeadOfTeam);
        return (actor.Unread, await db.PolicyPages.AsNoTracking().Where(p => p.Current > 0 && p.ReviewOn < today && (head || p.Owner == me)).OrderBy(p => p.ReviewOn).ToListAsync(ct), today);
    }

    static async Task<IReadOnlyList<VersionRow>> Versions(IQueryable<PageVersion> versions, PortalDb db, IReadOnlyDictionary<PersonId, Person> people, PersonId me, CancellationToken ct)
    {
        var read = await versions.AsNoTracking().ToListAsync(ct);
        var ids = read.Select(v => v.PageId).Distinct().ToList();
        var keys = await db.PolicyPages.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Key, ct);
        return [.. read.Select(v => new VersionRow(v, keys[v.PageId], v.ProposedBy == PersonId.Clock ? "The portal" : Name(people, v.ProposedBy)!, Name(people, v.DecidedBy), v.ProposedBy == me))];
    }

    async Task<Actor?> Caseworker(PersonId me, CancellationToken ct) => await staff.Actor(me, ct) is { } actor && actor.Posts.Any(p => p.Grade.DoesCasework) ? actor : null;

    static string? Name(IReadOnlyDictionary<PersonId, Person> people, PersonId? id) => id is { } known ? people.GetValueOrDefault(known)?.Name ?? "Somebody who has left" : null;

    static string? Passage(string text, string[] words)
    {
        var at = words.Select(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        if (at < 0) return null;
        var (from, to) = (Math.Max(0, at - Around), Math.Min(text.Length, at + Around));
        var passage = string.Join(' ', text[from..to].Split(['\n', ' ', '#', '*', '|'], StringSplitOptions.RemoveEmptyEntries));
        return $"{(from > 0 ? "… " : "")}{passage}{(to < text.Length ? " …" : "")}";
    }
}
