using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Contacts;
using Mhcs.Domain.Engagement;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Engagement;

/// <summary>The one writer of the contact log, and of visits, open days and training.</summary>
public sealed class EngagementDesk(PlainDesk desk, Staff staff)
{
    public const string ContactRecorded = "ContactRecorded", ContactAnswered = "ContactAnswered", Planned = "TeamEventPlanned", Held = "TeamEventHeld", FeedbackAdded = "TeamEventFeedback", Cancelled = "TeamEventCancelled";
    public static readonly IReadOnlyList<string> Kinds = [ContactRecorded, ContactAnswered, Planned, Held, FeedbackAdded, Cancelled];

    /// <param name="reference">The case it was about, as typed.</param>
    public Task<PlainOutcome> Record(ContactDetails details, int? entry, string? reference, PersonId by, CancellationToken ct = default) => Work(ContactRecorded, by, async (on, db) =>
    {
        var contact = Contact.Record(details with { Reference = await Case(db, reference, on, ct) }, await Entry(db, entry, ct), on);
        db.Contacts.Add(contact);
        await db.SaveChangesAsync(ct);
        return (contact.Id, contact.Team, Recorded(contact));
    }, ct);

    public Task<PlainOutcome> Answer(int id, string? outcome, ChallengeResult? result, PersonId by, CancellationToken ct = default) => Work(ContactAnswered, by, async (on, db) =>
    {
        var contact = await db.Contacts.SeenBy(on.By, db).FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw Gone();
        contact.Answer(outcome, result, on);
        return (id, contact.Team, Answered(contact));
    }, ct);

    public Task<PlainOutcome> Plan(TeamEventDetails details, int? entry, IReadOnlyList<PersonId> attending, PersonId by, CancellationToken ct = default) => Work(Planned, by, async (on, db) =>
    {
        var everyone = await staff.Everyone(ct);
        var planned = TeamEvent.Plan(details with { Staff = [.. attending.Select(id => everyone.GetValueOrDefault(id)).OfType<Person>()] }, await Entry(db, entry, ct), on);
        db.TeamEvents.Add(planned);
        await db.SaveChangesAsync(ct);
        return (planned.Id, planned.Team, PlannedWords(planned));
    }, ct);

    /// <param name="version">The event as the person saw it; null: as it is now.</param>
    public Task<PlainOutcome> Hold(int id, IReadOnlyCollection<int> came, string? report, PersonId by, int? version = null, CancellationToken ct = default) => Change(Held, id, version, by, (held, on) =>
    {
        held.Hold(came, report, on);
        return HeldWords(held);
    }, ct);

    public Task<PlainOutcome> AddFeedback(int id, string? from, int? mark, string? words, PersonId by, int? version = null, CancellationToken ct = default) => Change(FeedbackAdded, id, version, by, (held, on) =>
    {
        held.AddFeedback(from, mark, words, on);
        return new { held.Id, held.Title, feedback = held.Feedback[^1] };
    }, ct);

    public Task<PlainOutcome> Cancel(int id, PersonId by, int? version = null, CancellationToken ct = default) => Change(Cancelled, id, version, by, (held, on) =>
    {
        held.Cancel(on);
        return new { held.Id, held.Title };
    }, ct);

    Task<PlainOutcome> Change(string kind, int id, int? version, PersonId by, Func<TeamEvent, Occasion, object> change, CancellationToken ct) => Work(kind, by, async (on, db) =>
    {
        var held = await db.TeamEvents.FirstOrDefaultAsync(e => e.Id == id, ct) ?? throw Gone();
        if (version is { } seen && held.Version != seen) throw new DbUpdateConcurrencyException("Changed since it was read");
        return (id, held.Team, change(held, on));
    }, ct);

    Task<PlainOutcome> Work(string kind, PersonId by, Func<Occasion, PortalDb, Task<(int Id, string? Team, object What)>> work, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        var (id, team, what) = await work(on, writing.Db);
        writing.Record(Entry(kind, team, on.By.Id, on.At, what));
        return (id, new FeedSignal(FeedSignal.Directory, team));
    }, ct);

    /// <summary>An act as the trail keeps it.</summary>
    public static TrailEntry Entry(string kind, string? team, PersonId by, DateTimeOffset at, object what) => new() { Kind = kind, Team = team, By = by, At = at, Data = JsonSerializer.Serialize(what, EventJson.Options) };

    public static object Recorded(Contact contact) => new { contact.Id, kind = contact.Kind.ToString(), contact.EntryId, contact.With, contact.About, contact.On, reference = contact.Reference?.Value, contact.FollowUpOn };

    public static object Answered(Contact contact) => new { contact.Id, contact.Outcome, result = contact.Result?.ToString() };

    public static object PlannedWords(TeamEvent planned) => new { planned.Id, kind = planned.Kind.ToString(), planned.Title, planned.EntryId, planned.Where, planned.On, expected = planned.Attendees.Count };

    public static object HeldWords(TeamEvent held) => new { held.Id, held.Title, came = held.Attendees.Count(a => a.Came == true), expected = held.Attendees.Count, held.Report };

    static async Task<DirectoryEntry?> Entry(PortalDb db, int? id, CancellationToken ct) =>
        id is { } chosen ? await db.Directory.AsNoTracking().FirstOrDefaultAsync(e => e.Id == chosen && e.MergedInto == null, ct) ?? throw new RuleBroken(new Refusal("invalid", "There is no such entry in the directory. Choose one from the list", "entry")) : null;

    static async Task<CaseReference?> Case(PortalDb db, string? typed, Occasion on, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (!CaseReference.TryParse(typed.Trim(), null, out var reference) || await db.Cases.AsNoTracking().SeenBy(on.By).FirstOrDefaultAsync(c => c.Reference == reference, ct) is not { } file)
            throw new RuleBroken(new Refusal("invalid", "There is no case with this reference, or it isn’t one you can see. Check it, or leave it out", "reference"));
        return !on.By.OnlyReads(file) ? reference : throw new RuleBroken(new Refusal("not-entitled", $"You opened {reference} to read it. Ask somebody named on it to record this", "reference"));
    }

    static RuleBroken Gone() => new(new Refusal("not-found", "There is no such entry, or it isn’t one you can see"));
}
