using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;

namespace Mhcs.Portal.Letters;

/// <summary>One paper of a batch: "R-1042:1".</summary>
public sealed record LetterAddress(CaseReference Reference, int Number)
{
    public override string ToString() => $"{Reference}:{Number}";

    public static LetterAddress? Parse(string text) =>
        text.Split(':') is [var reference, var number] && CaseReference.TryParse(reference, null, out var file) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? new(file, n) : null;

    public static IReadOnlyList<LetterAddress> ParseAll(string? text) => [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<LetterAddress>().Distinct().Take(LettersQuery.Most)];
}

/// <summary>What came of one paper of a batch.</summary>
/// <param name="Document">Id of the document that was made; null where it was refused.</param>
public sealed record LetterResult(LetterAddress Letter, string? Document, IReadOnlyList<string> Why);

/// <summary>Issues many papers, each by itself through the one door: what one refuses does not hold up the others.</summary>
public sealed class LetterBatch(DocumentDesk documents)
{
    /// <param name="progress">Told after each of them.</param>
    public async Task<IReadOnlyList<LetterResult>> Issue(IReadOnlyList<LetterAddress> letters, PersonId me, Action<int>? progress = null, CancellationToken ct = default)
    {
        List<LetterResult> results = [];
        foreach (var letter in letters.Distinct().Take(LettersQuery.Most))
        {
            var outcome = await documents.Issue(letter.Reference, letter.Number, me, ct: ct);
            results.Add(new(letter, outcome is Outcome.Done done ? done.Events.OfType<PaperIssued>().First().DocumentId : null, [.. outcome.Sentences]));
            progress?.Invoke(results.Count);
        }
        return results;
    }
}
