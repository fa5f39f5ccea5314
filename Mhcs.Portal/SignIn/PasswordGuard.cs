using Mhcs.Portal.Api;
using Microsoft.AspNetCore.Authorization;

namespace Mhcs.Portal.SignIn;

/// <summary>Whoever signed in with a password that was made for them chooses their own before anything else.</summary>
static class PasswordGuard
{
    static readonly string[] Open = [PasswordPage.Path, "/sign-out", "/api/v1/session"];

    public static void UsePasswordGuard(this IApplicationBuilder app)
    {
        var sessions = app.ApplicationServices.GetRequiredService<Sessions>();
        app.Use(async (http, next) =>
        {
            if (http.User.SessionId() is not { } session || !sessions.MustChangePassword(session) || IsForAnybody(http) || Open.Any(p => http.Request.Path.StartsWithSegments(p))) await next(http);
            else if (http.IsForAPage()) http.Response.Redirect(PasswordPage.Path);
            else await new Problem(403, "password-change-needed", "Choose a password of your own first: PUT /api/v1/session/password, or sign in with a browser").Write(http);
        });
    }

    static bool IsForAnybody(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
