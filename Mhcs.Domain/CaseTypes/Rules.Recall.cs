using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

static partial class Rules
{
    public static readonly Rule MedicalEvidence = Recorded("Medical evidence of disorder is held", Facts.MedicalEvidence, "Record medical evidence of mental disorder, or decide as an emergency (K v United Kingdom)");
    public static readonly Rule MedicalEvidenceSource = Recorded("It is known which doctor gave the evidence", Facts.MedicalEvidenceFrom, "Record which doctor gave the medical evidence");
    public static readonly Rule MedicalEvidenceFollowed = Recorded("The medical evidence has followed", Facts.MedicalEvidence, "Record the medical evidence that was to follow the emergency recall");
    public static readonly Rule BedConfirmed = new("The receiving hospital has confirmed a bed", s => s.Facts.Has(Facts.BedConfirmedBy) && s.Facts.Has(Facts.BedConfirmedOn))
    {
        About = [Facts.BedConfirmedBy, Facts.BedConfirmedOn], Otherwise = "Record who confirmed the bed, and when", Mend = Mend.Record(Facts.BedConfirmedOn),
    };
    public static readonly Rule ReturnFollowsWarrant = new("The return is not before the warrant", s => s.Facts.Date(Facts.ReturnedAt) >= s.Facts.Date(Facts.WarrantDate))
    {
        About = [Facts.ReturnedAt], Otherwise = "The return can’t be before the day of the warrant", Mend = Mend.Record(Facts.ReturnedAt),
    };
    public static readonly Rule ReasonsFollowReturn = new("The reasons were given in order", s => s.Facts.Instant(Facts.OralReasonAt) <= s.Facts.Instant(Facts.ExplainedAt) && s.Facts.Instant(Facts.ExplainedAt) <= s.Facts.Instant(Facts.WrittenReasonsAt))
    {
        About = [Facts.OralReasonAt, Facts.ExplainedAt, Facts.WrittenReasonsAt], Otherwise = "The three stages can’t stand in this order: brief reason, explanation, written reasons", Mend = Mend.Record(Facts.WrittenReasonsAt),
    };
    /// <summary>72 hours, HSG(93)20 and Lee-Hirons. Lateness does not make detention unlawful, but it has to be answered for.</summary>
    public static readonly Rule ReasonsInTimeOrExplained = new("The written reasons came within 72 hours, or the delay is explained", s =>
        s.Facts.Instant(Facts.WrittenReasonsAt) <= s.Facts.Instant(Facts.ReturnedAt)?.AddHours(Terms.WrittenRecallReasons.Amount!.Value) || s.Facts.Has(Facts.LateReasons))
    {
        About = [Facts.WrittenReasonsAt, Facts.LateReasons], Otherwise = "More than 72 hours passed after the return: say why the written reasons were late", Mend = Mend.Record(Facts.LateReasons),
    };
    // As the file stands before the step: the step itself brings the answer.
    public static readonly Rule NotYetInformed = new("The written reasons are not recorded yet", s => !s.File.Facts.Has(Facts.WrittenReasonsAt)) { Otherwise = "The written reasons are recorded already" };
    public static readonly Rule ReceiptNotRecorded = new("The tribunal’s receipt is not recorded yet", s => !s.File.Facts.Has(Facts.TribunalReceivedOn)) { Otherwise = "The tribunal’s receipt is recorded already" };
    public static readonly Rule ReferenceFollowsReturn = new("The reference is not before the return", s => s.Facts.Date(Facts.ReferredOn) >= s.Facts.Date(Facts.ReturnedAt))
    {
        About = [Facts.ReferredOn], Otherwise = "The reference can’t be before the return to hospital", Mend = Mend.Record(Facts.ReferredOn),
    };
    public static readonly Rule ClinicianKnown = Recorded("The responsible clinician is recorded", Facts.ResponsibleClinician, "Record the responsible clinician at the hospital");
}
