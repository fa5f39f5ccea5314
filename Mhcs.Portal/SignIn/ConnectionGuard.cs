using System.Collections.Concurrent;
using System.Security.Claims;

namespace Mhcs.Portal.SignIn;

/// <summary>At the door of live connections: pages of other sites are refused, and one person or wallboard holds at most twenty circuits and twenty hub connections. (That somebody must be signed in is the fallback policy's.)</summary>
public static class ConnectionGuard
{
    const int MostEach = 20;

    public static void UseConnectionGuard(this IApplicationBuilder app)
    {
        var open = new ConcurrentDictionary<(string Who, bool Circuit), int>();
        app.Use(async (context, next) =>
        {
            var circuit = context.Request.Path.StartsWithSegments("/_blazor");
            var live = circuit || context.Request.Path.StartsWithSegments("/hubs");
            if (live && context.IsFromElsewhere()) { context.Response.StatusCode = StatusCodes.Status403Forbidden; return; }
            if (!live || context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } who) { await next(context); return; }

            var connects = context.WebSockets.IsWebSocketRequest || !HttpMethods.IsPost(context.Request.Method);
            try
            {
                if (open.AddOrUpdate((who, circuit), connects ? 1 : 0, (_, n) => connects ? n + 1 : n) > (connects ? MostEach : MostEach - 1)) context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                else await next(context);
            }
            finally
            {
                if (connects) open.AddOrUpdate((who, circuit), 0, (_, n) => n - 1);
            }
        });
    }

    /// <summary>A browser names the site that a request or socket comes from; programs that are no browser don't.</summary>
    public static bool IsFromElsewhere(this HttpContext context) => context.Request.Headers.Origin is [{ } origin, ..]
        && !string.Equals(origin, $"{context.Request.Scheme}://{context.Request.Host}", StringComparison.OrdinalIgnoreCase);
}
