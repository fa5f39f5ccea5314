using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Recall of a conditionally discharged patient (MHA 1983 s42(3), s73(4)(a)), from the concern to the tribunal's answer.</summary>
public static class Recall
{
    static readonly State ConcernRaised       = State.Called("Concern raised"),                Triage            = State.Called("Triage"),
                          EnhancedMonitoring  = State.Waiting("Closer monitoring"),            VoluntaryAdmission = State.Waiting("Voluntary admission"),
                          RecallConsidered    = State.Called("Recall considered"),             AwaitingDecision  = State.Deciding("Awaiting decision on recall"),
                          OnHold              = State.Waiting("On hold, legal"),               RecallDecided     = State.Deciding("Recall decided, warrant to sign"),
                          WarrantIssued       = State.Called("Warrant issued"),                AtLarge           = State.Waiting("At large"),
                          InHospitalAlready   = State.Waiting("In hospital already"),          Returned          = State.Called("Returned"),
                          Informed            = State.Called("Informed"),                      Referred          = State.Waiting("Referred to the tribunal"),
                          TribunalRunning     = State.Called("Tribunal running, our information due"), AwaitingHearing = State.Waiting("Awaiting the hearing"),
                          NoAction            = State.Closing("No action"),                    DischargedAgain   = State.Closing("Discharged again"),
                          RemainsDetained     = State.Closing("Remains detained"),             AbsolutelyDischarged = State.Closing("Absolutely discharged"),
                          Ended               = State.Closing("Ended");

    static readonly Step NoActionNeeded = Step.Called("Take no action"), Monitor = Step.Called("Monitor closely"), Emergency = Step.Grave("Approve recall in an emergency"),
                         ConfirmReturn = Step.Called("Confirm the return"), WithdrawWarrant = Step.Grave("Withdraw the warrant"), Inform = Step.Called("Record the informing of the patient"),
                         Refer = Step.Grave("Refer to the tribunal, section 75(1)", "refer-to-tribunal"), Receipt = Step.Called("Record the tribunal’s receipt"), Hearing = Step.Called("Record the hearing date"),
                         Again = Step.Grave("Record: discharged again"), Remains = Step.Grave("Record: remains detained"), Absolute = Step.Grave("Record: absolutely discharged");

    static readonly State[] BeforeReturn = [ConcernRaised, Triage, EnhancedMonitoring, VoluntaryAdmission, RecallConsidered, AwaitingDecision, OnHold, RecallDecided, WarrantIssued, AtLarge, InHospitalAlready];

    // With a voluntary admission behind it, the patient may be in hospital by agreement still
    static readonly State[] StillInHospital = [RecallConsidered, AwaitingDecision, OnHold, RecallDecided, WarrantIssued, InHospitalAlready];

    static readonly Fact[] Informing = [Facts.OralReasonAt, Facts.ExplainedAt, Facts.WrittenReasonsAt, Facts.LateReasons];

    public static readonly CaseType Type = new("recall", "Recall", "R", Weight: 4, ConcernRaised,
        new Opening(Authorities.Administration) { Needs = [Rules.IsDischarged], Asks = [Facts.ConcernSource, Facts.ConcernAt, Facts.Concern], Tells = [Parties.HeadIfHighProfile, Parties.PressOffice] },
    [
        //  from              step                                     to                  whose decision
        new(ConcernRaised,    Step.Called("Assess the concern"),       Triage,             Authorities.Casework)           { Needs = [Rules.Assigned], Asks = [Facts.SupervisorsViews, Facts.MedicalEvidence, Facts.MedicalEvidenceFrom, Facts.MedicalEvidenceForm, Facts.RecordsChecked] },
        new(Triage,           NoActionNeeded,                          NoAction,           Authorities.Casework)           { Asks = [Facts.DecisionReasons], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] },
        new(Triage,           Monitor,                                 EnhancedMonitoring, Authorities.Casework)           { Asks = [Facts.ReviewOn, Facts.DecisionReasons], Issues = [Papers.MonitoringLetter], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] },
        new(Triage,           Steps.AgreeVoluntary,                    VoluntaryAdmission, Authorities.VoluntaryAdmission) { Needs = [Rules.Assigned], Asks = Voluntary.Admission, Starts = Voluntary.Clocks, Changes = [Effects.VoluntarilyAdmitted], Tells = [Parties.Hospital, Parties.SocialSupervisor] },
        new(Triage,           Steps.ConsiderRecall,                    RecallConsidered,   Authorities.Casework)           { Needs = [Rules.Assigned] },

        new(EnhancedMonitoring, Step.Called("Keep monitoring"),        EnhancedMonitoring, Authorities.Casework)           { Asks = [Facts.ReviewOn, Facts.SupervisorsViews] },
        new(EnhancedMonitoring, NoActionNeeded,                        NoAction,           Authorities.Casework)           { Asks = [Facts.DecisionReasons], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] },
        new(EnhancedMonitoring, Steps.ConsiderRecall,                  RecallConsidered,   Authorities.Casework)           { Needs = [Rules.Assigned] },

        new(VoluntaryAdmission, Steps.UpdateVoluntary,                 VoluntaryAdmission, Authorities.Casework)           { Asks = [Facts.VoluntaryUpdate], Starts = [Voluntary.NextUpdate], Stops = [Terms.VoluntaryAdmissionUpdate] },
        new(VoluntaryAdmission, Steps.ReviewVoluntary,                 VoluntaryAdmission, Authorities.VoluntaryAdmission) { When = Rules.RecallNotNeeded, Asks = Voluntary.Review, Starts = [Voluntary.NextReview], Stops = [Terms.VoluntaryAdmissionReview] },
        new(VoluntaryAdmission, Steps.ReviewVoluntary,                 RecallConsidered,   Authorities.VoluntaryAdmission) { When = Rules.RecallMayBeNeeded, Asks = Voluntary.Review, Starts = [Voluntary.NextReview], Stops = [Terms.VoluntaryAdmissionReview], Tells = [Parties.DeputyHead] },
        new(VoluntaryAdmission, Steps.EndVoluntary,                    EnhancedMonitoring, Authorities.VoluntaryAdmission) { Asks = [Facts.VoluntaryEndedOn, Facts.CommunityAddress, Facts.VoluntaryUpdate, Facts.ReviewOn], Stops = Voluntary.Terms, Changes = [Effects.BackInCommunity], Tells = [Parties.SocialSupervisor] },
        new(VoluntaryAdmission, Steps.ConsiderRecall,                  RecallConsidered,   Authorities.Casework)           { Needs = [Rules.Assigned] },
        // The stay goes on while recall is considered, and after a refusal.
        .. Move.FromEach(StillInHospital, from =>
        new(from,             Steps.UpdateVoluntary,                   from,               Authorities.Casework)           { When = Rules.InVoluntaryAdmission, Asks = [Facts.VoluntaryUpdate], Starts = [Voluntary.NextUpdate], Stops = [Terms.VoluntaryAdmissionUpdate] }),
        .. Move.FromEach(StillInHospital, from =>
        new(from,             Steps.ReviewVoluntary,                   from,               Authorities.VoluntaryAdmission) { When = Rules.InVoluntaryAdmission, Asks = Voluntary.Review, Starts = [Voluntary.NextReview], Stops = [Terms.VoluntaryAdmissionReview] }),
        .. Move.FromEach([EnhancedMonitoring, RecallConsidered, AwaitingDecision, OnHold], from =>
        new(from,             Steps.EndVoluntary,                      from,               Authorities.VoluntaryAdmission) { When = Rules.InVoluntaryAdmission, Asks = [Facts.VoluntaryEndedOn, Facts.CommunityAddress, Facts.VoluntaryUpdate], Stops = Voluntary.Terms, Changes = [Effects.BackInCommunity], Tells = [Parties.SocialSupervisor] }),

        new(RecallConsidered, Step.Called("Recommend recall"),         AwaitingDecision,   Authorities.Casework)           { Needs = [Rules.Assigned], Asks = [Facts.Recommendation, Facts.RecallRisk, Facts.MedicalEvidence, Facts.MedicalEvidenceFrom, Facts.MedicalEvidenceForm, Facts.Alternatives, Facts.RecallHospital, Facts.BedConfirmedBy, Facts.BedConfirmedOn, Facts.VictimCheck] },
        .. WhereThePatientIs(
        new(RecallConsidered, Monitor,                                 EnhancedMonitoring, Authorities.Casework)           { Asks = [Facts.ReviewOn, Facts.DecisionReasons], Issues = [Papers.MonitoringLetter], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),

        new(AwaitingDecision, Step.Grave("Approve recall"),            RecallDecided,      Authorities.Recall)             { Needs = [Rules.Assigned, Rules.SomeoneElseRecommended, Rules.MedicalEvidence, Rules.MedicalEvidenceSource, Rules.VictimCheckAnswered], Asks = [Facts.DecisionReasons], VictimsHear = KeyStages.Recall, Tells = [Parties.VictimLiaison.Within(Terms.TellVictimsOfRecall), Parties.HeadIfHighProfile, Parties.PressOffice] },
        .. WhereThePatientIs(
        new(AwaitingDecision, Step.Grave("Refuse recall"),             EnhancedMonitoring, Authorities.Recall)             { Needs = [Rules.Assigned, Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons, Facts.ReviewOn], Issues = [Papers.RecallRefused], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),
        new(AwaitingDecision, Steps.SendBack,                          RecallConsidered,   Authorities.Recall)             { Asks = [Facts.SentBackBecause] },
        .. Move.FromEach([ConcernRaised, Triage, EnhancedMonitoring, VoluntaryAdmission, RecallConsidered, AwaitingDecision], from =>
        new(from,             Emergency,                               RecallDecided,      Authorities.EmergencyRecall)    { Needs = [Rules.VictimCheckAnswered], Asks = [Facts.EmergencyReason, Facts.RecallRisk, Facts.RecallHospital, Facts.DecisionReasons, Facts.VictimCheck], VictimsHear = KeyStages.Recall, Tells = [Parties.ClinicianForEvidence, Parties.HeadOfTeam, Parties.VictimLiaison.Within(Terms.TellVictimsOfRecall), Parties.PressOffice] }),

        new(RecallDecided,    Step.Grave("Sign the recall warrant"),   WarrantIssued,      Authorities.SignWarrant)        { Needs = [Rules.Assigned, Rules.BedConfirmed], Asks = [Facts.RecallHospital, Facts.WarrantDate, Facts.BriefReason], Starts = [Terms.ChaseRecallWarrant], Issues = [Papers.RecallWarrant, Papers.RecallLetter], Tells = [Parties.Hospital, Parties.Clinician, Parties.SocialSupervisor, Parties.Mappa] },
        .. WhereThePatientIs(
        new(RecallDecided,    Step.Grave("Withdraw the decision"),     EnhancedMonitoring, Authorities.Recall)             { Asks = [Facts.DecisionReasons, Facts.ReviewOn], VictimsHear = KeyStages.Recall, Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.VictimLiaison] }),
        new(WarrantIssued,    Step.Called("Send to the hospital to serve"), InHospitalAlready, Authorities.Administration) { Asks = [Facts.Ward], Tells = [Parties.Hospital] },
        new(WarrantIssued,    Step.Called("Record the patient at large"), AtLarge,         Authorities.Administration)     { Asks = [Facts.LastSeen, Facts.PoliceForce], Stops = Voluntary.Terms, Issues = [Papers.RecallPoliceNotice], Tells = [Parties.Police.Within(Terms.TellPoliceOfRecall), Parties.Mappa, Parties.HeadIfHighProfile, Parties.PressOffice] },
        new(AtLarge,          Step.Called("Chase the warrant"),        AtLarge,            Authorities.Administration)     { Asks = [Facts.ChaseOutcome], Starts = [Terms.ChaseRecallWarrant], Stops = [Terms.ChaseRecallWarrant] },
        .. Move.FromEach([WarrantIssued, AtLarge, InHospitalAlready], from =>
        new(from,             ConfirmReturn,                           Returned,           Authorities.Administration)     { Needs = [Rules.ReturnFollowsWarrant], Asks = [Facts.ReturnedAt, Facts.ReturnConfirmedBy, Facts.ResponsibleClinician], Starts = [.. FromReturn], Stops = [Terms.ChaseRecallWarrant, .. Voluntary.Terms], Issues = [Papers.RecallReasons], Changes = [Effects.Recalled], Tells = [Parties.Clinician, Parties.Solicitor, Parties.SocialSupervisor, Parties.Police, Parties.Mappa] }),
        .. Move.FromEach([WarrantIssued, AtLarge, InHospitalAlready], from =>
        new(from,             WithdrawWarrant,                         EnhancedMonitoring, Authorities.Recall)             { Asks = [Facts.DecisionReasons, Facts.ReviewOn], Stops = [Terms.ChaseRecallWarrant], VictimsHear = KeyStages.Recall, Tells = [Parties.Hospital, Parties.Police, Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.VictimLiaison, Parties.Mappa] }).SelectMany(row => row.From == AtLarge ? [row] : WhereThePatientIs(row)),

        new(Returned,         Inform,                                  Informed,           Authorities.Casework)           { When = Rules.NotYetInformed, Needs = [Rules.ReasonsFollowReturn, Rules.ReasonsInTimeOrExplained], Asks = Informing, Stops = [Terms.OralRecallReason, Terms.WrittenRecallReasons] },
        .. Move.FromEach([Referred, TribunalRunning, AwaitingHearing], from =>
        new(from,             Inform,                                  from,               Authorities.Casework)           { When = Rules.NotYetInformed, Needs = [Rules.ReasonsFollowReturn, Rules.ReasonsInTimeOrExplained], Asks = Informing, Stops = [Terms.OralRecallReason, Terms.WrittenRecallReasons] }),
        .. Move.FromEach([Returned, Informed], from =>
        new(from,             Refer,                                   Referred,           Authorities.Casework)           { Needs = [Rules.VictimCheckAnswered, Rules.ClinicianKnown, Rules.ReferenceFollowsReturn], Asks = [Facts.TribunalBody, Facts.ReferredOn], Starts = [new(Terms.HospitalReports, Facts.ReferredOn), Terms.CaseSummary], Stops = [Terms.ReferRecall, Terms.ReferRecallPromptly], Issues = [Papers.RecallReference], Tells = [Parties.Tribunal, Parties.Hospital, Parties.Solicitor] }),
        .. Move.FromEach([Referred, TribunalRunning, AwaitingHearing], from =>
        new(from,             Receipt,                                 from,               Authorities.Administration)     { When = Rules.ReceiptNotRecorded, Asks = [Facts.TribunalReceivedOn, Facts.TribunalNumber], Starts = [new(Terms.EarliestRecallHearing, Facts.TribunalReceivedOn), new(Terms.LatestRecallHearing, Facts.TribunalReceivedOn)] }),
        new(Referred,         Step.Called("Receive the hospital’s papers"), TribunalRunning, Authorities.Administration)   { Asks = [Facts.HospitalPapersOn], Starts = [new(Terms.RecallStatement, Facts.HospitalPapersOn)], Stops = [Terms.HospitalReports] },
        // With the guards of every statement to the tribunal: the summary, the convictions, and a second person who endorses and sends.
        .. Move.FromEach([Referred, TribunalRunning], from =>
        new(from,             Step.Called("Prepare the case summary"), from,               Authorities.Administration)     { Asks = [Facts.StatementKind, Facts.CaseSummary], Stops = [Terms.CaseSummary], Issues = [Papers.CaseSummary] }),
        new(TribunalRunning,  Step.Called("Check the repeat statement"), TribunalRunning,  Authorities.Administration)     { When = Rules.IsRepeat, Asks = [Facts.RepeatChecked] },
        new(TribunalRunning,  Step.Called("Write the statement"),      TribunalRunning,    Authorities.Casework)           { Needs = [Rules.Assigned, Rules.SummaryPrepared, Rules.RepeatIsChecked], Asks = [Facts.Observations] },
        new(TribunalRunning,  Step.Grave("Send our information and observations"), AwaitingHearing, Authorities.TribunalStatement) { Needs = [Rules.Assigned, Rules.StatementWritten, Rules.SomebodyElseWrote, Rules.ConvictionsFiled, Rules.MedicalEvidenceFollowed, Rules.WrittenEvidenceHeld], Asks = [Facts.StatementEndorsed], Stops = [Terms.RecallStatement], Issues = [Papers.TribunalStatement, Papers.FullStatement], Tells = [Parties.Tribunal] },
        .. Move.FromEach([Referred, TribunalRunning, AwaitingHearing], from =>
        new(from,             Hearing,                                 from,               Authorities.Administration)     { Asks = [Facts.HearingOn], Starts = [new(Terms.PreHearingExamination, Facts.HearingOn), new(Terms.TribunalDecision, Facts.HearingOn)], Stops = [Terms.PreHearingExamination, Terms.TribunalDecision] }),
        .. Move.FromEach([Referred, TribunalRunning, AwaitingHearing], from =>
        new(from,             Again,                                   DischargedAgain,    Authorities.Casework)           { Asks = [Facts.TribunalDecisionOn, Facts.TribunalDecision], Stops = ByTribunal, Changes = [Effects.Considered], Opens = "conditional-discharge", Tells = [Parties.SocialSupervisor, Parties.HeadIfHighProfile, Parties.PressOffice] }),
        .. Move.FromEach([Referred, TribunalRunning, AwaitingHearing], from =>
        new(from,             Remains,                                 RemainsDetained,    Authorities.Casework)           { Asks = [Facts.TribunalDecisionOn, Facts.TribunalDecision], Stops = ByTribunal, Changes = [Effects.Considered], Tells = [Parties.HeadIfHighProfile] }),
        .. Move.FromEach([Referred, TribunalRunning, AwaitingHearing], from =>
        new(from,             Absolute,                                AbsolutelyDischarged, Authorities.Casework)         { Asks = [Facts.TribunalDecisionOn, Facts.TribunalDecision], Stops = ByTribunal, Changes = [Effects.Considered, Effects.DischargedAbsolutely], Opens = "end-of-restriction", Tells = [Parties.HeadIfHighProfile, Parties.PressOffice] }),

        .. Move.FromEach([RecallConsidered, AwaitingDecision], from =>
        new(from,             Steps.Hold,                              OnHold,             Authorities.Casework)           { Asks = [Facts.HoldReason] }),
        new(OnHold,           Steps.Resume,                            RecallConsidered,   Authorities.Casework)           { Asks = [Facts.ResumeReason] },
        .. Move.FromEach([.. BeforeReturn, Returned, Informed, Referred, TribunalRunning, AwaitingHearing], from =>
        new(from,             Steps.End,                               Ended,              Authorities.Casework)           { Asks = [Facts.EndingReason, Facts.EndingDetail], VictimsHear = KeyStages.Recall, Tells = [Parties.VictimLiaison, Parties.HeadIfHighProfile] }),
        .. AfterDeath.Stops([WarrantIssued, AtLarge, InHospitalAlready], Parties.Hospital, Parties.Police),
        .. AfterDeath.Stops([Referred, TribunalRunning, AwaitingHearing], Parties.Tribunal, Parties.Solicitor),
    ])
    {
        JoinedIn = BeforeReturn,
        Wants = [Wants.WrittenEvidence.FromWhen(AwaitingDecision, RecallDecided) with { If = Rules.EvidenceToFollow }, Wants.PreviousConvictions.FromWhen(Referred)],
        Law = "The Secretary of State may by warrant recall a conditionally discharged patient to the hospital named in it (MHA 1983 s42(3), s73(4)(a)). Recent medical evidence of mental disorder is needed first, except in an emergency (K v United Kingdom), and something significant must have happened or come to light. "
            + "The patient is told the reasons in three stages, the last in writing within 72 hours. The case goes to the tribunal within one month of the return to hospital (s75(1)); the reference should be made at once.",
    };

    /// <summary>Where nothing comes of a recall, the case goes back to the stay in hospital, if that has not ended.</summary>
    static IEnumerable<Move> WhereThePatientIs(Move row) => [row with { When = Rules.NotInVoluntaryAdmission }, row with { To = VoluntaryAdmission, When = Rules.InVoluntaryAdmission }];

    static IEnumerable<Start> FromReturn =>
    [
        new(Terms.ReferRecall, Facts.ReturnedAt), new(Terms.ReferRecallPromptly, Facts.ReturnedAt), new(Terms.WrittenRecallReasons, Facts.ReturnedAt),
        new(Terms.OralRecallReason, Facts.ReturnedAt), new(Terms.ApplicationAfterRecall, Facts.ReturnedAt),
    ];

    static IReadOnlyList<Deadlines.Term> ByTribunal => [Terms.EarliestRecallHearing, Terms.LatestRecallHearing, Terms.PreHearingExamination, Terms.TribunalDecision];
}
