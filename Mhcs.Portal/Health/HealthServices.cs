using System.Net;

namespace Mhcs.Portal.Health;

/// <summary>What operators ask: is it alive, can it write, how is it doing.</summary>
public static class HealthServices
{
    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PrometheusText>();
        builder.Services.AddSingleton<CanWrite>();
        builder.Services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
    }

    public static void MapHealth(this WebApplication app)
    {
        app.Services.GetRequiredService<PrometheusText>();
        app.MapGet("/health/live", () => Results.Json(new { status = "live" })).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", async (CanWrite store, HttpContext http) => await store.Ask(http.RequestAborted)
            ? Results.Json(new { status = "ready" })
            : Results.Json(new { status = "storage-trouble" }, statusCode: StatusCodes.Status503ServiceUnavailable)).AllowAnonymous().ExcludeFromDescription();
        // Figures tell an attacker what goes on: they are for the machine itself. Behind a proxy everybody would look local, so what was passed on is not.
        app.MapGet("/metrics", (HttpContext http, PrometheusText metrics) => http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !http.Request.Headers.ContainsKey("X-Forwarded-For")
            ? Results.Text(metrics.Render(), "text/plain; version=0.0.4") : Results.NotFound()).AllowAnonymous().ExcludeFromDescription();
    }
}
