namespace Mhcs.Portal;

/// <summary>What every answer tells the browser it may do: load from us alone, be framed by nobody, tell nobody where it came from.</summary>
public static class SecurityHeaders
{
    const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; " +
        "script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // On starting, because the error page clears what was set before it.
        context.Response.OnStarting(() => { Set(context.Response.Headers); return Task.CompletedTask; });
        return next(context);
    });

    static void Set(IHeaderDictionary headers)
    {
        // A document that is shown in a page of ours has a stricter policy, and a page around it.
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        // What may be kept says so itself: our own scripts and styles. Casework is kept nowhere.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        if (headers.XFrameOptions.Count == 0) headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
