using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.People;

/// <summary>The one writer of absences and cover.</summary>
public sealed class CoverDesk(PlainDesk desk, Storage storage)
{
    /// <param name="cover">Who acts meanwhile, recorded in the same commit; null: nobody yet, or somebody records it apart.</param>
    public Task<PlainOutcome> RecordAbsence(PersonId? person, DateOnly? from, DateOnly? to, string? reason, PersonId by, PersonId? cover = null, CancellationToken ct = default) => Work(by, async (on, writing) =>
    {
        var away = await Find(writing.Db, person, ct) ?? throw new RuleBroken(new Refusal("missing", "Choose who is away", "person"));
        var absence = Absence.Record(away, from, to, reason, on);
        await writing.Db.SaveChangesAsync(ct);
        if (cover is not null) await Lend(cover, away, absence, on, writing, ct);
        return (absence.Id, CoverTrail.Of(CoverTrail.AbsenceRecorded, absence, away, on));
    }, ct);

    /// <summary>Lends the post for the days of an absence that are left, and as long as one cover may last. Why somebody is away is not the business of all who read of the cover.</summary>
    static async Task Lend(PersonId? acts, Person away, Absence absence, Occasion on, Writing writing, CancellationToken ct)
    {
        if (absence.To < on.Today) throw new RuleBroken(new Refusal("invalid", "These days have passed, so nobody acts on them. Leave this empty", "cover"));
        var first = absence.From > on.Today ? absence.From : on.Today;
        var last = first.AddDays(Cover.LongestDays - 1);
        var deputy = await Find(writing.Db, acts, ct);
        Cover cover;
        try
        {
            cover = Cover.Record(deputy, away, first, absence.To < last ? absence.To : last, "Away", await writing.Db.Covers.AsNoTracking().ToListAsync(ct), on);
        }
        catch (RuleBroken broken)
        {
            throw new RuleBroken([.. broken.Reasons.Select(r => r with { Field = "cover" })]);
        }
        writing.Db.Covers.Add(cover);
        await writing.Db.SaveChangesAsync(ct);
        writing.Record(CoverTrail.Of(CoverTrail.CoverRecorded, cover, deputy!, away, on));
    }

    public Task<PlainOutcome> EndAbsence(int id, DateOnly? lastDay, PersonId by, CancellationToken ct = default) =>
        ChangeAbsence(id, CoverTrail.AbsenceEnded, (absence, away, on) => absence.End(away, Given(lastDay), on), by, ct);

    public Task<PlainOutcome> CancelAbsence(int id, PersonId by, CancellationToken ct = default) =>
        ChangeAbsence(id, CoverTrail.AbsenceCancelled, (absence, away, on) => absence.Cancel(away, on), by, ct);

    public Task<PlainOutcome> RecordCover(PersonId? acts, PersonId? lender, DateOnly? from, DateOnly? to, string? reason, PersonId by, CancellationToken ct = default) => Work(by, async (on, writing) =>
    {
        var (deputy, covered) = (await Find(writing.Db, acts, ct), await Find(writing.Db, lender, ct));
        var cover = Cover.Record(deputy, covered, from, to, reason, await writing.Db.Covers.AsNoTracking().ToListAsync(ct), on);
        writing.Db.Covers.Add(cover);
        await writing.Db.SaveChangesAsync(ct);
        return (cover.Id, CoverTrail.Of(CoverTrail.CoverRecorded, cover, deputy!, covered!, on));
    }, ct);

    public Task<PlainOutcome> EndCover(int id, DateOnly? lastDay, PersonId by, CancellationToken ct = default) =>
        ChangeCover(id, CoverTrail.CoverEnded, (cover, lender, on) => cover.End(lender, Given(lastDay), on), by, ct);

    public Task<PlainOutcome> CancelCover(int id, PersonId by, CancellationToken ct = default) =>
        ChangeCover(id, CoverTrail.CoverCancelled, (cover, lender, on) => cover.Cancel(lender, on), by, ct);

    Task<PlainOutcome> ChangeAbsence(int id, string kind, Action<Absence, Person, Occasion> change, PersonId by, CancellationToken ct) => Work(by, async (on, writing) =>
    {
        var away = await writing.Db.People.FirstOrDefaultAsync(p => p.Absences.Any(a => a.Id == id), ct) ?? throw Gone();
        var absence = away.Absences.First(a => a.Id == id);
        change(absence, away, on);
        return (id, CoverTrail.Of(kind, absence, away, on));
    }, ct);

    Task<PlainOutcome> ChangeCover(int id, string kind, Action<Cover, Person, Occasion> change, PersonId by, CancellationToken ct) => Work(by, async (on, writing) =>
    {
        var cover = await writing.Db.Covers.FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw Gone();
        var (deputy, lender) = (await Find(writing.Db, cover.By, ct), await Find(writing.Db, cover.For, ct));
        change(cover, lender!, on);
        return (id, CoverTrail.Of(kind, cover, deputy!, lender!, on));
    }, ct);

    Task<PlainOutcome> Work(PersonId by, Func<Occasion, Writing, Task<(int Id, TrailEntry Entry)>> work, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        // One after the other on either database, or two people at once could record the same days.
        await storage.LockChain(writing.Db, ct);
        var (id, entry) = await work(on, writing);
        writing.Record(entry);
        return (id, new FeedSignal(FeedSignal.People, entry.Team));
    }, ct);

    static Task<Person?> Find(PortalDb db, PersonId? id, CancellationToken ct) => db.People.FirstOrDefaultAsync(p => p.Id == id, ct);

    static DateOnly Given(DateOnly? day) => day ?? throw new RuleBroken(new Refusal("missing", "Enter the last day", "last-day"));

    static RuleBroken Gone() => new(new Refusal("not-found", "There is no such entry, or it isn’t one you can see"));
}
