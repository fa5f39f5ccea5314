using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Api;

/// <summary>The HTTP API: one file a resource, each endpoint asking the same queries and the same desk as the pages.</summary>
public static class ApiServices
{
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<CsrfToken>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    /// <summary>Outermost of what belongs to the API: its errors are never pages.</summary>
    public static void UseApi(this WebApplication app) => app.UseWhen(IsApi, api => api.UseApiProblems());

    /// <summary>After authorisation: who is who is known.</summary>
    public static void UseApiChecks(this WebApplication app) => app.UseWhen(IsApi, api => api.UseApiGuard());

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(Root).RequireAuthorization(Policies.Staff);
        api.MapSession();
    }

    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");
}
