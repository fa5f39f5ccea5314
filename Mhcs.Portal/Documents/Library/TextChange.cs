namespace Mhcs.Portal.Documents.Library;

public enum ChangeKind { Same, Added, Removed }

/// <summary>A line of one text or of both.</summary>
public sealed record TextChange(ChangeKind Kind, string Line)
{
    /// <summary>What turns one text into the other, line by line: the longest run of lines that both have stays, the rest was taken out or put in.</summary>
    public static IReadOnlyList<TextChange> Between(string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);

        List<TextChange> changes = [];
        for (var (i, j) = (0, 0); i < old.Length || j < now.Length;)
            if (i < old.Length && j < now.Length && old[i] == now[j]) { changes.Add(new(ChangeKind.Same, old[i++])); j++; }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1])) changes.Add(new(ChangeKind.Removed, old[i++]));
            else changes.Add(new(ChangeKind.Added, now[j++]));
        return changes;
    }

    // Empty lines only part the blocks; they say nothing by themselves.
    static string[] Lines(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0)];
}
