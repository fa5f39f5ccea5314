using Mhcs.Portal.Cases;
using Microsoft.OpenApi;

namespace Mhcs.Portal.Api;

/// <summary>Reads what a query string asks. What it doesn't know it refuses, naming it: a typing error must not widen a list.</summary>
static class QueryParameters
{
    /// <summary>Names the query parameters that an endpoint reads by itself, for the API's description.</summary>
    public static RouteHandlerBuilder Listing(this RouteHandlerBuilder endpoint, params string[] names) => endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Parameters = [.. operation.Parameters ?? [], .. names.Select(name => new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } })];
        return Task.CompletedTask;
    });

    public static (int Page, int Size) Paging(this HttpContext http) =>
        (Reply.Number(http.Request.Query["page"], 1, 1_000_000, "page"), Reply.Number(http.Request.Query["pageSize"], 25, CaseListQuery.MostOnAPage, "pageSize"));

    /// <summary>The same in the body of a search.</summary>
    public static (int Page, int Size) Paging(int? page, int? size) => page is < 1 or > 1_000_000 || size is < 1 or > CaseListQuery.MostOnAPage
        ? throw new ApiFault(Problem.Malformed($"page starts at 1, pageSize is 1 to {CaseListQuery.MostOnAPage}")) : (page ?? 1, size ?? 25);

    /// <summary>Words to look for: in a body, because a query string with a name in it would end in logs.</summary>
    public static string Sought(string? query) => query?.Trim() is { Length: >= 2 and <= 200 } words ? words
        : throw new ApiFault(Problem.Refused([new("invalid", "Give 2 to 200 characters to look for", "query")]));

    /// <summary>Number of an entry of the directory; null where none is asked for.</summary>
    public static int? Entry(string? given) => given is null or "" ? null : Reply.Number(given, 0, int.MaxValue, "entry");

    public static T Word<T>(string? given, T otherwise, string field) where T : struct, Enum => given is null or "" ? otherwise
        : Enum.GetNames<T>().FirstOrDefault(n => n.Equals(given, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<T>(name)
        : throw Unknown(field, given, Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]));

    public static string[] Each(string? list) => list?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static ApiFault Unknown(string field, string given, IEnumerable<string> choices) =>
        new(Problem.Malformed($"{field} does not know “{(given.Length > 40 ? given[..40] : given)}”. Use {string.Join(", ", choices)}"));
}
