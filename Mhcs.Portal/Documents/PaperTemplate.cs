using System.Text.RegularExpressions;
using Mhcs.Domain.Workflow;

namespace Mhcs.Portal.Documents;

public enum BlockKind { Heading, Paragraph, Bullet, Numbered, Signature }

/// <summary>A piece of a paper: its words, with merge fields or with them filled in.</summary>
public sealed record PaperBlock(BlockKind Kind, string Text);

/// <summary>The text of a paper as somebody who writes letters keeps it: a title, paragraphs, lists, and fields in double braces.</summary>
public sealed partial record PaperTemplate(string Key, string Title, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>Every field the text merges.</summary>
    public IReadOnlyList<string> Fields => [.. Blocks.Select(b => b.Text).Prepend(Title).SelectMany(FieldsOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The paper as it ships with the program.</summary>
    public static PaperTemplate For(Paper paper) => Of(paper.Key);

    public static PaperTemplate Of(string key) => Read(key, TextOf(key));

    /// <summary>The words of the paper as they ship with the program.</summary>
    public static string TextOf(Paper paper) => TextOf(paper.Key);

    static string TextOf(string key)
    {
        using var text = typeof(PaperTemplate).Assembly.GetManifestResourceStream($"Templates.{key}.md")
            ?? throw new InvalidOperationException($"There is no template Documents/Templates/{key}.md");
        using var reader = new StreamReader(text);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }

    public static PaperTemplate Read(string key, string text)
    {
        var parts = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is not [['#', ' ', ..], ..]) throw new FormatException($"Template {key}.md must begin with its title, as in “# Recall warrant”");
        return new(key, parts[0][2..], [.. parts.Skip(1).SelectMany(BlocksOf)]);
    }

    public static IEnumerable<string> FieldsOf(string text) => Field().Matches(text).Select(m => m.Groups["name"].Value);

    /// <summary>The fields that are marked as in {{patient.ppud?}}: where one is not recorded, its paragraph is left out.</summary>
    public static IEnumerable<string> MarkedIn(string text) => Field().Matches(text).Where(m => m.Groups["mark"].Success).Select(m => m.Groups["name"].Value);

    /// <summary>The text with each field replaced.</summary>
    public static string Fill(string text, Func<string, string?> value) => Field().Replace(text, m => value(m.Groups["name"].Value) ?? "");

    static IEnumerable<PaperBlock> BlocksOf(string part) => part switch
    {
        ['#', '#', ' ', .. var heading] => [new(BlockKind.Heading, heading)],
        ['-', ' ', ..] => part.Split('\n').Select(line => new PaperBlock(BlockKind.Bullet, line[2..].Trim())),
        ['1', '.', ' ', ..] => part.Split('\n').Select(line => new PaperBlock(BlockKind.Numbered, line[(line.IndexOf('.', StringComparison.Ordinal) + 1)..].Trim())),
        ['[', .. var signature, ']'] => [new(BlockKind.Signature, signature)],
        _ => [new(BlockKind.Paragraph, part.Replace('\n', ' '))],
    };

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z.0-9]+)(?<mark>\?)?\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();
}
