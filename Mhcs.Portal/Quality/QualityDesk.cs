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

/// <summary>The one writer of samples and assessments: the rule, the change and its trail in one commit, then one signal.</summary>
public sealed class QualityDesk(PlainDesk desk, DecisionFrame decisions, ReferenceData reference)
{
    /// <param name="seed">Given to draw a sample again; otherwise thrown, and put on the record.</param>
    public Task<PlainOutcome> Draw(string team, DateOnly from, DateOnly to, int number, PersonId by, long? seed = null, CancellationToken ct = default) => Act(by, async (on, writing) =>
    {
        var frame = await decisions.Read(writing.Db, team, from, to, on.By, ct);
        var sample = QualitySample.Draw(team, from, to, number, seed ?? RandomNumberGenerator.GetInt32(int.MaxValue), frame, on);
        writing.Db.QualitySamples.Add(sample);
        await writing.Db.SaveChangesAsync(ct);
        writing.Record(QualityTrail.Of(sample));
        return (sample.Id, team);
    }, ct);

    public Task<PlainOutcome> Assess(int id, IReadOnlyList<Mark> marks, CriticalFail? fail, string? coaching, PersonId by, CancellationToken ct = default) => Change(id, by, (assessment, on) =>
    {
        assessment.Assess(reference.Criteria.On(on.Today), marks, fail, coaching, on);
        return QualityTrail.Of(assessment);
    }, ct);

    public Task<PlainOutcome> Reply(int id, string? text, PersonId by, CancellationToken ct = default) => Change(id, by, (assessment, on) =>
    {
        assessment.Answer(text, on);
        return QualityTrail.ReplyTo(assessment, by);
    }, ct);

    Task<PlainOutcome> Change(int id, PersonId by, Func<Assessment, Occasion, TrailEntry> change, CancellationToken ct) => Act(by, async (on, writing) =>
    {
        var assessment = await writing.Db.Assessments.FirstOrDefaultAsync(a => a.Id == id && writing.Db.Cases.SeenBy(on.By).Any(c => c.Reference == a.Reference), ct)
            ?? throw new RuleBroken(new Refusal("not-found", "There is no such assessment, or it isn’t one you can see"));
        writing.Record(change(assessment, on));
        return (id, assessment.Team);
    }, ct);

    Task<PlainOutcome> Act(PersonId by, Func<Occasion, Writing, Task<(int Id, string Team)>> work, CancellationToken ct) => desk.Work(by, async (on, writing) =>
    {
        var (id, team) = await work(on, writing);
        return (id, new FeedSignal(FeedSignal.Quality, team));
    }, ct);
}
