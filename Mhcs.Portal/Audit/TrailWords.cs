using System.Text;
using System.Text.Json;

namespace Mhcs.Portal.Audit;

/// <summary>Entries as people read them: everything that was recorded, under the name it was recorded by.</summary>
public static class TrailWords
{
    public static string Of(TrailEntry entry) => Spaced(entry.Kind);

    /// <summary>What the entry holds, each value by itself: "facts, hospital, value" and what stands there.</summary>
    public static IReadOnlyList<(string Name, string Value)> Recorded(TrailEntry entry)
    {
        using var data = JsonDocument.Parse(entry.Data);
        return [.. Leaves("", data.RootElement)];
    }

    static IEnumerable<(string, string)> Leaves(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(p => Leaves(name.Length == 0 ? Spaced(p.Name) : $"{name}, {Spaced(p.Name).ToLowerInvariant()}", p.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Leaves($"{name} {i + 1}", item)),
        JsonValueKind.Null => [],
        JsonValueKind.String => [(name, value.GetString()!)],
        _ => [(name, value.GetRawText())],
    };

    static string Spaced(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name.TrimStart('$'))
            if (words.Length == 0) words.Append(char.ToUpperInvariant(letter));
            else if (char.IsUpper(letter)) words.Append(' ').Append(char.ToLowerInvariant(letter));
            else words.Append(letter);
        return words.ToString();
    }
}
