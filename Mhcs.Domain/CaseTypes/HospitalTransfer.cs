using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Transfer between hospitals (MHA 1983 s19, with our consent under s41(3)(c)(ii)); a step down is tried first as leave (s17).</summary>
public static class HospitalTransfer
{
    static readonly State Applied        = State.Called("Applied"),                       InfoAwaited     = State.Waiting("Information awaited"),
                          Assessment     = State.Called("Being assessed"),                AwaitingDecision = State.Deciding("Awaiting decision"),
                          OnHold         = State.Waiting("On hold, legal"),               ConsentGranted  = State.Waiting("Consent granted, move awaited"),
                          TrialLeaveGranted = State.Waiting("Trial leave granted"),       OnTrialLeave    = State.Waiting("On trial leave"),
                          TrialLeaveReview = State.Called("Trial leave under review"),    AwaitingTrialDecision = State.Deciding("Awaiting decision after trial leave"),
                          Moved          = State.Closing("Moved"),                        ReturnedToSender = State.Closing("Returned to the sending hospital"),
                          Refused        = State.Closing("Refused"),                      Lapsed          = State.Closing("Consent lapsed"),
                          Ended          = State.Closing("Ended");

    static readonly Step Lapse = Step.Called("The unused consent lapses", "consent-lapses"), Return = Step.Grave("Return the patient to the sending hospital");

    static readonly Fact[] TheMove = [Facts.MoveDirection, Facts.ProposedHospital, Facts.ProposedSecurity];
    static readonly Rule[] Deciding = [Rules.Assigned, Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered];

    public static readonly CaseType Type = new("hospital-transfer", "Hospital transfer", "H", Weight: 2, Applied,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.IsDetained, Rules.DirectionFits, Rules.GoesElsewhere], Asks = [Facts.MoveDirection, Facts.ProposedHospital, Facts.ProposedSecurity, Facts.MoveReason, Facts.Commissioner],
            Tells = [Parties.HeadIfHighProfile],
        },
    [
        //  from                 step                                          to                    whose decision
        new(Applied,             Step.Called("Accept as complete"),            Assessment,           Authorities.Administration)    { Asks = [Facts.SendingViews, Facts.ReceivingViews, Facts.BedFrom, Facts.EscortPlan], Starts = [.. DecisionClocks] },
        new(Applied,             Step.Called("Ask for missing information"),   InfoAwaited,          Authorities.Administration)    { Asks = [Facts.MissingInformation], Issues = [Papers.IncompleteForm], Tells = [Parties.Clinician] },
        new(InfoAwaited,         Step.Called("Accept as complete"),            Assessment,           Authorities.Administration)    { Asks = [Facts.SendingViews, Facts.ReceivingViews, Facts.BedFrom, Facts.EscortPlan], Starts = [.. DecisionClocks] },
        new(Assessment,          Step.Called("Ask for missing information"),   InfoAwaited,          Authorities.Casework)          { Asks = [Facts.MissingInformation], Issues = [Papers.IncompleteForm], Stops = ByDecision, Tells = [Parties.Clinician] },
        new(Assessment,          Step.Called("Recommend"),                     AwaitingDecision,     Authorities.Casework)          { Needs = [Rules.Assigned, Rules.AccessAssessed], Asks = [Facts.Recommendation, Facts.OffenceLocality, Facts.VictimCheck] },

        new(AwaitingDecision,    Step.Grave("Consent to the level transfer"),  ConsentGranted,       Authorities.LevelTransfer)     { When = Rules.MovesLevel, Needs = Deciding, Settles = TheMove, Asks = [Facts.DecisionReasons], Starts = [.. ConsentClocks], Stops = ByDecision, Issues = [Papers.TransferConsent], Tells = Consented },
        new(AwaitingDecision,    Step.Grave("Consent to the step up"),         ConsentGranted,       Authorities.StepUpTransfer)    { When = Rules.MovesUp, Needs = Deciding, Settles = TheMove, Asks = [Facts.DecisionReasons], Starts = [.. ConsentClocks], Stops = ByDecision, Issues = [Papers.TransferConsent], Tells = Consented },
        new(AwaitingDecision,    Step.Grave("Grant trial leave"),              TrialLeaveGranted,    Authorities.StepDownTransfer)  { When = Rules.MovesDown, Needs = Deciding, Settles = [.. TheMove, Facts.TrialLeaveFrom, Facts.TrialLeaveTo], Asks = [Facts.DecisionReasons], Starts = [.. ConsentClocks], Stops = ByDecision, Issues = [Papers.TrialLeaveConsent], Tells = Consented },
        new(AwaitingDecision,    Step.Grave("Refuse the level transfer"),      Refused,              Authorities.LevelTransfer)     { When = Rules.MovesLevel, Needs = Deciding, Asks = [Facts.DecisionReasons], Stops = ByDecision, Issues = [Papers.TransferRefused], Tells = [Parties.Clinician] },
        new(AwaitingDecision,    Step.Grave("Refuse the step up"),             Refused,              Authorities.StepUpTransfer)    { When = Rules.MovesUp, Needs = Deciding, Asks = [Facts.DecisionReasons], Stops = ByDecision, Issues = [Papers.TransferRefused], Tells = [Parties.Clinician] },
        new(AwaitingDecision,    Step.Grave("Refuse the step down"),           Refused,              Authorities.StepDownTransfer)  { When = Rules.MovesDown, Needs = Deciding, Asks = [Facts.DecisionReasons], Stops = ByDecision, Issues = [Papers.TransferRefused], Tells = [Parties.Clinician] },
        new(AwaitingDecision,    Steps.SendBack,                               Assessment,           Authorities.LevelTransfer)     { Asks = [Facts.SentBackBecause] },

        new(ConsentGranted,      Step.Called("Confirm the move"),              Moved,                Authorities.Administration)    { Asks = [Facts.MovedOn, Facts.Ward, Facts.ResponsibleClinician], Stops = [Terms.ConfirmHospitalMove, Terms.TransferConsentLapses], Changes = [Effects.Moved], Tells = [Parties.VictimLiaison, Parties.Mappa, Parties.HeadIfHighProfile] },
        new(TrialLeaveGranted,   Step.Called("Record the start of trial leave"), OnTrialLeave,       Authorities.Administration)    { Needs = [Rules.TrialLeaveEndsLater], Asks = [Facts.TrialLeaveFrom, Facts.TrialLeaveTo], Starts = [new(Terms.TrialLeaveEnds, Facts.TrialLeaveFrom), new(Terms.TrialLeaveReminder, Facts.TrialLeaveTo)], Stops = [Terms.ConfirmHospitalMove, Terms.TransferConsentLapses], Changes = [Effects.TrialLeaveBegan], Tells = [Parties.VictimLiaison, Parties.Mappa] },
        .. Move.FromEach([ConsentGranted, TrialLeaveGranted], from =>
        new(from,                Lapse,                                        Lapsed,               Authority.Clock)               { After = Terms.TransferConsentLapses, Stops = [Terms.TransferConsentLapses], Tells = [Parties.Hospital, Parties.ReceivingHospital] }),
        .. Move.FromEach([ConsentGranted, TrialLeaveGranted], from =>
        new(from,                Step.Grave("Withdraw the consent"),           Assessment,           Authorities.StepDownTransfer)  { Asks = [Facts.DecisionReasons], Starts = [.. DecisionClocks], Stops = [Terms.ConfirmHospitalMove, Terms.TransferConsentLapses], Tells = [Parties.Hospital, Parties.ReceivingHospital, Parties.VictimLiaison] }),

        .. Move.FromEach([OnTrialLeave, TrialLeaveReview], from =>
        new(from,                Steps.InterimReport,                          from,                 Authorities.Administration)    { Needs = [Rules.ReportWithinLeave], Asks = [Facts.LeaveReportOn, Facts.LeaveTaken], Changes = [Effects.LeaveReportedSoFar] }),
        .. Move.FromEach([OnTrialLeave, TrialLeaveReview], from =>
        new(from,                Step.Grave("Let the trial leave go on"),      from,                 Authorities.StepDownTransfer)  { When = Rules.TrialLeaveSuspended, Needs = [Rules.Assigned, Rules.NotAbsent], Asks = [Facts.DecisionReasons], Changes = [Effects.TrialLeaveResumed], Tells = Consented }),
        new(OnTrialLeave,        Step.Called("Begin the review"),              TrialLeaveReview,     Authorities.Casework)          { Needs = [Rules.Assigned], Stops = [Terms.TrialLeaveReminder] },
        new(TrialLeaveReview,    Step.Called("Recommend after trial leave"),   AwaitingTrialDecision, Authorities.Casework)         { Needs = [Rules.Assigned], Asks = [Facts.Recommendation, Facts.TrialLeaveReport, Facts.VictimCheck], Changes = [Effects.TrialLeaveReported] },
        new(AwaitingTrialDecision, Step.Grave("Transfer in full"),             ConsentGranted,       Authorities.StepDownTransfer)  { Needs = Deciding, Asks = [Facts.DecisionReasons], Starts = [.. ConsentClocks], Stops = [Terms.TrialLeaveEnds], Issues = [Papers.FullTransfer], Changes = [Effects.TrialLeaveSucceeded], Tells = Consented },
        new(AwaitingTrialDecision, Step.Grave("Extend trial leave"),           OnTrialLeave,         Authorities.StepDownTransfer)  { Needs = [.. Deciding, Rules.TrialLeaveEndsLater], Asks = [Facts.TrialLeaveTo, Facts.DecisionReasons], Starts = [new(Terms.TrialLeaveEnds) { Or = Anchor.DueDateOf(Terms.TrialLeaveEnds, Terms.TrialLeaveEnds) }, new(Terms.TrialLeaveReminder, Facts.TrialLeaveTo)], Stops = [Terms.TrialLeaveEnds], Issues = [Papers.TrialLeaveExtended], Changes = [Effects.TrialLeaveMoved], Tells = Consented },
        new(AwaitingTrialDecision, Steps.SendBack,                             TrialLeaveReview,     Authorities.StepDownTransfer)  { Asks = [Facts.SentBackBecause] },
        // The clinician, and we, may recall from leave at any time (s41(3)(c)-(d)).
        .. Move.FromEach([OnTrialLeave, TrialLeaveReview, AwaitingTrialDecision], from =>
        new(from,                Return,                                       ReturnedToSender,     Authorities.StepDownTransfer)  { Asks = [Facts.BackOn, Facts.DecisionReasons], Stops = [Terms.TrialLeaveEnds, Terms.TrialLeaveReminder], Changes = [Effects.TrialLeaveReturned], Tells = [Parties.Hospital, Parties.ReceivingHospital, Parties.VictimLiaison, Parties.Mappa] }),

        .. Move.FromEach([Assessment, AwaitingDecision], from =>
        new(from,                Steps.Hold,                                   OnHold,               Authorities.Casework)          { Asks = [Facts.HoldReason] }),
        new(OnHold,              Steps.Resume,                                 Assessment,           Authorities.Casework)          { Asks = [Facts.ResumeReason] },
        .. Move.FromEach([Applied, InfoAwaited, Assessment, AwaitingDecision, OnHold, ConsentGranted, TrialLeaveGranted, OnTrialLeave, TrialLeaveReview, AwaitingTrialDecision], from =>
        new(from,                Steps.End,                                    Ended,                Authorities.Casework)          { Asks = [Facts.EndingReason, Facts.EndingDetail], Changes = [Effects.LeaveOver], Tells = [Parties.Hospital, Parties.HeadIfHighProfile] }),
        .. AfterDeath.Stops([ConsentGranted, TrialLeaveGranted, OnTrialLeave, TrialLeaveReview, AwaitingTrialDecision], Parties.Hospital, Parties.ReceivingHospital),
        AfterDeath.Closes(Effects.LeaveOverByDeath),
    ])
    {
        EndsWithRestrictions = [Effects.LeaveOverByEnd], Corrects = [Effects.TrialLeaveMoved], Keeps = [Rules.TrialLeaveEndsLater],
        Wants = [Wants.RiskAssessment.FromWhen(Applied), Wants.AccessAssessment.FromWhen(Assessment) with { If = Rules.ChangesSecurity }],
        Law = "A restricted patient may move to another hospital (MHA 1983 s19) only with the consent of the Secretary of State (s41(3)(c)(ii)). Level transfers are fast-tracked. A step down is granted first as trial leave (s17), so that the sending hospital stays responsible; at its end comes full transfer, an extension or the return.",
    };

    static IEnumerable<Start> DecisionClocks => [new(Terms.LevelTransferDecision) { If = Rules.MovesLevel }, new(Terms.SecurityTransferDecision) { If = Rules.ChangesSecurity }];

    static IEnumerable<Start> ConsentClocks => [Terms.ConfirmHospitalMove, Terms.TransferConsentLapses];

    static IReadOnlyList<Deadlines.Term> ByDecision => [Terms.LevelTransferDecision, Terms.SecurityTransferDecision];

    static IReadOnlyList<Party> Consented => [Parties.Hospital, Parties.ReceivingHospital, Parties.Clinician, Parties.HeadIfHighProfile];
}
