using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Transfer from prison to hospital (MHA 1983 s47, s48, with a restriction direction under s49).</summary>
public static class PrisonTransfer
{
    static readonly State Referred      = State.Called("Referred"),                       AssessmentAwaited = State.Waiting("Medical reports awaited"),
                          ReportsReceived = State.Called("Reports received"),             BedAgreed     = State.Called("Bed agreed"),
                          Assessment    = State.Called("Being assessed"),                 AwaitingDecision = State.Deciding("Awaiting decision"),
                          OnHold        = State.Waiting("On hold, legal"),                Approved      = State.Deciding("Approved, warrant to sign"),
                          WarrantIssued = State.Waiting("Warrant issued"),                Lapsed        = State.Called("Warrant lapsed"),
                          Received      = State.Called("Received in hospital"),           Completed     = State.Closing("Completed"),
                          Refused       = State.Closing("Refused"),                       Ended         = State.Closing("Ended");

    static readonly Step Admit = Step.Called("Confirm the admission"), Sign = Step.Grave("Sign the warrant"), ReleaseDay = Step.Called("The release date is reached", "release-date-reached");

    static readonly Rule[] Reports = [Rules.TwoDoctors, Rules.OneSection12, Rules.BothFindDisorder, Rules.BothFindTreatment, Rules.UrgentForSection48];
    static readonly Rule[] Fresh = [Rules.FirstReportFresh, Rules.SecondReportFresh];
    static readonly State[] BeforeAdmission = [Referred, AssessmentAwaited, ReportsReceived, BedAgreed, Assessment, AwaitingDecision, OnHold, Approved, WarrantIssued, Lapsed];

    public static readonly CaseType Type = new("prison-transfer", "Prison transfer", "T", Weight: 3, Referred,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.IsNotInHospital, Rules.ReleaseDateAhead], Asks = [Facts.ReferralDate, Facts.Prison, Facts.TransferPower, Facts.ReleaseDate, Facts.InitialRequestOn],
            Starts = [new(Terms.FirstPsychiatricAssessment, Facts.ReferralDate), new(Terms.PrisonTransferStatutoryLimit, Facts.InitialRequestOn), new(Terms.ReleaseDateReached, Facts.ReleaseDate) { Or = Rules.ReleaseDateOnRecord }],
            Tells = [Parties.HeadIfHighProfile, Parties.PressOffice],
        },
    [
        //  from               step                                  to                 whose decision
        new(Referred,          Step.Called("Ask for medical reports"), AssessmentAwaited, Authorities.Administration) { Tells = [Parties.Prison] },
        new(AssessmentAwaited, Step.Called("Record the first report"), AssessmentAwaited, Authorities.Administration) { Asks = [Facts.FirstReportBy, Facts.FirstReportOn, Facts.FirstReportSection12, Facts.FirstReportDisorder, Facts.FirstReportTreatment], Starts = [new(Terms.PrisonTransferTakesPlace, Facts.FirstReportOn) { If = Rules.FirstReportIsNew }], Stops = [Terms.FirstPsychiatricAssessment] },
        new(AssessmentAwaited, Step.Called("Record the second report"), ReportsReceived, Authorities.Administration)  { Needs = [Rules.FirstReportHeld, .. Reports], Asks = [Facts.SecondReportBy, Facts.SecondReportOn, Facts.SecondReportSection12, Facts.SecondReportDisorder, Facts.SecondReportTreatment, Facts.UrgentNeed], Tells = [Parties.Prison] },
        new(ReportsReceived,   Step.Called("Record the bed"),        BedAgreed,         Authorities.Administration)  { Asks = [Facts.TransferHospital, Facts.Ward, Facts.TransferSecurity, Facts.BedFrom, Facts.BedConfirmedBy, Facts.BedConfirmedOn], Starts = [Terms.PrisonTransferDecision] },
        new(ReportsReceived,   Step.Called("Ask for fresh reports"), AssessmentAwaited, Authorities.Casework)        { Asks = [Facts.MissingInformation] },
        new(BedAgreed,         Step.Called("Begin the assessment"),  Assessment,        Authorities.Casework)        { Needs = [Rules.Assigned, Rules.BedConfirmed] },
        new(Assessment,        Step.Called("Recommend"),             AwaitingDecision,  Authorities.Casework)        { Needs = [Rules.Assigned, Rules.SentenceCalculated], Asks = [Facts.Recommendation, Facts.SecurityFits, Facts.PapersHeld, Facts.VictimCheck] },
        new(Assessment,        Step.Called("Ask for fresh reports"), AssessmentAwaited, Authorities.Casework)        { Asks = [Facts.MissingInformation], Stops = [Terms.PrisonTransferDecision] },
        new(AwaitingDecision,  Step.Grave("Approve the transfer"),   Approved,          Authorities.PrisonTransfer)  { Needs = [Rules.Assigned, Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered, Rules.ReleaseDateAhead, .. Reports, .. Fresh, Rules.DirectionWhereMandatory], Settles = [Facts.TransferPower], Asks = [Facts.RestrictionDirection, Facts.PublicInterest, Facts.DecisionReasons], Stops = [Terms.PrisonTransferDecision], Tells = [Parties.HeadIfHighProfile, Parties.PressOffice] },
        new(AwaitingDecision,  Step.Grave("Refuse the transfer"),    Refused,           Authorities.PrisonTransfer)  { Needs = [Rules.Assigned, Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = [Terms.PrisonTransferDecision], Issues = [Papers.PrisonTransferRefused], Tells = [Parties.Prison, Parties.ReceivingHospital] },
        new(AwaitingDecision,  Steps.SendBack,                       Assessment,        Authorities.PrisonTransfer)  { Asks = [Facts.SentBackBecause] },

        new(Approved,          Sign,                                 WarrantIssued,     Authorities.SignWarrant)     { When = Rules.WithRestrictionDirection, Needs = [.. Fresh, Rules.ReleaseDateAhead, Rules.BedConfirmed], Asks = [Facts.WarrantDate], Starts = [.. FromWarrant], Issues = [Papers.TransferWarrant, Papers.RestrictionDirection, Papers.PrisonTransferLetter], Tells = [Parties.Prison, Parties.ReceivingHospital] },
        new(Approved,          Sign,                                 WarrantIssued,     Authorities.SignWarrant)     { When = Rules.WithoutRestrictionDirection, Needs = [.. Fresh, Rules.ReleaseDateAhead, Rules.BedConfirmed], Asks = [Facts.WarrantDate], Starts = [.. FromWarrant], Issues = [Papers.TransferWarrant, Papers.PrisonTransferLetter], Tells = [Parties.Prison, Parties.ReceivingHospital] },
        new(Approved,          Step.Grave("Withdraw the approval"),  Assessment,        Authorities.PrisonTransfer)  { Asks = [Facts.DecisionReasons], Tells = [Parties.Prison, Parties.ReceivingHospital] },
        .. Move.FromEach([WarrantIssued, Lapsed], from =>
        new(from,              Admit,                                Received,          Authorities.Administration)  { Needs = [Rules.AdmittedAfterWarrant, Rules.AdmittedInTime], Asks = [Facts.AdmittedOn, Facts.Ward, Facts.ResponsibleClinician], Starts = [.. FromDirection], Stops = [Terms.TransferWarrantLapses, Terms.PrisonTransferTakesPlace, Terms.PrisonTransferStatutoryLimit, Terms.ReleaseDateReached], Changes = [Effects.TransferredFromPrison], Tells = [Parties.Clinician, Parties.Prison, Parties.Court, Parties.HeadIfHighProfile] }),
        new(WarrantIssued,     Step.Called("The warrant lapses"),    Lapsed,            Authority.Clock)             { After = Terms.TransferWarrantLapses, Stops = [Terms.TransferWarrantLapses, Terms.ChaseTransferPapers], Tells = [Parties.Prison, Parties.ReceivingHospital] },
        new(Lapsed,            Step.Called("Prepare a new decision"), Assessment,       Authorities.Casework)        { Needs = [Rules.Assigned], Starts = [Terms.PrisonTransferDecision] },
        new(Received,          Step.Called("Complete the file"),     Completed,         Authorities.Administration)  { Needs = [Rules.NoPaperWanted], Asks = [Facts.VictimEligible], Stops = [Terms.ChaseTransferPapers], Changes = [Effects.VictimSchemeNoted], Tells = [Parties.VictimLiaison, Parties.Mappa] },

        .. Move.FromEach([Referred, Assessment, Received], from =>
        new(from,              Steps.FlagHighProfile,                from,              Authorities.Casework)        { When = Rules.NotFlagged, Asks = HighProfileAssessment.Flag, Opens = "high-profile", Tells = [Parties.DeputyHead] }),
        .. Move.FromEach([Assessment, AwaitingDecision], from =>
        new(from,              Steps.Hold,                           OnHold,            Authorities.Casework)        { Asks = [Facts.HoldReason] }),
        new(OnHold,            Steps.Resume,                         Assessment,        Authorities.Casework)        { Asks = [Facts.ResumeReason] },
        .. Move.FromEach(BeforeAdmission, from =>
        new(from,              Steps.End,                            Ended,             Authorities.Casework)        { Asks = [Facts.EndingReason, Facts.EndingDetail], Tells = [Parties.Prison, Parties.HeadIfHighProfile] }),
        .. Move.FromEach(BeforeAdmission, from =>
        new(from,              ReleaseDay,                           Ended,             Authority.Clock)             { After = Terms.ReleaseDateReached, Stops = [Terms.ReleaseDateReached], Tells = [Parties.Prison, Parties.HeadIfHighProfile] }),
        .. AfterDeath.Stops([BedAgreed, Assessment, AwaitingDecision, Approved, WarrantIssued], Parties.Prison, Parties.ReceivingHospital),
    ])
    {
        OutlastsRestrictions = true,
        Wants = [
            Wants.PreviousConvictions.FromWhen(ReportsReceived), Wants.CustodyPapers.FromWhen(ReportsReceived), Wants.SentenceCalculation.FromWhen(ReportsReceived) with { If = Rules.IsSentencedPrisoner },
            Wants.Indictment.FromWhen(ReportsReceived), Wants.ProsecutionSummary.FromWhen(ReportsReceived), Wants.SentencingRemarks.FromWhen(Approved) with { If = Rules.IsSentencedPrisoner },
        ],
        Law = "On two medical reports, one by a doctor approved under section 12, the Secretary of State may by warrant direct the transfer of a sentenced prisoner (MHA 1983 s47) or of another prisoner or detainee in urgent need (s48) to a named hospital, if it is expedient in the public interest. "
            + "A restriction direction (s49) goes with it, always for people of s48(2)(a) and (b). The direction ceases at the end of 14 days beginning with its date unless the patient has been received.",
    };

    static IEnumerable<Start> FromWarrant => [new(Terms.TransferWarrantLapses, Facts.WarrantDate), new(Terms.ChaseTransferPapers, Facts.WarrantDate)];

    static IEnumerable<Start> FromDirection =>
    [
        new(Terms.DetainedApplicationOpens, Facts.WarrantDate), new(Terms.DetainedApplicationCloses, Facts.WarrantDate),
        new(Terms.AnnualReport, Facts.WarrantDate) { If = Rules.WithRestrictionDirection },
    ];
}
