using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Mhcs.Portal.Data;

public sealed class PersonIdConverter() : ValueConverter<PersonId, int>(id => id.Value, value => new PersonId(value));

public sealed class CaseReferenceConverter() : ValueConverter<CaseReference, string>(reference => reference.Value, value => new CaseReference(value));

public sealed class FactSheetConverter() : ValueConverter<FactSheet, string>(facts => EventJson.Write(facts), json => EventJson.ReadFacts(json));

/// <summary>A history kept as JSON in one column. Histories are replaced whole, never changed in place, so a reference tells whether one changed.</summary>
public sealed class JsonListConverter<T>() : ValueConverter<IReadOnlyList<T>, string>(
    list => JsonSerializer.Serialize(list, EventJson.Options),
    // Most histories are empty (hardly a clock is ever paused), and every act reads them all.
    json => json == "[]" ? Array.Empty<T>() : JsonSerializer.Deserialize<List<T>>(json, EventJson.Options)!);

public sealed class ByReference<T>() : ValueComparer<IReadOnlyList<T>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list);
