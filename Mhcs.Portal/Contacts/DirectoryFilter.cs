using Mhcs.Domain.Contacts;
using Microsoft.AspNetCore.WebUtilities;

namespace Mhcs.Portal.Contacts;

/// <summary>What the directory is narrowed to. Words may be a person's name, so they never stand in an address.</summary>
public sealed record DirectoryFilter
{
    public IReadOnlyList<EntryKind> Kinds { get; init; } = [];
    public IReadOnlyList<string> Regions { get; init; } = [];
    /// <summary>Those that have closed too.</summary>
    public bool Closed { get; init; }
    public string? Words { get; init; }

    public static DirectoryFilter From(Func<string, string?> value) => new()
    {
        Kinds = [.. Each(value("kind")).Select(w => !char.IsAsciiDigit(w[0]) && Enum.TryParse<EntryKind>(w, ignoreCase: true, out var kind) ? kind : (EntryKind?)null).OfType<EntryKind>().Distinct()],
        Regions = [.. EntryDetails.Regions.Where(r => Each(value("region")).Contains(Slug(r)))],
        Closed = value("closed") == "too",
    };

    public string Href => QueryHelpers.AddQueryString("/directory", new Dictionary<string, string?>
    {
        ["kind"] = Kinds.Count == 0 ? null : string.Join(',', Kinds).ToLowerInvariant(), ["region"] = Regions.Count == 0 ? null : string.Join(',', Regions.Select(Slug)), ["closed"] = Closed ? "too" : null, ["words"] = Words is null ? null : "yes",
    });

    static string Slug(string region) => region.Replace(' ', '-').ToLowerInvariant();

    static string[] Each(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
}
