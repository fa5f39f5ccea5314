using Mhcs.Portal.SignIn;
using Microsoft.AspNetCore.OpenApi;

namespace Mhcs.Portal.Api;

/// <summary>The HTTP API: one file a resource, each endpoint asking the same queries and the same desk as the pages.</summary>
public static class ApiServices
{
    public const string Root = "/api/v1";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddSingleton<CsrfToken>();
        services.AddSingleton<CaseReading>();
        services.AddOpenApi("v1", description =>
        {
            // Many resources have an Item, a Page and an Answer: each is described under the name of its own.
            description.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
                ? type.Type.DeclaringType is { IsGenericType: false } of ? of.Name.Replace("Api", "", StringComparison.Ordinal) + name : name : null;
            description.AddSchemaTransformer(WordsOfEnums.Describe);
            description.AddDocumentTransformer((document, _, _) =>
            {
                (document.Info.Title, document.Info.Version) = ("Mental health casework", "1");
                document.Info.Description = "Cookie session: POST /api/v1/session, then send csrfToken as X-CSRF-TOKEN with every change. Changes of a case need If-Match. Errors are application/problem+json with a stable code.";
                return Task.CompletedTask;
            });
        });
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
    }

    /// <summary>Outermost of what belongs to the API: its errors are never pages.</summary>
    public static void UseApi(this WebApplication app) => app.UseWhen(IsApi, api => api.UseApiProblems());

    /// <summary>After authorisation: who is who is known.</summary>
    public static void UseApiChecks(this WebApplication app) => app.UseWhen(IsApi, api =>
    {
        api.UseApiGuard();
        api.UseIdempotency();
    });

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(Root).RequireAuthorization(Policies.Staff).ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapSession();
        api.MapDeadlines();
        api.MapCaseTypes();
        api.MapAudit();
        api.MapAdmin();
        var casework = api.MapGroup("").RequireAuthorization(Policies.Casework).ProducesProblem(StatusCodes.Status403Forbidden);
        casework.MapCaseList();
        casework.MapCaseActs();
        casework.MapCaseTasks();
        casework.MapDocumentApi();
        casework.MapPapers();
        casework.MapCasePapers();
        casework.MapTeams();
        casework.MapImports();
        casework.MapExports();
        casework.MapDiary();
        casework.MapDiaryDays();
        casework.MapMeetings();
        casework.MapDirectory();
        casework.MapContacts();
        casework.MapEvents();
        casework.MapGuidance();
        casework.MapVictims();
        casework.MapCover();
    }

    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");
}
