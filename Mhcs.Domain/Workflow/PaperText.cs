using Mhcs.Domain.Cases;

namespace Mhcs.Domain.Workflow;

/// <summary>What the text of a paper says of a file, besides the facts that the paper uses.</summary>
/// <param name="Template">The version of the text.</param>
/// <param name="Mark">The same for the same words, and for no others; the day of issue is left out.</param>
/// <param name="Particulars">What it says of the patient, line by line. One that is not recorded, and that no paragraph may be left out for, holds the paper.</param>
public sealed record PaperText(int Template, string Mark, IReadOnlyList<PreFlightLine> Particulars);

/// <summary>The texts in force: handed in, for the words of papers are data and are changed by two people.</summary>
public interface IPaperTexts
{
    PaperText Of(Paper paper, CaseFile file, FactSheet facts);
}
