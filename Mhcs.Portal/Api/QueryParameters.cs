using Microsoft.OpenApi;

namespace Mhcs.Portal.Api;

static class QueryParameters
{
    /// <summary>Names the query parameters that an endpoint reads by itself, for the API's description.</summary>
    public static RouteHandlerBuilder Listing(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters = [.. operation.Parameters ?? [], .. names.Select(name => new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } })];
        return Task.CompletedTask;
    });
}
