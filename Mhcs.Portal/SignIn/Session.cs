using Mhcs.Domain.People;

namespace Mhcs.Portal.SignIn;

/// <summary>One sign-in of one person, kept on the server so that it can be ended there: the cookie only names it.</summary>
public sealed class Session
{
    public required string Id { get; init; }
    public required PersonId PersonId { get; init; }
    /// <summary>The account's security stamp at sign-in: once it changes (password, second factor), this session is over.</summary>
    public required string Stamp { get; init; }
    public required string Address { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset SeenAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>What a screen on a wall signs in with: the figures of one team and nothing else. Only a hash of it is kept.</summary>
public sealed class WallboardToken
{
    public required string Id { get; init; }
    public required string Team { get; init; }
    /// <summary>Where the screen hangs.</summary>
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }
    public required PersonId By { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}
