using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Correspondence;

/// <summary>What of a piece of correspondence is compared with others: its words are taken apart once, however many those are.</summary>
public sealed class Gist
{
    readonly string? _writer;
    readonly HashSet<string> _topic;
    readonly HashSet<string>? _asked;

    Gist(string? writer, string? topic, string? asked) => (_writer, _topic, _asked) = (writer, Likeness.Words(topic ?? ""), asked is null ? null : Likeness.Words(asked));

    public static Gist Of(FactSheet piece) => new(piece.Text(Facts.Correspondent), piece.Text(Facts.Topic), piece.Text(Facts.LetterAsks));

    /// <summary>Whether what the two are about, or what they ask, is alike.</summary>
    public bool IsLike(Gist other) => Likeness.AreAlike(_topic, other._topic) || (_asked is not null && other._asked is not null && Likeness.AreAlike(_asked, other._asked));

    /// <summary>Whether both are from one correspondent: then perhaps the same letter; from another it is perhaps a campaign.</summary>
    public bool HasWriterOf(Gist other) => string.Equals(_writer, other._writer, StringComparison.OrdinalIgnoreCase);
}
