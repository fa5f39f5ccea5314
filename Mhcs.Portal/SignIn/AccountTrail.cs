using System.Text.Json;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.SignIn;

/// <summary>Entries of the trail about accounts: the account events that the department asks to be logged.</summary>
public static class AccountTrail
{
    public const string SignedIn = "SignedIn", SignedInAfterFailure = "SignedInAfterFailure", SignInFailed = "SignInFailed", LockedOut = "LockedOut", SignedOut = "SignedOut",
        Created = "AccountCreated", Disabled = "AccountDisabled", Enabled = "AccountEnabled", Unlocked = "AccountUnlocked", PasswordChanged = "PasswordChanged", PasswordReset = "PasswordReset",
        GroupChanged = "GroupChanged", PrivilegeChanged = "PrivilegeChanged", SessionsEnded = "SessionsEnded", WallboardAdded = "WallboardAdded", WallboardRevoked = "WallboardRevoked";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [SignedIn, SignedInAfterFailure, SignInFailed, LockedOut, SignedOut, Created, Disabled, Enabled, Unlocked, PasswordChanged, PasswordReset, GroupChanged, PrivilegeChanged, SessionsEnded, WallboardAdded, WallboardRevoked];

    public static TrailEntry Entry(string kind, PersonId by, DateTimeOffset at, object data) =>
        new() { Kind = kind, By = by, At = at, Data = JsonSerializer.Serialize(data, EventJson.Options) };
}
