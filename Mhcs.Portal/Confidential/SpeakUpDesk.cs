using System.Security.Cryptography;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Confidentiality;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Confidential;

/// <param name="From">Null where it was sent without a name.</param>
public sealed record ReportRow(int Id, Confidant To, string? From, string Text, DateTimeOffset At, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt);

/// <param name="Mine">What this person sent under their name.</param>
/// <param name="Received">What was sent to this person; null where nothing ever is.</param>
public sealed record Reports(IReadOnlyList<ReportRow> Mine, IReadOnlyList<ReportRow>? Received);

/// <summary>Reports of impropriety: written, read and answered, and kept from everybody else. Texts are sealed before they reach the database, stand in no search, and not in the trail.</summary>
public sealed class SpeakUpDesk(PlainDesk desk, IDbContextFactory<PortalDb> dbs, Staff staff, Occasions occasions, IDataProtectionProvider protection)
{
    /// <summary>Reports that are shown of each kind.</summary>
    public const int Most = 200;
    readonly IDataProtector _seal = protection.CreateProtector("impropriety-report");

    /// <param name="named">With the writer's name, so that they can be answered and asked; otherwise nothing anywhere says who it was.</param>
    public Task<PlainOutcome> Send(Confidant? to, string? text, bool named, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var (reader, words) = ImproprietyReport.Check(to, text);
        // Without a name the hour would tell on somebody who was signed in at night.
        var at = named ? on.At : London.At(on.Today, TimeOnly.MinValue);
        var report = new ImproprietyReport { To = reader, By = named ? on.By.Id : null, Sealed = _seal.Protect(words), At = at };
        writing.Db.ImproprietyReports.Add(report);
        await writing.Db.SaveChangesAsync(ct);
        // Nor has it an entry of the trail then: its place among the others would tell the hour again.
        if (named) writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Reported, null, null, new { to = reader.ToString() }, on));
        return (report.Id, new FeedSignal(FeedSignal.People));
    }, ct);

    public Task<PlainOutcome> Answer(int id, string? text, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var report = await writing.Db.ImproprietyReports.FirstOrDefaultAsync(r => r.Id == id, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such report for you"));
        report.Answer(text, _seal.Protect, on);
        writing.Record(ConfidentialTrail.Of(ConfidentialTrail.Answered, null, null, new { report.Id }, on));
        return (id, new FeedSignal(FeedSignal.People));
    }, ct);

    public async Task<Reports?> For(PersonId me, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on) return null;
        var everyone = await staff.Everyone(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var mine = await db.ImproprietyReports.AsNoTracking().Where(r => r.By == me).OrderByDescending(r => r.Id).Take(Most).ToListAsync(ct);
        Confidant? reads = Enum.GetValues<Confidant>().Where(c => ImproprietyReport.IsReader(c, on.By.Person)).Cast<Confidant?>().FirstOrDefault();
        var received = reads is { } kind ? await db.ImproprietyReports.AsNoTracking().Where(r => r.To == kind).OrderBy(r => r.AnsweredAt != null).ThenByDescending(r => r.Id).Take(Most).ToListAsync(ct) : null;
        return new([.. mine.Select(Row)], received is null ? null : [.. received.Select(Row)]);

        ReportRow Row(ImproprietyReport r) => new(r.Id, r.To, Name(r.By), Opened(r.Sealed), r.At, r.SealedAnswer is { } answer ? Opened(answer) : null, Name(r.AnsweredBy), r.AnsweredAt);

        string? Name(PersonId? id) => id is { } known ? everyone.GetValueOrDefault(known)?.Name : null;
    }

    string Opened(string text)
    {
        try
        {
            return _seal.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return "This can’t be read: the key it was sealed with is gone.";
        }
    }
}
