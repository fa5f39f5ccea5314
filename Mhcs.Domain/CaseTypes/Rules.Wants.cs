using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    // Papers from others: received, or given up with the reason
    public static readonly Rule ConvictionsFiled = Held(Wants.PreviousConvictions, "The previous convictions are received and filed");
    public static readonly Rule ClinicianReportHeld = Held(Wants.ClinicianReport, "The responsible clinician’s report is held, where one is wanted");
    public static readonly Rule SentenceCalculated = Held(Wants.SentenceCalculation, "The prison’s sentence calculation is held, where one is wanted");
    public static readonly Rule AftercareMinutesHeld = Held(Wants.AftercareMinutes, "The minutes of the section 117 meeting are held, where there was one");
    public static readonly Rule AftercarePlanHeld = Held(Wants.AftercarePlan, "The aftercare plan is held, where one is wanted");
    public static readonly Rule AccessAssessed = Held(Wants.AccessAssessment, "The receiving hospital’s access assessment is held, where one is wanted");
    public static readonly Rule WrittenEvidenceHeld = Held(Wants.WrittenEvidence, "Medical evidence that was given by telephone has followed in writing");

    public static readonly Rule NoPaperWanted = new("No paper from others is still wanted", s => !s.File.WantedPapers.Any(p => p.IsOutstanding))
    {
        Names = s => s.File.WantedPapers.FirstOrDefault(p => p.IsOutstanding) is { } first ? ($"{first.Label} is still wanted: record it as received, or as not available", new Mend(MendKind.GetPaper, first.Paper)) : null,
    };

    public static readonly Rule AftercareMeetingHeld = new("A section 117 meeting was held", s => s.Facts.Has(Facts.AftercareMeetingOn));
    public static readonly Rule IsSentencedPrisoner = new("The prisoner is sentenced", IsSentenced);
    public static readonly Rule EvidenceToFollow = new("Medical evidence has still to follow in writing", s => s.Facts.Text(Facts.MedicalEvidenceForm) != Facts.MedicalEvidenceForm.Options[0]);

    static Rule Held(Want want, string because) => new(because, s => s.File.Holds(want, s.Facts))
    {
        Mend = Mend.Get(want),
        Names = s => (s.File.WantedPapers.FirstOrDefault(p => p.Paper == want.Key) is { } wanted ? wanted.Owed : $"{want.Label}: not asked for yet", Mend.Get(want)),
    };
}
