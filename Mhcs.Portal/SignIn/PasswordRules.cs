using Mhcs.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace Mhcs.Portal.SignIn;

/// <summary>Length is what counts: eight characters, fifteen for administrators, nothing that anybody would guess first. No rules of composition.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    const int Shortest = 8, Longest = 200;
    const string Trimmings = "0123456789!?.*#$";
    // Words of this house, and those that people put a year or an exclamation mark behind.
    static readonly string[] Guessable = ["mhcs", "portal", "casework", "justice", "ministry", "hospital", "restricted", "password", "passw0rd", "qwerty", "letmein", "welcome", "football", "liverpool", "admin"];
    static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(Faults(user.UserName, password ?? "").ToArray() is { Length: > 0 } faults
        ? IdentityResult.Failed([.. faults.Select(f => new IdentityError { Code = "password", Description = f })])
        : IdentityResult.Success);

    /// <summary>What the role asks for beyond that.</summary>
    public static string? FaultFor(Grade grade, string password) => grade == Grade.SystemAdministrator && password.Length < 15 ? "The password of an administrator must have 15 characters or more" : null;

    /// <summary>One of the commonest, or a word of this house: with a few characters about it, it is still that.</summary>
    public static bool IsGuessable(string password) => Common.Value.Contains(password) || Common.Value.Contains(password.TrimEnd([.. Trimmings]))
        || Guessable.Any(g => password.Contains(g, StringComparison.OrdinalIgnoreCase) && password.Length < g.Length + 8);

    static IEnumerable<string> Faults(string? userName, string password)
    {
        if (password.Length < Shortest) yield return $"The password must have {Shortest} characters or more";
        if (password.Length > Longest) yield return $"The password must have {Longest} characters or fewer";
        if (userName is not null && password.Contains(userName, StringComparison.OrdinalIgnoreCase)) yield return "The password must not hold the user name";
        if (IsGuessable(password)) yield return "The password is one that others guess first. Choose three words that only you would put together";
        if (password.Distinct().Count() < 4) yield return "The password repeats itself. Choose three words that only you would put together";
    }

    static HashSet<string> ReadCommon()
    {
        using var list = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!);
        return list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
