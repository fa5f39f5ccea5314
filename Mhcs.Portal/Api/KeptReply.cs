using Mhcs.Domain.People;

namespace Mhcs.Portal.Api;

/// <summary>What was answered to a request with an Idempotency-Key: sent again, it gets the same answer and nothing is done twice.</summary>
public sealed class KeptReply
{
    public required PersonId PersonId { get; init; }
    public required string Key { get; init; }
    /// <summary>Hash of method, path and body: one key stands for one request.</summary>
    public required string Request { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>0 from the commit of the act until its reply is kept.</summary>
    public int Status { get; set; }
    public string? ContentType { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public byte[] Body { get; set; } = [];
}
