using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Documents.Library;

/// <summary>A text filled in from a case of nobody's, to see how it will read.</summary>
public static class TemplateSample
{
    public static readonly string Patient = "Perrin Applecross, born 9 May 1984";

    /// <param name="sparse">Without what may be left unrecorded: optional paragraphs are left out, as on a real letter, and what would hold it is named.</param>
    public static PaperTemplate Of(PaperTemplate template, Paper paper, DateOnly today, bool sparse = false) => MergeFields.Filled(template, paper, field => field switch
    {
        "patient.ppud" or "patient.since" or "patient.release" or "patient.hospital" or "patient.residence" or "patient.atLarge" when sparse => null,
        "case.reference" => "R-1042",
        "today" => FactWords.Day(today),
        "patient.name" => "Perrin Applecross",
        "patient.number" => "P-20417",
        "patient.ppud" => "PP20417",
        "patient.born" => "9 May 1984",
        "patient.status" => "Conditionally discharged",
        "patient.since" => FactWords.Day(today.AddYears(-3)),
        "patient.release" => FactWords.Day(today.AddMonths(3)),
        "patient.atLarge" => "The patient came from prison and counts as unlawfully at large while absent (section 50(4)): the sentence does not run.",
        "patient.hospital" => "Northmere Hospital",
        "patient.residence" => "Larch House, Saffron Tarn",
        _ => paper.Uses.FirstOrDefault(f => f.Key == field) is not { } fact ? $"{{{{{field}}}}}" : sparse && fact.IsOptional ? null : Answer(fact, today),
    });

    static string Answer(Fact fact, DateOnly today) => fact.Kind switch
    {
        FactKind.Date => FactWords.Day(today.AddDays(fact.When == When.NotBeforeToday ? 14 : -14)),
        FactKind.DateTime => $"10:30am on {FactWords.Day(today.AddDays(-1))}",
        FactKind.Choice => fact.Options[0],
        FactKind.YesNo => "Yes",
        FactKind.Confirmation => "Confirmed",
        FactKind.Number => "3",
        FactKind.Hospital => "Northmere Hospital",
        FactKind.Prison => "HMP Thornbeck",
        _ => $"{fact.Label}, as it was recorded",
    };
}
