using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mhcs.Portal.Api;

/// <summary>A word that is none of those an enumeration knows.</summary>
sealed class UnknownWord(string given, IReadOnlyList<string> choices) : JsonException($"“{given}” is not known")
{
    public string Given => given;
    public IReadOnlyList<string> Choices => choices;
}

/// <summary>Enumerations as single words in camel case. The framework's own converter reads “hospital, prison” as two flags put together, and so as a third word without a sound.</summary>
sealed class WordsOfEnums : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    public static string Word(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Tells the description of the API which words there are.</summary>
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if ((Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type) is { IsEnum: true } type)
            (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. Enum.GetNames(type).Select(n => (JsonNode)JsonValue.Create(Word(n)))]);
        return Task.CompletedTask;
    }

    sealed class Words<T> : JsonConverter<T> where T : struct, Enum
    {
        static readonly FrozenDictionary<string, T> Known = Enum.GetValues<T>().ToFrozenDictionary(v => Word(v.ToString()), StringComparer.OrdinalIgnoreCase);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Of(reader.GetString()!) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Word(value.ToString()));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(Word(value.ToString()));

        static T Of(string given) => Known.TryGetValue(given, out var value) ? value : throw new UnknownWord(given, [.. Enum.GetNames<T>().Select(Word)]);
    }
}
