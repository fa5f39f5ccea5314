namespace Mhcs.Domain.Quality;

/// <summary>One thing that a quality assessment looks at (domain notes, section 4.5; the content is our proposal, no public description was found).</summary>
public sealed record Criterion(string Key, string Name, string LooksAt);

/// <summary>The criteria as they stood from a day. An assessment keeps the version it was made against.</summary>
public sealed record Criteria(int Version, DateOnly InForceFrom, IReadOnlyList<Criterion> All)
{
    /// <summary>From this score on a criterion meets the standard.</summary>
    public const int Standard = 2;
    public const int Best = 3;

    public Criterion? Find(string key) => All.FirstOrDefault(c => c.Key == key);
}

/// <summary>Every version of the criteria, oldest first.</summary>
public sealed record CriteriaBook(IReadOnlyList<Criteria> Versions)
{
    public Criteria On(DateOnly day) => Versions.Last(v => v.InForceFrom <= day);
    public Criteria Version(int version) => Versions.First(v => v.Version == version);
}
