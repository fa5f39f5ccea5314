using System.Text.Json;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Quality;

/// <summary>Acts of quality as the trail keeps them. They stand apart from the case, whose readers are not all readers of its assessment.</summary>
static class QualityTrail
{
    public const string Drawn = "QualitySampleDrawn", Assessed = "QualityAssessed", Replied = "QualityReplied";

    /// <summary>Seed and frame in full: whoever doubts the draw can repeat it.</summary>
    public static TrailEntry Of(QualitySample sample) => Entry(Drawn, sample.Team, sample.DrawnBy, sample.DrawnAt,
        new { sample.Id, sample.From, sample.To, sample.Seed, sample.Frame, Drawn = sample.Assessments.Select(a => a.Reference.Value) });

    public static TrailEntry Of(Assessment done) => Entry(Assessed, done.Team, done.Assessor!.Value, done.AssessedAt!.Value,
        new { done.Id, Reference = done.Reference.Value, done.CriteriaVersion, done.Marks, done.CriticalFail, done.Result, done.Coaching });

    public static TrailEntry ReplyTo(Assessment done, PersonId by) => Entry(Replied, done.Team, by, done.RepliedAt!.Value, new { done.Id, Reference = done.Reference.Value, done.Reply });

    static TrailEntry Entry(string kind, string team, PersonId by, DateTimeOffset at, object what) => new() { At = at, Kind = kind, Team = team, By = by, Data = JsonSerializer.Serialize(what, EventJson.Options) };
}
