using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string DirectionGiven = "the date of the transfer direction", CourtOrder = "the hospital order is made", Complete = "the application is complete",
                 TransferGuidance = "NHS England, Transfer and remission of adult prisoners good practice guidance (June 2021)",
                 TransferGuidanceUrl = "https://www.mills-reeve.com/insights/blogs/health-and-care/june-2021/new-guidance-for-the-transfer-and-remission-of-adu",
                 DelaysUpdate = "https://www.gov.uk/government/publications/delays-in-mental-health-casework-decisions-update-29-january/delays-in-mental-health-casework-decisions-update-29-january";

    public static readonly Term TransferWarrantLapses = new("TRP-01", "The transfer direction lapses unless the patient has arrived", 14, Unit.Days, Wording.BeginningWith, Binding.Statute, "MHA 1983 s47(2), s48(3)")
    {
        Trigger = DirectionGiven, Owner = Caseworker, SourceUrl = Mha(47), Verified = true, Note = "The day of the warrant is day one. After the last day a new decision and a new warrant are needed."
    };

    public static readonly Term FirstPsychiatricAssessment = new("TRP-02", "First psychiatric assessment completed", 14, Unit.Days, Wording.After, Binding.Target, TransferGuidance)
    {
        Trigger = "the referral", Owner = "NHS", SourceUrl = TransferGuidanceUrl, Verified = true, Watch = true, Note = "The first of two limits of 14 days, one after the other."
    };

    public static readonly Term PrisonTransferTakesPlace = new("TRP-03", "The transfer takes place", 14, Unit.Days, Wording.After, Binding.Target, TransferGuidance)
    {
        Trigger = "the first psychiatric assessment", Owner = Together, SourceUrl = TransferGuidanceUrl, Verified = true, Note = "The second of two limits of 14 days: 28 in all."
    };

    public static readonly Term PrisonTransferStatutoryLimit = new("TRP-04", "Decision, direction and removal to hospital", 28, Unit.Days, Wording.BeginningWith, Binding.Statute, "MHA 1983 s47A(4), s48A(4), inserted by MHA 2025 s37")
    {
        Trigger = "the first request for a medical report", Owner = Together, SourceUrl = Mha2025(37), Verified = true, Awaits = Provision.PrisonTransferLimit,
        Note = "A duty to seek to ensure. A shortage of beds or staff is no exceptional circumstance unless another one caused it."
    };

    public static readonly Term PrisonTransferDecision = Target("TRP-05", "Decide the prison transfer", Unit.WorkingDays, Complete, Caseworker) with
    {
        SourceUrl = DelaysUpdate, Note = "Prison transfers are in the critical class, handled without delay. No number is published."
    };

    public static readonly Term ChaseTransferPapers = Target("TRP-06", "Chase the papers (convictions, sentence, indictment, custody)", Unit.WorkingDays, DirectionGiven, Administrator);

    public static readonly Term AdmissionUnderHospitalOrder = new("TRP-07", "The patient is admitted to the hospital named in the order", 28, Unit.Days, Wording.After, Binding.Statute, "MHA 1983 s40(1)")
    {
        Trigger = CourtOrder, Owner = Hospital, SourceUrl = Mha(40), Verified = true, Watch = true, Note = "\"Within a period of 28 days\". Aim a day earlier: section 37(4) counts the day of the order as day one."
    };

    public static readonly Term OpenCourtFile = Target("TRP-08", "Open the file and request the court papers", Unit.WorkingDays, CourtOrder, Administrator);

    public static readonly Term LevelTransferDecision = Target("TRH-01", "Decide the level transfer", Unit.WorkingDays, Complete, Caseworker) with { SourceUrl = DelaysUpdate, Note = "Level transfers are fast-tracked; the number is ours." };

    public static readonly Term SecurityTransferDecision = Target("TRH-02", "Decide the transfer to lower or higher security", Unit.WorkingDays, Complete, CaseworkManager);

    public static readonly Term TrialLeaveEnds = new("TRH-03", "Trial leave ends, so transfer in full, extend or return", 6, Unit.Months, Wording.After, Binding.Target, "MHCS transfer and trial leave guidance")
    {
        Trigger = "trial leave starts", Owner = Caseworker, SourceUrl = "https://www.gov.uk/government/collections/mentally-disordered-offenders", Note = "Six months is usual practice."
    };

    public static readonly Term TrialLeaveReminder = Target("TRH-04", "Remind the hospital that trial leave ends", Unit.Days, "trial leave ends", Administrator, wording: Wording.Before);

    public static readonly Term ConfirmHospitalMove = Target("TRH-05", "Get the date of the move from the hospital", Unit.Days, "our consent is issued", Administrator);

    public static readonly Term TransferConsentLapses = Target("TRH-06", "Our unused consent lapses", Unit.Days, "our consent is issued", Hospital) with { Watch = true, Note = "No source gives a period; the number is ours." };

    public static readonly Term RemissionCompleted = new("REM-01", "Remission to prison completed", 14, Unit.Days, Wording.After, Binding.Target, "NHS England guidance (2019 consultation, 2021)")
    {
        Trigger = "the clinician says the patient is fit for remission", Owner = Together, Verified = true,
        SourceUrl = "https://www.mills-reeve.com/insights/blogs/health-and-care/june-2019/new-consultation-changes-to-the-transfer-and-remis", Note = "Set by guidance; section 50 has no number."
    };

    public static readonly Term AnswerSection74 = new("REM-02", "Give or withhold notice that the patient may be discharged", 90, Unit.Days, Wording.BeginningWith, Binding.Statute, "MHA 1983 s74(2)(b)")
    {
        Trigger = "the tribunal notifies us under section 74", Owner = DeputyHead, SourceUrl = Mha(74), Verified = true,
        Note = "Without notice the hospital managers send the patient to prison, unless the tribunal recommended staying in hospital (s74(3))."
    };

    public static readonly Term ReleaseDateWarning = Target("REM-03", "Warn that the restriction direction ends on the release date", Unit.Days, "the release date", Administrator, "MHA 1983 s50(2)-(3)", Wording.Before) with
    {
        SourceUrl = Mha(50), Note = "That it ends on the release date is statute; when to warn is ours. Again 30 and 7 days before."
    };

    public static readonly Term RemissionDecision = Target("REM-04", "Decide the remission", Unit.WorkingDays, Complete, DeputyHead) with { Note = "Remission is in the critical class." };
}
