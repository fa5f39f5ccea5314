using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Quality;

/// <summary>A team's scores over the 90 days up to a moment, against the 90 before, with a share for each of the last eleven days.</summary>
public sealed record TeamQuality(QualityFigures Now, QualityFigures Before, IReadOnlyDictionary<PersonId, QualityFigures> People, IReadOnlyList<int> Trend)
{
    const int TrendDays = 10;

    internal static async Task<TeamQuality> Read(PortalDb db, string team, DateTimeOffset at)
    {
        var today = London.Day(at);
        var from = QualityQuery.Since(at).AddDays(-QualityQuery.Days - TrendDays - 1);
        var rows = await db.Assessments.AsNoTracking().Where(a => a.Team == team && a.AssessedAt > from && a.AssessedAt <= at)
            .Select(a => new { At = a.AssessedAt!.Value, Result = a.Result!.Value, a.Marks, a.Caseworker }).ToListAsync();
        var scored = rows.ConvertAll(r => (r.At, r.Caseworker, Score: (r.Result, r.Marks)));

        QualityFigures UpTo(DateTimeOffset moment, Func<PersonId, bool>? whose = null) =>
            QualityFigures.From([.. scored.Where(r => r.At > QualityQuery.Since(moment) && r.At <= moment && whose?.Invoke(r.Caseworker) != false).Select(r => r.Score)]);

        return new(UpTo(at), UpTo(EndOf(today.AddDays(-QualityQuery.Days))), scored.Select(r => r.Caseworker).Distinct().ToDictionary(p => p, p => UpTo(at, who => who == p)),
            [.. Enumerable.Range(1, TrendDays).Select(n => EndOf(today.AddDays(n - TrendDays - 1))).Append(at).Select(moment => UpTo(moment).Share).OfType<int>()]);
    }

    static DateTimeOffset EndOf(DateOnly day) => London.At(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1);
}
