using System.Collections.Frozen;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Data;

/// <summary>The stored form of events and facts: kind beside compact JSON. A kind is the record's name, so a record is never renamed without a migration.</summary>
public static class EventJson
{
    static readonly FrozenDictionary<string, Type> Kinds = typeof(CaseEvent).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(CaseEvent)) && !t.IsAbstract).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(), new PersonIdJson(), new FactSheetJson() },
    };

    public static string Write(CaseEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), Options);
    public static string Write(FactSheet facts) => JsonSerializer.Serialize(facts, Options);
    public static FactSheet ReadFacts(string json) => JsonSerializer.Deserialize<FactSheet>(json, Options)!;

    /// <summary>The event of a trail entry; null where the entry is not about a case (a sign-in, an import).</summary>
    public static CaseEvent? Read(string kind, string json) =>
        Kinds.TryGetValue(kind, out var type) ? (CaseEvent)JsonSerializer.Deserialize(json, type, Options)! : null;

    sealed class PersonIdJson : JsonConverter<PersonId>
    {
        public override PersonId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());
        public override void Write(Utf8JsonWriter writer, PersonId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    sealed class FactSheetJson : JsonConverter<FactSheet>
    {
        public override FactSheet Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(FactSheet.Empty.Entries.AddRange(JsonSerializer.Deserialize<Dictionary<string, RecordedFact>>(ref reader, options)!));

        public override void Write(Utf8JsonWriter writer, FactSheet value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Entries, options);
    }
}
