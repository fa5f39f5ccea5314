using Mhcs.Portal.Data;

namespace Mhcs.Portal;

/// <summary>People get a page that says what went wrong; programs get the status alone.</summary>
public static class ErrorPages
{
    static readonly string[] Programs = ["/api", "/hubs", "/_blazor", "/openapi", "/health", "/metrics"];

    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            CreateScopeForErrors = true,
            StatusCodeSelector = wrong => wrong.IsStorageTrouble() ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        });
        app.UseWhen(IsForAPage, pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        // After the branch, so that the address it executes again finds its page.
        app.UseRouting();
    }

    /// <summary>Somebody's browser asks for something to show.</summary>
    public static bool IsForAPage(this HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) && !Programs.Any(p => http.Request.Path.StartsWithSegments(p));
}
