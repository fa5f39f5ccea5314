using System.Globalization;
using System.Security.Claims;
using Mhcs.Domain.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Mhcs.Portal.SignIn;

/// <summary>From a good sign-in to the cookie, and from the cookie back to a person who may still be here.</summary>
public static class SignedIn
{
    public const string Scheme = "Portal", SessionClaim = "session";

    /// <summary>Sets the cookie of a new session.</summary>
    public static Task Begin(this HttpContext http, SignInAnswer.Good good) =>
        http.SignInAsync(Scheme, Principal(good.Person, good.Session.Id), new AuthenticationProperties { IsPersistent = false });

    /// <summary>Ends the session on the server, then takes the cookie away.</summary>
    public static async Task End(this HttpContext http)
    {
        if (http.User.SessionId() is { } id) await http.RequestServices.GetRequiredService<Sessions>().End(id, http.RequestAborted);
        await http.SignOutAsync(Scheme);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    public static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(SessionClaim);

    public static string Address(this HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>At every request: the session is asked after, and who the person is by now is read again.</summary>
    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (context.Principal is not { } principal || principal.SessionId() is not { } id) { context.RejectPrincipal(); return; }
        // A live connection is not an act of the person; their clicks inside it are counted by the circuit.
        var seen = !context.Request.Path.StartsWithSegments("/_blazor") && !context.Request.Path.StartsWithSegments("/hubs");
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
