namespace Mhcs.Domain.Quality;

/// <summary>How many scores of one criterion met the standard, of how many.</summary>
public sealed record CriterionFigures(string Key, int Met, int Scored)
{
    /// <summary>Under this number a share says nothing.</summary>
    public const int Few = 5;

    /// <summary>Per cent that met the standard; null where too few were scored.</summary>
    public int? Share => Scored < Few ? null : (int)Math.Round(100.0 * Met / Scored, MidpointRounding.AwayFromZero);
}

/// <summary>What a number of assessments come to.</summary>
public sealed record QualityFigures(int Meets, int Assessed, IReadOnlyList<CriterionFigures> Criteria)
{
    public static QualityFigures None { get; } = new(0, 0, []);

    public int? Share => new CriterionFigures("", Meets, Assessed).Share;

    public CriterionFigures Of(string criterion) => Criteria.FirstOrDefault(c => c.Key == criterion) ?? new(criterion, 0, 0);

    /// <param name="scored">Result and marks of each assessment.</param>
    public static QualityFigures From(IReadOnlyCollection<(QualityResult Result, IReadOnlyList<Mark> Marks)> scored) => new(
        scored.Count(a => a.Result == QualityResult.Meets), scored.Count,
        [.. scored.SelectMany(a => a.Marks).Where(m => m.Score is not null).GroupBy(m => m.Criterion).Select(g => new CriterionFigures(g.Key, g.Count(m => m.Meets), g.Count()))]);
}
