using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Guidance;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Guidance;

/// <summary>The one writer of guidance, and of who has read it.</summary>
public sealed class GuidanceDesk(PlainDesk desk, Storage storage, Staff staff)
{
    public const string Proposed = "GuidanceProposed", Approved = "GuidanceApproved", Declined = "GuidanceDeclined", Withdrawn = "GuidanceWithdrawn", Reviewed = "GuidanceReviewed", Given = "GuidanceOwnerChanged", Read = "GuidanceRead";
    public static readonly IReadOnlyList<string> Kinds = [Proposed, Approved, Declined, Withdrawn, Reviewed, Given, Read];

    static IEnumerable<string> Types => AllCaseTypes.All.Select(t => t.Key);

    /// <param name="key">The page that changes; null for a new one.</param>
    /// <param name="seen">The page as the person saw it; null: as it is now.</param>
    public Task<PlainOutcome> Propose(string? key, PageDraft draft, PersonId by, int? seen = null, CancellationToken ct = default) => Work(Proposed, by, async (on, db) =>
    {
        var page = key is null ? PolicyPage.New(draft, Types, await db.PolicyPages.Select(p => p.Key).ToListAsync(ct), on) : await Page(db, key, seen, on, ct);
        if (key is null) db.PolicyPages.Add(page);
        await db.SaveChangesAsync(ct);
        var version = page.Propose(draft, await db.PageVersions.Where(v => v.PageId == page.Id).ToListAsync(ct), Types, on);
        db.PageVersions.Add(version);
        await db.SaveChangesAsync(ct);
        return (page, Of(page, version));
    }, ct);

    public Task<PlainOutcome> Decide(int version, bool approve, PersonId by, CancellationToken ct = default) => OnVersion(approve ? Approved : Declined, version, by, (page, found, on) => page.Decide(found, approve, on), ct);

    public Task<PlainOutcome> Withdraw(int version, PersonId by, CancellationToken ct = default) => OnVersion(Withdrawn, version, by, (page, found, on) => page.Withdraw(found, on), ct);

    /// <summary>Somebody says that they have read the version in force. Said twice it counts once.</summary>
    /// <param name="number">The version that stood before them.</param>
    public Task<PlainOutcome> Confirm(string key, int number, PersonId by, CancellationToken ct = default) => Work(Read, by, async (on, db) =>
    {
        var page = await Page(db, key, null, on, ct);
        if (!on.By.Posts.Any(p => p.Grade.DoesCasework)) throw new RuleBroken(new Refusal("not-entitled", "Those who do casework confirm what they have read"));
        if (page.Current == 0) throw new RuleBroken(new Refusal("wrong-state", "No version of this page is in force yet"));
        if (page.Current != number) throw new RuleBroken(new Refusal("wrong-state", "There is a newer version by now. Load the page again, and read that one"));
        if (!await db.PageReadings.AnyAsync(r => r.PageId == page.Id && r.Number == number && r.Person == by, ct)) db.PageReadings.Add(new(page.Id, number, by, on.At));
        return (page, new { page.Key, page.Title, version = number });
    }, ct);

    public Task<PlainOutcome> Review(string key, DateOnly? next, PersonId by, int? seen = null, CancellationToken ct = default) => Work(Reviewed, by, async (on, db) =>
    {
        var page = await Page(db, key, seen, on, ct);
        page.Reviewed(next, on);
        return (page, new { page.Key, page.Title, page.ReviewOn });
    }, ct);

    public Task<PlainOutcome> GiveTo(string key, PersonId? owner, PersonId by, int? seen = null, CancellationToken ct = default) => Work(Given, by, async (on, db) =>
    {
        var page = await Page(db, key, seen, on, ct);
        var person = owner is { } id ? await staff.Find(id, ct) : null;
        page.GiveTo(person, on);
        return (page, new { page.Key, page.Title, owner = person!.UserName });
    }, ct);

    Task<PlainOutcome> OnVersion(string kind, int id, PersonId by, Action<PolicyPage, PageVersion, Occasion> change, CancellationToken ct) => Work(kind, by, async (on, db) =>
    {
        var version = await db.PageVersions.FirstOrDefaultAsync(v => v.Id == id, ct) ?? throw Gone();
        var page = await db.PolicyPages.FirstAsync(p => p.Id == version.PageId, ct);
        change(page, version, on);
        return (page, Of(page, version));
    }, ct);

    Task<PlainOutcome> Work(string kind, PersonId by, Func<Occasion, PortalDb, Task<(PolicyPage Page, object What)>> work, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        // One after the other on either database, or two versions of a page could wait at once.
        await storage.LockChain(writing.Db, ct);
        var (page, what) = await work(on, writing.Db);
        writing.Record(new TrailEntry { Kind = kind, By = on.By.Id, At = on.At, Data = JsonSerializer.Serialize(what, EventJson.Options) });
        return (page.Id, new FeedSignal(FeedSignal.Guidance));
    }, ct);

    static object Of(PolicyPage page, PageVersion version) => new { page.Key, version.Title, version = version.Number, version.Change, version.Governs, version.ReviewOn, version.MustRead, version.ReadBy };

    /// <summary>A page that is not in force yet is there for those who write.</summary>
    static async Task<PolicyPage> Page(PortalDb db, string key, int? seen, Occasion on, CancellationToken ct)
    {
        var mayWrite = PolicyPage.MayWrite(on.By);
        var page = await db.PolicyPages.FirstOrDefaultAsync(p => p.Key == key && (p.Current > 0 || mayWrite), ct) ?? throw Gone();
        return seen is { } version && page.Version != version ? throw new DbUpdateConcurrencyException("Changed since it was read") : page;
    }

    static RuleBroken Gone() => new(new Refusal("not-found", "There is no such page of guidance"));
}
