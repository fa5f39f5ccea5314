using System.Security.Cryptography;
using Mhcs.Portal.SignIn;
using Microsoft.AspNetCore.DataProtection;

namespace Mhcs.Portal.Api;

/// <summary>The token that a change must carry besides the cookie, so that no other site can make a signed-in browser send it. It belongs to one session.</summary>
sealed class CsrfToken(IDataProtectionProvider protection)
{
    public const string Header = "X-CSRF-TOKEN";
    readonly IDataProtector _protector = protection.CreateProtector("csrf");

    public string For(string session) => _protector.Protect(session);

    public bool IsGood(string? token, string session)
    {
        try
        {
            return token is { Length: > 0 and < 1000 } && _protector.Unprotect(token) == session;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

static class ApiGuard
{
    /// <summary>Changes need the token of the session, and come from nowhere else. Signing in has no session yet: there the foreign origin alone is refused.</summary>
    public static void UseApiGuard(this IApplicationBuilder app)
    {
        var token = app.ApplicationServices.GetRequiredService<CsrfToken>();
        app.Use(async (http, next) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method);
            if (changes && http.IsFromElsewhere()) await new Problem(403, "foreign-origin", "Changes are not taken from other sites").Write(http);
            else if (changes && http.User.SessionId() is { } session && !SessionApi.IsSignIn(http.Request) && !token.IsGood(http.Request.Headers[CsrfToken.Header], session))
                await new Problem(403, "csrf", $"Send the csrfToken of GET /api/v1/session as {CsrfToken.Header}").Write(http);
            else await next(http);
        });
    }
}
