using System.Security.Cryptography;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Quality;

/// <summary>What came of an act of quality: refused with every reason, or done to the sample or assessment of this number.</summary>
public sealed record QualityOutcome(int? Id, IReadOnlyList<Refusal> Reasons)
{
    public bool Done => Id is not null;
}

/// <summary>The one writer of samples and assessments: the rule, the change and its trail in one commit, then one signal.</summary>
public sealed class QualityDesk(WriteLane lane, Occasions occasions, DecisionFrame decisions, ReferenceData reference, ILiveFeed feed, ILogger<QualityDesk> log)
{
    /// <param name="seed">Given to draw a sample again; otherwise thrown, and put on the record.</param>
    public Task<QualityOutcome> Draw(string team, DateOnly from, DateOnly to, int number, PersonId by, long? seed = null, CancellationToken ct = default) => Act(by, async (on, writing) =>
    {
        var frame = await decisions.Read(writing.Db, team, from, to, on.By, ct);
        var sample = QualitySample.Draw(team, from, to, number, seed ?? RandomNumberGenerator.GetInt32(int.MaxValue), frame, on);
        writing.Db.QualitySamples.Add(sample);
        await writing.Db.SaveChangesAsync(ct);
        writing.Record(QualityTrail.Of(sample));
        return (sample.Id, team);
    }, ct);

    public Task<QualityOutcome> Assess(int id, IReadOnlyList<Mark> marks, CriticalFail? fail, string? coaching, PersonId by, CancellationToken ct = default) => Change(id, by, (assessment, on) =>
    {
        assessment.Assess(reference.Criteria.On(on.Today), marks, fail, coaching, on);
        return QualityTrail.Of(assessment);
    }, ct);

    public Task<QualityOutcome> Reply(int id, string? text, PersonId by, CancellationToken ct = default) => Change(id, by, (assessment, on) =>
    {
        assessment.Answer(text, on);
        return QualityTrail.ReplyTo(assessment, by);
    }, ct);

    Task<QualityOutcome> Change(int id, PersonId by, Func<Assessment, Occasion, TrailEntry> change, CancellationToken ct) => Act(by, async (on, writing) =>
    {
        var assessment = await writing.Db.Assessments.FirstOrDefaultAsync(a => a.Id == id && writing.Db.Cases.SeenBy(on.By).Any(c => c.Reference == a.Reference), ct)
            ?? throw new RuleBroken(new Refusal("not-found", "There is no such assessment, or it isn’t one you can see"));
        writing.Record(change(assessment, on));
        return (id, assessment.Team);
    }, ct);

    async Task<QualityOutcome> Act(PersonId by, Func<Occasion, Writing, Task<(int Id, string Team)>> work, CancellationToken ct)
    {
        if (await occasions.For(by, ct) is not { } on) return Refused(new Refusal("not-entitled", "You are not signed in"));
        try
        {
            var (id, team) = await lane.Write(writing => work(on, writing), ct);
            await feed.Publish(new FeedSignal(FeedSignal.Quality, team), ct);
            return new(id, []);
        }
        catch (RuleBroken broken)
        {
            return new(null, broken.Reasons);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refused(new Refusal("wrong-state", "Somebody else was faster. Nothing you typed is lost: load the page again to see what they wrote"));
        }
        catch (Exception trouble) when (trouble.IsStorageTrouble())
        {
            log.LogError(trouble, "The store could not take a change");
            return Refused(new Refusal("storage", StorageTrouble.Words));
        }
    }

    static QualityOutcome Refused(Refusal why) => new(null, [why]);
}
