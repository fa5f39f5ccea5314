using System.Globalization;
using System.Security.Claims;
using Mhcs.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace Mhcs.Portal.SignIn;

/// <summary>From a good sign-in to the cookie, and from the cookie back to a person who may still be here.</summary>
public static class SignedIn
{
    public const string Scheme = "Portal", SessionClaim = "session";

    /// <summary>Sets the cookie of a new session.</summary>
    public static Task Begin(this HttpContext http, SignInAnswer.Good good) =>
        http.SignInAsync(Scheme, Principal(good.Person, good.Session.Id), new AuthenticationProperties { IsPersistent = false });

    /// <summary>Sets the cookie of a screen on a wall: it lasts until the token is revoked, or as long as browsers keep any.</summary>
    public static Task Begin(this HttpContext http, WallboardToken token) =>
        http.SignInAsync(Scheme, Wallboards.Principal(token, Scheme), new AuthenticationProperties { IsPersistent = true, ExpiresUtc = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(400) });

    /// <summary>Ends the session on the server, then takes the cookie away.</summary>
    public static async Task End(this HttpContext http)
    {
        if (http.User.SessionId() is { } id) await http.RequestServices.GetRequiredService<Sessions>().End(id, signedOut: true, CancellationToken.None);
        await http.SignOutAsync(Scheme);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    /// <summary>The token of a screen on a wall; null for people.</summary>
    public static string? Wallboard(this ClaimsPrincipal principal) => principal.FindFirstValue(WallboardScheme.TokenClaim);

    public static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(SessionClaim);

    public static string Address(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>At every request: the session is asked after, and who the person is by now is read again.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal?.Wallboard() is { } token)
        {
            if (!await services.GetRequiredService<Wallboards>().IsGood(token, context.HttpContext.RequestAborted)) context.RejectPrincipal();
            return;
        }
        if (context.Principal is not { } principal || principal.SessionId() is not { } id) { context.RejectPrincipal(); return; }
        // A live connection is not an act of the person, nor is a script that a page fetches late; their clicks inside it are counted by the circuit.
        var seen = !context.Request.Path.StartsWithSegments("/_blazor") && !context.Request.Path.StartsWithSegments("/hubs") && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
        if (Me.Of(principal) is not { } me || !await services.GetRequiredService<Sessions>().IsGood(id, seen, context.HttpContext.RequestAborted)
            || await services.GetRequiredService<People.Staff>().Find(me.Id) is not { } person)
        {
            context.RejectPrincipal();
            return;
        }
        if (person.Grade != me.Grade || person.Team != me.Team || person.Name != me.Name) context.ReplacePrincipal(Principal(person, id));
    }

    static ClaimsPrincipal Principal(Person person, string session)
    {
        var id = person.Id.Value.ToString(CultureInfo.InvariantCulture);
        var identity = new ClaimsIdentity(Scheme);
        identity.AddClaims(
        [
            new(ClaimTypes.NameIdentifier, id), new(Me.PersonClaim, id), new(ClaimTypes.Name, person.UserName), new(ClaimTypes.GivenName, person.Name),
            new(ClaimTypes.Role, person.Grade.ToString()), new(SessionClaim, session),
        ]);
        if (person.Team is { } team) identity.AddClaim(new(Me.TeamClaim, team));
        return new(identity);
    }
}
