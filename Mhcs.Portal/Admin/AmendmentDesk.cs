using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mhcs.Domain.Amendments;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents.Library;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Admin;

/// <summary>The one writer of changes to the authority matrix, the targets and the texts of papers.</summary>
public sealed class AmendmentDesk(PlainDesk desk, Storage storage, ReferenceData reference, TemplateLibrary library)
{
    public const string Proposed = "AmendmentProposed", Approved = "AmendmentApproved", Declined = "AmendmentDeclined", Withdrawn = "AmendmentWithdrawn";

    public Task<PlainOutcome> ProposeLevel(string key, Grade? level, Grade? highProfile, string? reason, DateOnly? from, PersonId by, CancellationToken ct = default) => Propose(by, (others, on) =>
        Amendment.Propose(Authorities.All.FirstOrDefault(a => a.Key == key) ?? throw Gone(), reference.LevelOf(Authorities.All.First(a => a.Key == key)), level, highProfile, reason, from, others, on), ct);

    public Task<PlainOutcome> ProposeTarget(string rule, int? amount, string? reason, DateOnly? from, PersonId by, CancellationToken ct = default) => Propose(by, (others, on) =>
        Amendment.Propose(Terms.Find(rule) ?? throw Gone(), on.Book.Targets.AmountOf(rule), amount, reason, from, others, on), ct);

    public Task<PlainOutcome> ProposeText(string paper, string? text, string? reason, DateOnly? from, PersonId by, CancellationToken ct = default) => Propose(by, (others, on) =>
    {
        var of = Papers.All.FirstOrDefault(p => p.Key == paper) ?? throw Gone();
        return Amendment.Propose(of, library.Of(of).Text, text, TemplateChecks.Of(of, text), reason, from, others, on);
    }, ct);

    public Task<PlainOutcome> Decide(int id, bool approve, PersonId by, CancellationToken ct = default) => Change(id, approve ? Approved : Declined, (amendment, on) =>
    {
        amendment.Decide(approve, on);
        // The program may have been upgraded since it was proposed: what the paper uses may be something else by now.
        if (approve && amendment.Subject == AmendmentSubject.Template && TemplateChecks.Of(Papers.Get(amendment.Key), amendment.Text).ToList() is { Count: > 0 } unsound) throw new RuleBroken(unsound);
    }, by, ct);

    public Task<PlainOutcome> Withdraw(int id, PersonId by, CancellationToken ct = default) => Change(id, Withdrawn, (amendment, on) => amendment.Withdraw(on), by, ct);

    Task<PlainOutcome> Propose(PersonId by, Func<IReadOnlyList<Amendment>, Occasion, Amendment> propose, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        // One after the other on either database, or two proposals for the same could wait at once.
        await storage.LockChain(writing.Db, ct);
        var amendment = propose(await writing.Db.Amendments.AsNoTracking().ToListAsync(ct), on);
        writing.Db.Amendments.Add(amendment);
        await writing.Db.SaveChangesAsync(ct);
        return Recorded(Proposed, amendment, on, writing);
    }, ct);

    Task<PlainOutcome> Change(int id, string kind, Action<Amendment, Occasion> change, PersonId by, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        var amendment = await writing.Db.Amendments.FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw Gone();
        change(amendment, on);
        return Recorded(kind, amendment, on, writing);
    }, ct);

    static (int, FeedSignal) Recorded(string kind, Amendment amendment, Occasion on, Writing writing)
    {
        writing.Record(new TrailEntry
        {
            Kind = kind, By = on.By.Id, At = on.At,
            Data = JsonSerializer.Serialize(new { amendment.Id, amendment.Key, level = amendment.Level?.ToString(), highProfile = amendment.HighProfile?.ToString(), amendment.Amount, amendment.Version, textSha256 = Seal(amendment.Text), amendment.Was, amendment.Reason, amendment.EffectiveFrom }, EventJson.Options),
        });
        return (amendment.Id, new FeedSignal(FeedSignal.Settings));
    }

    // The text itself lies with the proposal; the trail proves that it is still the one that was approved.
    static string? Seal(string? text) => text is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static RuleBroken Gone() => new(new Refusal("not-found", "There is no such decision, rule, paper or proposal"));
}
