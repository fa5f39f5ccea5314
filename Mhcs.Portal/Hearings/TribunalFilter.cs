using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Contacts;
using Microsoft.AspNetCore.WebUtilities;

namespace Mhcs.Portal.Hearings;

/// <summary>What the page of the tribunal is narrowed to; within a kind of filter any, between kinds all. Nothing in it names anybody, so an address may carry it.</summary>
/// <param name="Weeks">How far ahead hearings are shown.</param>
/// <param name="Mine">Only cases that the reader holds.</param>
public sealed record TribunalFilter(string? Team = null, int Weeks = TribunalFilter.Usual, bool Mine = false)
{
    public const int Usual = 8;
    public static IReadOnlyList<int> Choices { get; } = [2, 4, Usual, 16];

    public IReadOnlyList<string> Routes { get; init; } = [];
    public IReadOnlyList<TribunalStage> Stages { get; init; } = [];
    /// <summary>Regions of the hospitals where the patients are, by the directory.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> Bodies { get; init; } = [];
    /// <summary>Only cases on which a direction of the tribunal runs.</summary>
    public bool DirectionsDue { get; init; }

    public bool IsNarrow => Routes.Count + Stages.Count + Regions.Count + Bodies.Count > 0 || DirectionsDue;

    /// <summary>The same team, weeks and holder, and nothing else.</summary>
    public TribunalFilter Wide => new(Team, Weeks, Mine);

    public string Href => QueryHelpers.AddQueryString("/tribunal", new Dictionary<string, string?>
    {
        ["team"] = Team, ["weeks"] = Weeks == Usual ? null : $"{Weeks}", ["whose"] = Mine ? "mine" : null, ["route"] = Joined(Routes.Select(r => Number(Facts.TribunalRoute.Options, r))), ["stage"] = Joined(Stages.Select(s => s.ToString().ToLowerInvariant())),
        ["region"] = Joined(Regions.Select(Slug)), ["tribunal"] = Joined(Bodies.Select(b => Number(Facts.TribunalBody.Options, b))), ["directions"] = DirectionsDue ? "due" : null,
    });

    /// <summary>As an address asks; what it doesn't know it leaves out.</summary>
    public static TribunalFilter From(Func<string, string?> value) => new(value("team") is { Length: > 0 } team ? team.ToUpperInvariant() : null,
        int.TryParse(value("weeks"), NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && Choices.Contains(weeks) ? weeks : Usual, value("whose") == "mine")
    {
        Routes = Known(Facts.TribunalRoute.Options, value("route")), Bodies = Known(Facts.TribunalBody.Options, value("tribunal")),
        Stages = [.. Enum.GetValues<TribunalStage>().Where(s => Each(value("stage")).Contains(s.ToString().ToLowerInvariant()))],
        Regions = [.. EntryDetails.Regions.Where(r => Each(value("region")).Contains(Slug(r)))], DirectionsDue = value("directions") == "due",
    };

    // Long sentences are known by their place, which an address can carry.
    internal static string Number(IReadOnlyList<string> options, string word) => (options.ToList().IndexOf(word) + 1).ToString(CultureInfo.InvariantCulture);

    static IReadOnlyList<string> Known(IReadOnlyList<string> options, string? given) => [.. options.Where(o => Each(given).Contains(Number(options, o)))];

    static string[] Each(string? list) => list?.ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static string? Joined(IEnumerable<string> words) => string.Join(',', words) is { Length: > 0 } all ? all : null;

    static string Slug(string region) => region.Replace(' ', '-').ToLowerInvariant();

    public bool Equals(TribunalFilter? other) => other is not null && other.Href == Href;

    public override int GetHashCode() => Href.GetHashCode(StringComparison.Ordinal);
}
