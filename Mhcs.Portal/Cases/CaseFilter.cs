using System.Globalization;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;
using Microsoft.AspNetCore.WebUtilities;

namespace Mhcs.Portal.Cases;

/// <summary>Open cases, closed ones, or both.</summary>
public enum CasesShown { Open, Closed, All }

/// <summary>A flag that a list can be narrowed to.</summary>
public enum CaseFlag { HighProfile, VictimLiaison, Restricted, BroughtForward }

/// <summary>What a list of cases is narrowed to. Page, dashboard tiles, export and API all speak through it, so a tile opens exactly what it counts.</summary>
public sealed record CaseFilter
{
    /// <summary>Value of <see cref="Owner"/> for cases that nobody holds.</summary>
    public const string Nobody = "none";

    public string? Team { get; init; }
    public CasesShown Shown { get; init; }
    public IReadOnlyList<DueBand> Due { get; init; } = [];
    public IReadOnlyList<string> Types { get; init; } = [];
    public IReadOnlyList<StateKind> Kinds { get; init; } = [];
    /// <summary>Codes of states; only of use with one case type.</summary>
    public IReadOnlyList<string> States { get; init; } = [];
    public IReadOnlyList<CaseFlag> Flags { get; init; } = [];
    public IReadOnlyList<AgeBand> Ages { get; init; } = [];
    /// <summary>Number of a person, or <see cref="Nobody"/>.</summary>
    public string? Owner { get; init; }
    /// <summary>Reference, patient, PPUD reference, hospital or words of notes. Never part of an address.</summary>
    public string? Words { get; init; }

    public PersonId? OwnerId => int.TryParse(Owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(id) : null;

    /// <summary>Reads an address; what it doesn't know it leaves out, so that nothing of the asker's own choosing comes back in a page.</summary>
    public static CaseFilter From(Func<string, string?> value) => new()
    {
        Team = value("team") is { Length: 1 } team ? team.ToUpperInvariant() : null,
        Shown = Each<CasesShown>(value("shown")).FirstOrDefault(),
        Due = Each<DueBand>(value("due")),
        Types = [.. Each(value("type")).Where(t => AllCaseTypes.Find(t) is not null)],
        Kinds = Each<StateKind>(value("kind")),
        States = [.. Each(value("state")).Where(s => AllCaseTypes.All.Any(t => t.States.Any(known => known.Code == s)))],
        Flags = Each<CaseFlag>(value("flag")),
        Ages = Each<AgeBand>(value("age")),
        Owner = value("owner") is { Length: > 0 } owner && (owner == Nobody || owner.All(char.IsAsciiDigit)) ? owner : null,
    };

    /// <summary>As an address reads it, without the words.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Query()
    {
        if (Team is not null) yield return new("team", Team);
        if (Shown != CasesShown.Open) yield return new("shown", Lower(Shown));
        if (Due.Count > 0) yield return new("due", Joined(Due.Select(d => Lower(d))));
        if (Types.Count > 0) yield return new("type", Joined(Types));
        if (Kinds.Count > 0) yield return new("kind", Joined(Kinds.Select(k => Lower(k))));
        if (States.Count > 0) yield return new("state", Joined(States));
        if (Flags.Count > 0) yield return new("flag", Joined(Flags.Select(f => Lower(f))));
        if (Ages.Count > 0) yield return new("age", Joined(Ages.Select(a => Lower(a))));
        if (Owner is not null) yield return new("owner", Owner);
    }

    /// <summary>The list at its own address.</summary>
    public string Href(string path = "/cases") => QueryHelpers.AddQueryString(path, Query());

    static string Lower(Enum value) => value.ToString().ToLowerInvariant();

    static string Joined(IEnumerable<string> values) => string.Join(',', values);

    static IReadOnlyList<string> Each(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static IReadOnlyList<T> Each<T>(string? list) where T : struct, Enum =>
        [.. Each(list).Select(word => !char.IsAsciiDigit(word[0]) && Enum.TryParse<T>(word, ignoreCase: true, out var value) ? value : (T?)null).OfType<T>().Distinct()];
}
