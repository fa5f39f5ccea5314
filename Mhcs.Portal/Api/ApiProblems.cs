using Mhcs.Portal.Data;

namespace Mhcs.Portal.Api;

/// <summary>Whatever happens inside the API leaves it as problem+json: no page, no trace, no 500 for anything a caller can send.</summary>
static class ApiProblems
{
    public static void UseApiProblems(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Mhcs.Portal.Api");
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
                if (!http.Response.HasStarted && http.Response is { StatusCode: >= 400, ContentType: null, ContentLength: null or 0 }) await OfStatus(http.Response.StatusCode).Write(http);
            }
            catch (Exception wrong) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
            {
                if (Of(wrong) is not { } problem)
                {
                    log.LogError(wrong, "An API request failed");
                    problem = new(500, "fault", "Something went wrong on our side. Nothing was changed");
                }
                else if (problem.Status == 503) log.LogError(wrong, "The store is in trouble");
                http.Response.Clear();
                await problem.Write(http);
            }
        });
    }

    static Problem? Of(Exception wrong) => wrong switch
    {
        ApiFault fault => fault.Problem,
        BadHttpRequestException { StatusCode: 413 } => OfStatus(413),
        BadHttpRequestException { StatusCode: 415 } => OfStatus(415),
        BadHttpRequestException bad => new(bad.StatusCode, "malformed", "The request can’t be read: check its address and its fields"),
        InvalidDataException => Problem.Malformed("The body can’t be read"),
        _ => wrong.IsStorageTrouble() ? Problem.Storage : null,
    };

    static Problem OfStatus(int status) => status switch
    {
        401 => new(401, "not-signed-in", "Sign in first: POST /api/v1/session"),
        403 => Problem.NotEntitled("Your role does not give access to this"),
        404 => Problem.NotFound,
        405 => new(405, "method-not-allowed", "This address does not take that method"),
        413 => new(413, "too-large", "The body is too large"),
        415 => new(415, "unsupported-media-type", "This address does not take a body of that type"),
        429 => new(429, "too-many", "Too many requests. Wait, then try again") { RetryAfter = 10 },
        _ => new(status, "malformed", "The request can’t be answered as it was sent"),
    };
}
