using System.Globalization;
using System.Text.RegularExpressions;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.Correspondence;

/// <summary>Something in a draft that the house style asks to mend.</summary>
/// <param name="What">What was found, naming the words.</param>
/// <param name="Mend">What to write instead.</param>
public sealed record StyleFinding(string What, string Mend);

/// <summary>The house-style check of drafts (domain notes, section 9): names each finding, changes nothing. What it can't know it leaves to the second pair of eyes.</summary>
public static partial class HouseStyle
{
    /// <summary>Words a sentence may have (design figure, not policy).</summary>
    public const int LongestSentence = 30;

    /// <summary>The findings on a draft of a case: letters begin with a salutation, and only what stays with us names the patient.</summary>
    public static IReadOnlyList<StyleFinding> Of(CaseFile file, FactSheet facts, string text)
    {
        var inside = file.Type == Submission.Type || facts.Text(Facts.LetterFrom) == Facts.FromPatient;
        return Check(text, isLetter: file.Type == Letter.Type || file.Type == Litigation.Type, inside ? null : file.Patient);
    }

    /// <param name="unnamed">The patient whom the text must not name, if any.</param>
    public static IReadOnlyList<StyleFinding> Check(string text, bool isLetter, Patient? unnamed) =>
    [
        .. isLetter && !text.TrimStart().StartsWith("Dear ", StringComparison.Ordinal) ? [new StyleFinding("There is no salutation", "Begin with “Dear” and the name")] : Array.Empty<StyleFinding>(),
        .. unnamed is not null && Names(text, unnamed) ? [new StyleFinding("The text names the patient", "Take the name out: that somebody is a patient is confidential")] : Array.Empty<StyleFinding>(),
        .. Sentences(text).Where(s => s.Words > LongestSentence).Select(s => new StyleFinding($"A sentence has {s.Words} words: “{s.Begins}…”", $"Make it two: {LongestSentence} words at most")),
        .. Plain.Where(p => Has(text, p.Said)).Select(p => new StyleFinding($"“{p.Said}”", $"Write {p.Better}")),
        .. ToWrite().Matches(text).Select(gap => new StyleFinding($"A part is still to be written: “{gap.Value}”", "Write it, or take it out")),
        .. text.Contains('!', StringComparison.Ordinal) ? [new StyleFinding("There is an exclamation mark", "End with a full stop")] : Array.Empty<StyleFinding>(),
        .. Abbreviations.Where(a => IsUnexplained(text, a)).Select(a => new StyleFinding($"“{a}” is not explained", $"Write it out once, with {a} in brackets")),
    ];

    /// <summary>Whether a text says who the patient is: by surname, number or PPUD reference.</summary>
    public static bool Names(string text, Patient patient) =>
        new[] { patient.Surname, patient.Number, patient.PpudReference }.OfType<string>().Where(n => n.Length > 0).Any(name => Has(text, name));

    /// <summary>What says little or nothing, and what to write instead.</summary>
    static readonly (string Said, string Better)[] Plain =
    [
        ("please find attached", "“I enclose” or “attached is”"), ("please find enclosed", "“I enclose”"), ("going forward", "“from now on”, or nothing"), ("in order to", "“to”"),
        ("prior to", "“before”"), ("subsequent to", "“after”"), ("pursuant to", "“under”"), ("utilise", "“use”"), ("facilitate", "“help” or “arrange”"), ("commence", "“begin”"),
        ("aforementioned", "what is meant"), ("hereby", "nothing in its place"), ("with regard to", "“about”"), ("in respect of", "“about” or “for”"), ("at this moment in time", "“now”"),
        ("stakeholders", "who they are"), ("deep dive", "“a close look”"), ("leverage", "“use”"), ("service user", "“patient”"), ("touch base", "“talk”"),
    ];

    /// <summary>Abbreviations of the section that others can't be expected to know (domain notes, section 8).</summary>
    static readonly string[] Abbreviations =
    [
        "AC", "AD", "AMHP", "AoS", "AWOL", "BF", "CD", "CPIA", "CPS", "CPST", "CTO", "DoL", "DVCVA", "FTT", "GLD", "IMHA", "IPP", "JR", "LBC", "LTEL", "MAPPA", "MCA", "MDT", "MHCS",
        "OASys", "PNC", "POM", "PPUD", "PQ", "QAF", "RA", "RC", "RO", "SAR", "SoS", "TO", "UT", "VCS", "VLO", "VPS",
    ];

    static bool Has(string text, string words) => Regex.IsMatch(text, $@"\b{Regex.Escape(words)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    static bool IsUnexplained(string text, string abbreviation) => Regex.IsMatch(text, $@"\b{abbreviation}s?\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
        && !text.Contains($"({abbreviation})", StringComparison.Ordinal) && !text.Contains($"{abbreviation} (", StringComparison.Ordinal);

    static IEnumerable<(int Words, string Begins)> Sentences(string text) =>
        from sentence in SentenceEnd().Split(text)
        let words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        where words.Length > 0
        select (words.Length, string.Join(' ', words.Take(6)).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\[[^\]\n]+\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToWrite();

    [GeneratedRegex(@"(?<=[.?!:])\s+|\n\s*\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SentenceEnd();
}
