using System.Security.Claims;
using Mhcs.Domain.People;
using Microsoft.AspNetCore.Authorization;

namespace Mhcs.Portal.SignIn;

/// <summary>Who may come to a page or endpoint at all. What they may do there is decided by the domain at every act.</summary>
public static class Policies
{
    /// <summary>The six casework roles and the head of section.</summary>
    public const string Casework = nameof(Casework);
    /// <summary>Reads and verifies the trail.</summary>
    public const string Trail = nameof(Trail);
    /// <summary>Accounts and backups.</summary>
    public const string Accounts = nameof(Accounts);
    /// <summary>The authority matrix and the targets.</summary>
    public const string Settings = nameof(Settings);
    /// <summary>A person, not a wallboard.</summary>
    public const string Staff = nameof(Staff);
    /// <summary>Figures of a team: casework roles, and the wallboard of that team.</summary>
    public const string Figures = nameof(Figures);

    public const string Wallboard = nameof(Wallboard);

    public static void AddPolicies(this AuthorizationBuilder policies) => policies
        .AddPolicy(Staff, p => p.RequireAssertion(c => Me.Of(c.User) is not null))
        .AddPolicy(Casework, p => p.RequireAssertion(c => Me.Of(c.User)?.Grade.DoesCasework == true))
        .AddPolicy(Trail, p => p.RequireAssertion(c => Me.Of(c.User)?.Grade is Grade.Auditor or Grade.HeadOfSection))
        .AddPolicy(Accounts, p => p.RequireAssertion(c => Me.Of(c.User)?.Grade is Grade.SystemAdministrator))
        .AddPolicy(Settings, p => p.RequireAssertion(c => Me.Of(c.User)?.Grade is Grade.SystemAdministrator or Grade.HeadOfSection))
        .AddPolicy(Figures, p => p.RequireAssertion(c => Me.Of(c.User)?.Grade.DoesCasework == true || c.User.IsWallboard()))
        // Whatever says nothing is for staff who are signed in: a forgotten rule closes, it does not open. Only the line that pages live on is a wallboard's too.
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(c => Me.Of(c.User) is not null || (c.User.IsWallboard() && c.Resource is HttpContext http && http.Request.Path.StartsWithSegments("/_blazor"))).Build());

    public static bool IsWallboard(this ClaimsPrincipal principal) => principal.IsInRole(Wallboard);
}
