using Mhcs.Domain.People;

namespace Mhcs.Portal.Cases;

/// <summary>A note on a case, kept beside its event so that its text can be searched.</summary>
public sealed class Note
{
    public int Id { get; init; }
    public int CaseId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required PersonId By { get; init; }
    public required string Text { get; init; }
}

/// <summary>What is known of a stored file. Its bytes lie in the data folder under the id, never under the name it came with.</summary>
public sealed class StoredDocument
{
    public required string Id { get; init; }
    public required int CaseId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required string Sha256 { get; init; }
    public required DateTimeOffset At { get; init; }
    public required PersonId By { get; init; }
    /// <summary>Key of the paper it is an issue of, and which issue; null for what came from outside.</summary>
    public string? Paper { get; init; }
    public int Version { get; init; } = 1;
    /// <summary>One of <see cref="Domain.Cases.DocumentCategories"/>; null until somebody has said.</summary>
    public string? Category { get; set; }
    /// <summary>The day that the document itself bears.</summary>
    public DateOnly? DatedOn { get; set; }
    /// <summary>What it shows, plainly, where it is folded on screens; null: nothing disturbing.</summary>
    public string? Disturbing { get; set; }
    /// <summary>The version of the template that an issued paper was made from; null for what came from outside, and for what was issued before templates had versions.</summary>
    public int? Template { get; init; }
}

/// <summary>What somebody was typing, kept until it is sent or thrown away.</summary>
public sealed class Draft
{
    public required PersonId PersonId { get; init; }
    public required string Key { get; init; }
    public required string Json { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A named set of filters, for oneself or shared with a team.</summary>
public sealed class SavedView
{
    public int Id { get; init; }
    public required PersonId Owner { get; init; }
    public required string Name { get; set; }
    /// <summary>The page it belongs to: board or cases.</summary>
    public required string Page { get; init; }
    /// <summary>The query string it stands for. Holds no name of a patient.</summary>
    public required string Filters { get; set; }
    public string? SharedWithTeam { get; set; }
}

/// <summary>The next number of a series of references.</summary>
public sealed class Counter
{
    public required string Prefix { get; init; }
    public int Next { get; set; }
}
