using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Conditional discharge and life under it (MHA 1983 s42(2), s73 to s75): the discharge, supervision, changes of conditions, and every way out.</summary>
public static class ConditionalDischarge
{
    static readonly State Received       = State.Called("Application or decision received"), Assessing   = State.Called("Being assessed"),
                          AwaitingDecision = State.Deciding("Awaiting decision on discharge"), OnHold    = State.Waiting("On hold, legal"),
                          Deferred       = State.Waiting("Discharge deferred"),              DischargeAgreed = State.Waiting("Discharge agreed, date awaited"),
                          Discharged     = State.Called("Discharged, supervision to begin"), Supervised  = State.Waiting("Supervised"),
                          ReportReceived = State.Called("Report to read"),                   ReportOverdue = State.Called("Report overdue"),
                          Concern        = State.Deciding("Concern"),                        ConditionChange = State.Called("Change of conditions asked for"),
                          ConditionDecision = State.Deciding("Awaiting decision on conditions"), VoluntaryAdmission = State.Waiting("Voluntary admission"),
                          RecallConsidered = State.Waiting("Recall being considered"),       EndConsidered = State.Called("End of restrictions asked for"),
                          EndDecision    = State.Deciding("Awaiting decision to end restrictions"),
                          Refused        = State.Closing("Refused"),                         Overtaken   = State.Closing("Overtaken by a later reference"),
                          Recalled       = AfterRecall.Recalled,                             AbsolutelyDischarged = State.Closing("Absolutely discharged"),
                          RestrictionLifted = State.Closing("Restrictions lifted"),          Ended          = State.Closing("Ended");

    static readonly Step Discharge = Step.Grave("Record the discharge"), RecordReport = Step.Called("Record the report"), Read = Step.Called("Read the report"), AskChange = Step.Called("Ask for a change of conditions"),
                         TribunalEnd = Step.Grave("Record the tribunal’s absolute discharge"), Considered = Step.Called("Record that the tribunal considered the case"), Appoint = Step.Called("Change a supervisor"),
                         Chase = Step.Called("Chase the supervisors"), Raise = Step.Called("Raise a concern"), Keep = Step.Called("Keep under supervision"), OpenRecall = Step.Called("Open a recall"), NotRecalled = Step.Called("Record: not recalled");

    public const string DeferCode = "record-a-deferred-discharge";

    /// <summary>Whether a concern waits for the deputy head, whatever else is pending.</summary>
    public static bool ConcernWaits(Cases.CaseFile file) => file.Deadlines.Any(d => d.IsRunning && d.Rule == Terms.DecideConcern.Rule);

    /// <summary>The state in which a discharge waits for its arrangements (s73(7)).</summary>
    public static string DeferredCode => Deferred.Code;

    /// <summary>The state from which a discharge of our own takes effect; from any other it is the tribunal’s.</summary>
    public static string AgreedCode => DischargeAgreed.Code;

    // Under supervision, one thing or another going on
    static readonly State[] Supervision = [Supervised, ReportReceived, ReportOverdue, Concern, ConditionChange, ConditionDecision, VoluntaryAdmission, RecallConsidered, EndConsidered, EndDecision];
    // Something else is pending: what comes in is recorded beside it, and the decision stays where it is
    static readonly State[] Beside = [Concern, ConditionChange, ConditionDecision, VoluntaryAdmission, RecallConsidered, EndConsidered, EndDecision];
    static readonly Start ToDecide = new(Terms.DecideConcern) { If = Rules.NoConcernToDecide };
    static readonly Term[] Reports = [Terms.FirstSupervisorsReport, Terms.NextSupervisorsReport], Chasing = [Terms.ChaseSupervisorsReport, Terms.EscalateSupervisorsReport];

    public static readonly CaseType Type = new("conditional-discharge", "Conditional discharge", "C", Weight: 2, Received,
        new Opening(Authorities.Administration) { Needs = [Rules.IsRestricted], Tells = [Parties.HeadIfHighProfile] },
    [
        //  from             step                                             to                whose decision
        //  The discharge
        new(Received,        Step.Called("Accept an application"),            Assessing,        Authorities.Casework)             { When = Rules.IsDetained, Needs = [Rules.Assigned], Asks = [Facts.RiskFactors, Facts.MoveOnAddress, Facts.SuggestedConditions], Starts = [VictimsTime], Tells = [Parties.VictimLiaisonBefore.Within(Terms.TellVictimsDischargeIsConsidered)] },
        new(Received,        Step.Grave("Record a deferred discharge", DeferCode),       Deferred,         Authorities.Casework)             { When = Rules.IsDetained, Asks = [Facts.TribunalDecisionOn, Facts.TribunalDecision, Facts.ArrangementsOutstanding], Starts = [new(Terms.ChaseDeferredDischarge, Facts.TribunalDecisionOn)], Tells = [Parties.Clinician, Parties.HeadIfHighProfile] },
        // A discharge by the tribunal is the tribunal’s to tell victims (DVCVA 2004 s38); ours is ours.
        .. Move.FromEach([Received, Deferred, DischargeAgreed], from =>
        new(from,            Discharge,                                       Discharged,       Authorities.Casework)             { When = Rules.IsDetained, Needs = [Rules.LibertyConditionsInForce, Rules.LibertyTestMet, Rules.LibertyConditionWorded], Asks = [Facts.DischargedOn, Facts.CommunityAddress, Facts.DeprivesOfLiberty, .. Conditions, Facts.ConditionLiberty, Facts.LibertyTest], Starts = [.. FromDischarge], Stops = [Terms.ChaseDeferredDischarge], Ends = [Terms.VictimRepresentations], Issues = [Papers.DischargeLetter], Changes = [Effects.Discharged], Tells = [Parties.Patient, Parties.Hospital, Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.Police, .. from == DischargeAgreed ? new[] { Parties.VictimLiaison.Within(Terms.TellVictimsOfDischarge) } : [], Parties.Mappa, Parties.HeadIfHighProfile, Parties.PressOffice] }),
        new(Received,        Step.Called("Take up supervision of a discharged patient"), Supervised, Authorities.Casework)        { When = Rules.IsDischarged, Needs = [Rules.SupervisorsInPost], Asks = [Facts.DischargedOn], Starts = [new(Terms.NextSupervisorsReport) { Or = CycleFromDischarge }] },
        new(Assessing,       Step.Called("Recommend on discharge"),           AwaitingDecision, Authorities.Casework)             { Needs = [Rules.Assigned, Rules.AftercarePlanHeld], Asks = [Facts.Recommendation, Facts.SettledSpell, Facts.Engagement, Facts.TestedLeave, Facts.VictimCheck] },
        new(AwaitingDecision, Step.Grave("Agree the discharge"),              DischargeAgreed,  Authorities.ConditionalDischarge) { Needs = [.. Deciding, Rules.VictimLiaisonToldBefore], Asks = [Facts.DecisionReasons], Issues = [Papers.DischargeWarrant], VictimsHear = KeyStages.Discharge, Tells = [Parties.Clinician, Parties.VictimLiaison.Within(Terms.TellVictimsOfDischarge), Parties.HeadIfHighProfile, Parties.PressOffice] },
        new(AwaitingDecision, Step.Grave("Refuse the discharge"),             Refused,          Authorities.ConditionalDischarge) { Needs = Deciding, Asks = [Facts.DecisionReasons], Issues = [Papers.DischargeRefused], VictimsHear = KeyStages.Discharge, Tells = [Parties.Clinician, Parties.VictimLiaison.Within(Terms.TellVictimsOfDischarge)] },
        new(AwaitingDecision, Steps.SendBack,                                 Assessing,        Authorities.ConditionalDischarge) { Asks = [Facts.SentBackBecause] },
        new(DischargeAgreed, Step.Grave("Withdraw the agreement"),            Assessing,        Authorities.ConditionalDischarge) { Asks = [Facts.DecisionReasons], VictimsHear = KeyStages.Discharge, Tells = [Parties.Clinician, Parties.VictimLiaison] },
        new(Deferred,        Step.Called("Ask how the arrangements stand"),   Deferred,         Authorities.Administration)       { Asks = [Facts.ArrangementsAskedOf], Issues = [Papers.ArrangementsAsked] },
        new(Deferred,        Step.Called("Chase the arrangements"),           Deferred,         Authorities.Administration)       { Asks = [Facts.ArrangementsChased, Facts.ArrangementsOutstanding], Starts = [new(Terms.ChaseDeferredDischarge) { Or = Anchor.DueDateOf(Terms.ChaseDeferredDischarge, Terms.ChaseDeferredDischarge) }], Stops = [Terms.ChaseDeferredDischarge] },
        // s73(7): a deferred direction can no longer be given once a later application or reference comes first.
        new(Deferred,        Step.Called("Record a later application or reference"), Overtaken, Authorities.Casework)             { Asks = [Facts.EndingDetail], Tells = [Parties.Clinician] },
        new(Discharged,      Step.Called("Begin supervision"),                Supervised,       Authorities.Administration)       { Asks = [Facts.ClinicalSupervisor, Facts.ClinicalSupervisorAt, Facts.SocialSupervisor, Facts.SocialSupervisorAt, Facts.SupervisorFrom], Changes = [Effects.SupervisorsAppointed], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] },

        //  Supervision
        .. Move.FromEach([Supervised, ReportOverdue, .. Beside], from =>
        new(from,            RecordReport,                                    Beside.Contains(from) ? from : ReportReceived, Authorities.Administration)       { Needs = [Rules.ReportIsWhole], Asks = [Facts.ReportReceivedOn, Facts.ReportParts], Starts = [new(Terms.NextSupervisorsReport) { Or = NextReport }, new(Terms.ReadSupervisorsReport, Facts.ReportReceivedOn)], Stops = [.. Reports, Terms.ChaseSupervisorsReport, Terms.EscalateSupervisorsReport] }),
        .. Reports.Select(report =>
        new Move(Supervised, Step.Called("The report is overdue", $"{report.Rule.ToLowerInvariant()}-overdue"), ReportOverdue, Authority.Clock) { After = report, Starts = [new(Terms.ChaseSupervisorsReport) { Or = ReportWasDue, If = Rules.LatenessIsNew }, new(Terms.EscalateSupervisorsReport) { Or = ReportWasDue, If = Rules.LatenessIsNew }] }),
        new(ReportOverdue,   Chase,                                           ReportOverdue,    Authorities.Administration)       { Asks = [Facts.ReportChased], Stops = [Terms.ChaseSupervisorsReport], Issues = [Papers.ReportChase], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] },
        .. Move.FromEach(Beside, from =>
        new(from,            Chase,                                           from,             Authorities.Administration)       { When = Rules.ReportIsLate, Asks = [Facts.ReportChased], Stops = [Terms.ChaseSupervisorsReport], Issues = [Papers.ReportChase], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),
        new(ReportOverdue,   Step.Called("Escalate the missing report"),      ReportOverdue,    Authorities.Casework)             { Asks = [Facts.ReportChased], Stops = [Terms.EscalateSupervisorsReport], Tells = [Parties.HeadOfTeam] },
        //  A red answer is the deputy head's on the same day, and one act of theirs makes it a recall.
        new(ReportReceived,  Read,                                            Supervised,       Authorities.Casework)             { When = Rules.NothingRed, Asks = Reading, Stops = [Terms.ReadSupervisorsReport] },
        new(ReportReceived,  Read,                                            Concern,          Authorities.Casework)             { When = Rules.SomethingRed, Asks = Reading, Records = Findings.ConcernOfReport, Starts = [ToDecide], Stops = [Terms.ReadSupervisorsReport] },
        .. Move.FromEach(Beside, from =>
        new(from,            Read,                                            from,             Authorities.Casework)             { When = Rules.NothingRed, Needs = [Rules.ReportToRead], Asks = Reading, Stops = [Terms.ReadSupervisorsReport] }),
        .. Move.FromEach(Beside, from =>
        new(from,            Read,                                            from,             Authorities.Casework)             { When = Rules.SomethingRed, Needs = [Rules.ReportToRead], Asks = Reading, Records = Findings.ConcernOfReport, Starts = [ToDecide], Stops = [Terms.ReadSupervisorsReport], Tells = [Parties.DeputyHead, Parties.HeadIfHighProfile] }),
        .. Move.FromEach([Supervised, ReportOverdue], from =>
        new(from,            Raise,                                           Concern,          Authorities.Casework)             { Asks = [Facts.Indicator, .. ConcernTold], Starts = [ToDecide] }),
        .. Move.FromEach([ReportReceived, .. Beside], from =>
        new(from,            Raise,                                           from,             Authorities.Casework)             { Asks = [Facts.Indicator, .. ConcernTold], Starts = [ToDecide], Tells = [Parties.DeputyHead, Parties.HeadIfHighProfile] }),
        new(Concern,         Keep,                                            Supervised,       Authorities.ReportConcern)        { Asks = [Facts.DecisionReasons], Stops = [Terms.DecideConcern], Issues = [Papers.ConcernLetter], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] },
        .. Move.FromEach(Supervision.Where(s => s != Concern), from =>
        new(from,            Keep,                                            from,             Authorities.ReportConcern)        { When = Rules.ConcernToDecide, Asks = [Facts.DecisionReasons], Stops = [Terms.DecideConcern], Issues = [Papers.ConcernLetter], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),
        new(Concern,         OpenRecall,                                      RecallConsidered, Authorities.ReportConcern)        { Asks = [Facts.DecisionReasons], Stops = [Terms.DecideConcern, .. Chasing], Opens = "recall", Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.HeadIfHighProfile] },
        .. Move.FromEach(Supervision.Where(s => s != Concern), from =>
        new(from,            OpenRecall,                                      from,             Authorities.ReportConcern)        { When = Rules.ConcernToDecide, Asks = [Facts.DecisionReasons], Stops = [Terms.DecideConcern], Opens = "recall", Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.HeadIfHighProfile] }),
        .. Move.FromEach(Supervision, from =>
        new(from,            Appoint,                                         from,             Authorities.Administration)       { When = Rules.FillsLastPost, Asks = Appointment, Stops = [Terms.FillPost], Changes = [Effects.SupervisorChanged], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),
        .. Move.FromEach(Supervision, from =>
        new(from,            Appoint,                                         from,             Authorities.Administration)       { When = Rules.LeavesPostEmpty, Asks = Appointment, Changes = [Effects.SupervisorChanged], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),
        .. Move.FromEach(Supervision, from =>
        new(from,            Step.Called("Record that a supervisor left"),    from,             Authorities.Administration)       { Needs = [Rules.PostIsHeld], Asks = [Facts.SupervisorPost, Facts.SupervisorLeftOn], Starts = [new(Terms.FillPost) { Or = PostEmptySince, If = Rules.NoPostToFill }], Changes = [Effects.SupervisorLeft], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),

        //  References: only where conditions deprive of liberty (s75(2C)-(2E)); the others wait for regulations
        new(Supervised,      Step.Grave("Refer to the tribunal, section 75(2C)", "refer-to-tribunal"), Supervised, Authorities.Casework) { When = Rules.IsDeprivedOfLiberty, Asks = [Facts.TribunalBody, Facts.ReferredOn], Starts = [new(Terms.ReferDolAgain) { Or = NextReference }], Stops = References, Issues = [Papers.DischargedReference], Tells = [Parties.Tribunal, Parties.ClinicalSupervisor, Parties.SocialSupervisor] },
        new(Supervised,      Considered,                                      Supervised,       Authorities.Casework)             { When = Rules.IsDeprivedOfLiberty, Asks = [Facts.LastConsideredOn], Starts = [new(Terms.ReferDolAgain) { Or = NextReference }, new(Terms.DolLongstop, Facts.LastConsideredOn)], Stops = [.. References, Terms.DolLongstop], Changes = [Effects.ConsideredBefore] },

        //  Conditions
        .. Move.FromEach([Supervised, Concern], from =>
        new(from,            AskChange,                                       ConditionChange,  Authorities.Administration)       { Asks = [Facts.ChangeAskedBy, Facts.ProposedChange], Starts = [Terms.ConditionsDecision, VictimsTime], Stops = [Terms.DecideConcern], Tells = [Parties.VictimLiaisonBefore.Within(Terms.TellVictimsDischargeIsConsidered)] }),
        new(ConditionChange, Step.Called("Recommend on conditions"),          ConditionDecision, Authorities.Casework)            { Needs = [Rules.Assigned], Asks = [Facts.Recommendation, Facts.VictimCheck] },
        new(ConditionDecision, Step.Grave("Change the conditions"),           Supervised,       Authorities.ChangeOfConditions)   { When = Rules.IsNotDeprivedOfLiberty, Needs = ChangingConditions, Asks = [Facts.ChangedFrom, .. Conditions, Facts.DecisionReasons], Stops = [Terms.ConditionsDecision], Ends = [Terms.VictimRepresentations], Issues = [Papers.ConditionsLetter], Changes = [Effects.ConditionsChanged], Tells = ConditionsTold },
        new(ConditionDecision, Step.Grave("Change the conditions"),           Supervised,       Authorities.ChangeOfConditions)   { When = Rules.IsDeprivedOfLiberty, Needs = [.. ChangingConditions, Rules.LibertyConditionRecorded], Asks = [Facts.ChangedFrom, .. Conditions, Facts.ConditionLiberty, Facts.DecisionReasons], Stops = [Terms.ConditionsDecision], Ends = [Terms.VictimRepresentations], Issues = [Papers.ConditionsLetter], Changes = [Effects.ConditionsChanged], Tells = ConditionsTold },
        new(ConditionDecision, Step.Grave("Add conditions that deprive of liberty"), Supervised, Authorities.ChangeOfConditions)  { When = Rules.IsNotDeprivedOfLiberty, Needs = [.. ChangingConditions, Rules.LibertyInForceFrom, Rules.LibertyTestRecorded, Rules.LibertyConditionRecorded], Asks = [Facts.ChangedFrom, Facts.LibertyFrom, .. Conditions, Facts.ConditionLiberty, Facts.LibertyTest, Facts.DecisionReasons], Starts = [new(Terms.DolApplicationOpens, Facts.LibertyFrom), new(Terms.ReferDol, Facts.LibertyFrom), new(Terms.DolLongstop, Facts.LastConsideredOn) { Or = LibertyStart }], Stops = [Terms.ConditionsDecision, .. WithLiberty], Ends = [Terms.VictimRepresentations], Issues = [Papers.ConditionsLetter], Changes = [Effects.LibertyDeprived], Tells = ConditionsTold },
        new(ConditionDecision, Step.Grave("End the deprivation of liberty"),  Supervised,       Authorities.ChangeOfConditions)   { When = Rules.IsDeprivedOfLiberty, Needs = ChangingConditions, Asks = [Facts.ChangedFrom, Facts.LibertyTo, .. Conditions, Facts.DecisionReasons], Starts = [new(Terms.DischargedApplicationOpens, Facts.LibertyTo), new(Terms.DischargedApplicationCloses, Facts.LibertyTo), new(Terms.ReferDischarged, Facts.LibertyTo)], Stops = [Terms.ConditionsDecision, .. WithoutLiberty], Ends = [Terms.VictimRepresentations], Issues = [Papers.ConditionsLetter], Changes = [Effects.LibertyRestored], Tells = ConditionsTold },
        new(ConditionDecision, Step.Grave("Refuse the change"),               Supervised,       Authorities.ChangeOfConditions)   { Needs = Deciding, Asks = [Facts.DecisionReasons], Stops = [Terms.ConditionsDecision], Ends = [Terms.VictimRepresentations], Issues = [Papers.ConditionsRefused], VictimsHear = KeyStages.Conditions, Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.VictimLiaison.Within(Terms.TellVictimsOfConditions)] },
        new(ConditionDecision, Steps.SendBack,                                ConditionChange,  Authorities.ChangeOfConditions)   { Asks = [Facts.SentBackBecause] },
        new(ConditionChange, Step.Called("Record that the request is withdrawn"), Supervised,   Authorities.Casework)             { Asks = [Facts.EndingDetail], Stops = [Terms.ConditionsDecision], Ends = [Terms.VictimRepresentations], VictimsHear = KeyStages.Considered, Tells = [Parties.VictimLiaison] },

        //  Voluntary admission, and recall
        .. Move.FromEach([Supervised, ReportOverdue, Concern], from =>
        new(from,            Steps.AgreeVoluntary,                            VoluntaryAdmission, Authorities.VoluntaryAdmission) { Asks = Voluntary.Admission, Starts = Voluntary.Clocks, Stops = [Terms.DecideConcern, .. Chasing], Changes = [Effects.VoluntarilyAdmitted], Tells = [Parties.Hospital, Parties.SocialSupervisor, Parties.HeadIfHighProfile] }),
        new(VoluntaryAdmission, Steps.UpdateVoluntary,                        VoluntaryAdmission, Authorities.Casework)           { Asks = [Facts.VoluntaryUpdate], Starts = [Voluntary.NextUpdate], Stops = [Terms.VoluntaryAdmissionUpdate] },
        new(VoluntaryAdmission, Steps.ReviewVoluntary,                        VoluntaryAdmission, Authorities.VoluntaryAdmission) { When = Rules.RecallNotNeeded, Asks = Voluntary.Review, Starts = [Voluntary.NextReview], Stops = [Terms.VoluntaryAdmissionReview] },
        new(VoluntaryAdmission, Steps.ReviewVoluntary,                        VoluntaryAdmission, Authorities.VoluntaryAdmission) { When = Rules.RecallMayBeNeeded, Asks = Voluntary.Review, Records = Findings.ConcernOfReview, Starts = [Voluntary.NextReview, ToDecide], Stops = [Terms.VoluntaryAdmissionReview], Tells = [Parties.DeputyHead] },
        new(VoluntaryAdmission, Steps.EndVoluntary,                           Supervised,       Authorities.VoluntaryAdmission)   { Asks = [Facts.VoluntaryEndedOn, Facts.CommunityAddress, Facts.VoluntaryUpdate], Stops = Voluntary.Terms, Changes = [Effects.BackInCommunity], Tells = [Parties.SocialSupervisor] },
        .. Move.FromEach([Supervised, ReportOverdue], from =>
        new(from,            Steps.ConsiderRecall,                            RecallConsidered, Authorities.ReportConcern)        { Asks = ConcernTold, Stops = [Terms.DecideConcern, .. Chasing], Opens = "recall", Tells = [Parties.HeadIfHighProfile] }),
        // Where another decision is awaited, a concern is raised first: it comes to the deputy head beside that decision.
        .. Move.FromEach([ConditionChange, VoluntaryAdmission, EndConsidered], from =>
        new(from,            Steps.ConsiderRecall,                            from,             Authorities.ReportConcern)        { Asks = ConcernTold, Stops = [Terms.DecideConcern], Opens = "recall", Tells = [Parties.HeadIfHighProfile] }),
        new(RecallConsidered, NotRecalled,                                    Supervised,       Authorities.Casework)             { When = Rules.NotInVoluntaryAdmission, Asks = [Facts.DecisionReasons] },
        new(RecallConsidered, NotRecalled,                                    VoluntaryAdmission, Authorities.Casework)           { When = Rules.InVoluntaryAdmission, Asks = [Facts.DecisionReasons], Starts = [Voluntary.NextUpdate, Voluntary.NextReview] },
        new(RecallConsidered, Step.Grave("Record: recalled"),                 Recalled,         Authorities.Casework)             { Needs = [Rules.IsDetained], Asks = [Facts.EndingDetail] },
        //  A recall that took effect closes supervision from wherever it stands.
        .. AfterRecall.Closes([Discharged, .. Supervision.Where(s => s != RecallConsidered)]),

        //  The end of restrictions
        new(Supervised,      Step.Called("Ask for the end of restrictions"),  EndConsidered,    Authorities.Administration)       { Asks = [Facts.AbsoluteCase], Starts = [VictimsTime], Tells = [Parties.VictimLiaisonBefore.Within(Terms.TellVictimsDischargeIsConsidered)] },
        new(EndConsidered,   Step.Called("Recommend on the end of restrictions"), EndDecision,  Authorities.Casework)             { Needs = [Rules.Assigned], Asks = [Facts.Recommendation, Facts.VictimCheck] },
        new(EndConsidered,   Step.Called("Record that the request is withdrawn"), Supervised,   Authorities.Casework)             { Asks = [Facts.EndingDetail], Ends = [Terms.VictimRepresentations], VictimsHear = KeyStages.Considered, Tells = [Parties.VictimLiaison] },
        new(EndDecision,     Step.Grave("Discharge absolutely"),              AbsolutelyDischarged, Authorities.AbsoluteDischarge) { Needs = [.. Deciding, Rules.VictimLiaisonToldBefore], Asks = [Facts.EndedOn, Facts.DecisionReasons], Stops = Reports, Issues = [Papers.AbsoluteDischargeWarrant], Changes = [Effects.RestrictionsEnded], Opens = "end-of-restriction", Tells = DecisionToldOf },
        new(EndDecision,     Step.Grave("Lift the restrictions"),             RestrictionLifted, Authorities.LiftRestrictions)    { Needs = [.. Deciding, Rules.VictimLiaisonToldBefore], Asks = [Facts.EndedOn, Facts.DecisionReasons], Stops = Reports, Issues = [Papers.LiftingDirection], Changes = [Effects.RestrictionsEnded], Opens = "end-of-restriction", Tells = DecisionToldOf },
        new(EndDecision,     Step.Grave("Refuse to end restrictions"),        Supervised,       Authorities.AbsoluteDischarge)    { Needs = Deciding, Asks = [Facts.DecisionReasons], Ends = [Terms.VictimRepresentations], Issues = [Papers.AbsoluteRefused], VictimsHear = KeyStages.End, Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.VictimLiaison] },
        new(EndDecision,     Steps.SendBack,                                  EndConsidered,    Authorities.AbsoluteDischarge)    { Asks = [Facts.SentBackBecause] },
        .. Move.FromEach(Supervision, from =>
        new(from,            TribunalEnd,                                     AbsolutelyDischarged, Authorities.Casework)         { Asks = [Facts.TribunalDecisionOn, Facts.TribunalDecision], Stops = Reports, Changes = [Effects.DischargedAbsolutely], Opens = "end-of-restriction", Tells = DecisionToldOf }),
        .. Move.FromEach([Received, Assessing, AwaitingDecision, OnHold, Deferred, DischargeAgreed, Discharged, .. Supervision], from =>
        new(from,            Steps.ReportDeath,                               from,             Authorities.Administration)       { Asks = [Facts.DiedOn, Facts.DeathToldBy], Opens = "death" }),

        //  Victims are heard before a discharge, conditions or the end of restrictions is decided
        .. Move.FromEach([Assessing, AwaitingDecision, ConditionChange, ConditionDecision, EndConsidered, EndDecision], from =>
        new(from,            Steps.VictimsAnswer,                             from,             Authorities.Casework)             { When = Rules.OwnTimeRuns, Asks = [Facts.VictimsAnswered], Stops = [Terms.VictimRepresentations] }),
        .. Move.FromEach([AwaitingDecision, ConditionDecision, EndDecision], from =>
        new(from,            Steps.DecideEarly,                               from,             Authorities.VictimWindow)         { When = Rules.VictimsTimeRuns, Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecideEarlyBecause], Ends = [Terms.VictimRepresentations], Changes = [Effects.WindowsPassedOver] }),
        .. Move.FromEach([Assessing, AwaitingDecision], from =>
        new(from,            Steps.Hold,                                      OnHold,           Authorities.Casework)             { Asks = [Facts.HoldReason] }),
        new(OnHold,          Steps.Resume,                                    Assessing,        Authorities.Casework)             { Asks = [Facts.ResumeReason] },
        // A discharge that was set aside leaves a case behind that nobody supervises.
        .. Move.FromEach([Discharged, .. Supervision], from =>
        new(from,            Steps.End,                                       Ended,            Authorities.Casework)             { When = Rules.IsDetained, Asks = [Facts.EndingReason, Facts.EndingDetail], Tells = [Parties.ClinicalSupervisor, Parties.SocialSupervisor] }),
        .. Move.FromEach([Received, Assessing, AwaitingDecision, OnHold, Deferred, DischargeAgreed], from =>
        new(from,            Steps.End,                                       Ended,            Authorities.Casework)             { Asks = [Facts.EndingReason, Facts.EndingDetail], VictimsHear = KeyStages.Considered, Tells = [Parties.Clinician, Parties.VictimLiaison] }),
    ])
    {
        Wants = [Wants.AftercarePlan.FromWhen(Assessing), Wants.PreviousConvictions.FromWhen(Assessing), Wants.SocialSupervisorReport.FromWhen(Assessing)],
        Law = "The Secretary of State (MHA 1983 s42(2)) or the tribunal (s73) may discharge a restricted patient on conditions, with the liability to recall. Both supervisors report within four weeks and then every three months. The Secretary of State may vary any condition (s73(5)); probation is told before and after where a victim is in the scheme (DVCVA 2004 s37, s38). "
            + "Since 18 February 2026 conditions may deprive of liberty (s42(2A), s73(2)(c)); such patients have their own windows to apply and are referred after 12 months and then every two years (s75(2A), (2C)).",
    };

    static IReadOnlyList<Fact> Reading => [.. Facts.Signs.Select(s => s.Asked), Facts.ReportReading];

    static IReadOnlyList<Fact> Appointment => [Facts.SupervisorPost, Facts.SupervisorName, Facts.SupervisorAt, Facts.SupervisorFrom];

    /// <summary>What the opening of a recall asks.</summary>
    static IReadOnlyList<Fact> ConcernTold => [Facts.ConcernSource, Facts.ConcernAt, Facts.Concern];

    static Start VictimsTime => new(Terms.VictimRepresentations) { If = Rules.VictimInScheme };

    static IReadOnlyList<Rule> Deciding => [Rules.Assigned, Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered, Rules.VictimsHeard];

    static IReadOnlyList<Rule> ChangingConditions => [.. Deciding, Rules.VictimLiaisonToldBefore];

    static IReadOnlyList<Fact> Conditions => [Facts.ConditionResidence, Facts.ConditionTreatment, Facts.ConditionSupervision, Facts.ConditionSubstances, Facts.ConditionVictims];

    static IEnumerable<Start> FromDischarge =>
    [
        new(Terms.FirstSupervisorsReport, Facts.DischargedOn),
        new(Terms.DischargedApplicationOpens, Facts.DischargedOn) { If = Rules.LeavesLiberty }, new(Terms.DischargedApplicationCloses, Facts.DischargedOn) { If = Rules.LeavesLiberty },
        new(Terms.ReferDischarged, Facts.DischargedOn) { If = Rules.LeavesLiberty },
        new(Terms.DolApplicationOpens, Facts.DischargedOn) { If = Rules.DeprivesLiberty }, new(Terms.ReferDol, Facts.DischargedOn) { If = Rules.DeprivesLiberty },
        new(Terms.DolLongstop, Facts.DischargedOn) { If = Rules.DeprivesLiberty },
    ];

    static IReadOnlyList<Term> WithLiberty => [Terms.DischargedApplicationOpens, Terms.DischargedApplicationCloses, Terms.ReferDischarged];

    static IReadOnlyList<Term> WithoutLiberty => [Terms.DolApplicationOpens, .. References, Terms.DolLongstop];

    static IReadOnlyList<Term> References => [Terms.ReferDol, Terms.ReferDolAgain];

    static Anchor NextReport => Anchor.DueDateOf(Terms.NextSupervisorsReport, Terms.FirstSupervisorsReport, Terms.NextSupervisorsReport);

    static Anchor ReportWasDue => new("the day the report was due", Rules.ReportDue);

    // Not the fact itself, or a second post that becomes empty would put off the first.
    static Anchor PostEmptySince => new("the day the post became empty", s => s.Facts.Date(Facts.SupervisorLeftOn));

    static Anchor NextReference => Anchor.DueDateOf(Terms.ReferDolAgain, Terms.ReferDol, Terms.ReferDolAgain);

    static Anchor LibertyStart => new("the day deprivation of liberty starts", s => s.Facts.Date(Facts.LibertyFrom));

    // As if every report since the discharge had come when it was due.
    static Anchor CycleFromDischarge => new("the cycle of reports since the discharge", s => s.Facts.Date(Facts.DischargedOn) is { } day
        ? Anchor.Skipping(Terms.NextSupervisorsReport, Terms.FirstSupervisorsReport.WorkOut(day, s.On.Days).LastDay, s) : null);

    static IReadOnlyList<Party> ConditionsTold => [Parties.Patient, Parties.ClinicalSupervisor, Parties.SocialSupervisor, Parties.VictimLiaison.Within(Terms.TellVictimsOfConditions), Parties.Mappa, Parties.HeadIfHighProfile];

    // Of the decision; that restrictions have ended is told from the case that follows.
    static IReadOnlyList<Party> DecisionToldOf => [Parties.VictimLiaison.Within(Terms.TellVictimsOfDischarge), Parties.HeadIfHighProfile, Parties.PressOffice];
}
