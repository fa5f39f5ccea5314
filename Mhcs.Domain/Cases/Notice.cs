using Mhcs.Domain.People;

namespace Mhcs.Domain.Cases;

/// <summary>Somebody who has to be told, ticked off when they have been.</summary>
public sealed class Notice
{
    public int Number { get; init; }
    public required string Party { get; init; }
    public required string Label { get; init; }
    /// <summary>How that was done, where nobody was told by any means.</summary>
    public const string InPpud = "Recorded in PPUD";

    /// <summary>Nobody has to be told: PPUD has to be brought up to date, and is ticked off when it was.</summary>
    public bool IsForPpud => Party == CaseTypes.Parties.Ppud.Key;
    /// <summary>The step it tells of.</summary>
    public required string About { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset? SentAt { get; internal set; }
    public PersonId? SentBy { get; internal set; }
    public string? How { get; internal set; }
}

/// <summary>A warrant, letter or reference that the file has to issue, and what was issued: every issue is a new version.</summary>
public sealed class CasePaper
{
    /// <summary>Stands for a document where it was issued on paper and no file of it is kept.</summary>
    public const string OnPaper = "on-paper";

    public int Number { get; init; }
    public required string Paper { get; init; }
    public required string Label { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    /// <summary>When it was signed by somebody entitled, where its kind is signed before it is issued.</summary>
    public DateTimeOffset? SignedAt { get; internal set; }
    public PersonId? SignedBy { get; internal set; }
    /// <summary>The mark of the words that were signed; null where none was kept.</summary>
    public string? SignedWords { get; internal set; }
    public int Version { get; internal set; }
    public DateTimeOffset? IssuedAt { get; internal set; }
    public PersonId? IssuedBy { get; internal set; }
    public string? DocumentId { get; internal set; }

    /// <summary>The document that is kept of it; null where none was issued yet, or it was issued on paper.</summary>
    public string? KeptDocument => IsOnPaper ? null : DocumentId;
    public bool IsOnPaper => DocumentId == OnPaper;
}
