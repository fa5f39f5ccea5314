using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;

namespace Mhcs.Portal.Api;

/// <summary>How the API reads and writes JSON: camel case, enumerations as words, nothing said twice.</summary>
static class ApiJson
{
    public const long Largest = 1024 * 1024;

    public static JsonSerializerOptions Options { get; } = Set(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.Converters.Add(new StorableText());
        options.Converters.Add(new WordsOfEnums());
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        return options;
    }

    /// <summary>The text of a value, which neither database could keep with a NUL or half a character in it.</summary>
    public static string Text(JsonElement value)
    {
        try
        {
            return value.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new ApiFault(Problem.Malformed("A text holds a NUL character"));
        }
        catch (InvalidOperationException)
        {
            throw new ApiFault(Problem.Malformed("A text holds half a character"));
        }
    }

    sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.String) throw new JsonException();
            var text = reader.GetString()!;
            return text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException() : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <summary>The JSON body of a request. Whatever is wrong with it is answered as 400, 413 or 415, never as a fault of ours.</summary>
sealed record Body<T>(T Value) : Microsoft.AspNetCore.Http.Metadata.IEndpointParameterMetadataProvider where T : class
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext http)
    {
        var request = http.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            throw new ApiFault(new(415, "unsupported-media-type", "Send the body as application/json"));
        if (type.Charset.HasValue && !type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new ApiFault(new(415, "unsupported-media-type", "Send the body in UTF-8"));
        if (request.ContentLength > ApiJson.Largest) throw new ApiFault(new(413, "too-large", "The body must be 1 MiB or smaller"));
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, ApiJson.Options, http.RequestAborted) is { } value
                ? new(value)
                : throw new ApiFault(Problem.Malformed("The body is null. Send an object"));
        }
        catch (UnknownWord unknown)
        {
            throw QueryParameters.Unknown(unknown.Path is ['$', '.', .. var field] ? field : "The body", unknown.Given, unknown.Choices);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new ApiFault(Problem.Malformed((wrong as JsonException)?.Path is { Length: > 1 } path ? $"The body can’t be read at {path}" : "The body is not JSON of the expected form"));
        }
    }

    public static void PopulateMetadata(System.Reflection.ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new Microsoft.AspNetCore.Http.Metadata.AcceptsMetadata(["application/json"], typeof(T)));
}
