using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The First-tier Tribunal (Mental Health), or that of Wales: from the application or our reference to the outcome carried out (MHA 1983 s69 to s75).</summary>
public static class Tribunal
{
    static readonly State Notified      = State.Called("Notified, or to be referred"),            ReportsAwaited = State.Waiting("Hospital’s reports awaited"),
                          Drafting      = State.Called("Statement being drafted"),                Endorsement   = State.Deciding("Statement to endorse"),
                          Endorsed      = State.Called("Statement endorsed, to send"),            Sent          = State.Waiting("Statement sent"),
                          Listed        = State.Waiting("Listed"),                                Adjourned     = State.Waiting("Adjourned with directions"),
                          Postponed     = State.Waiting("Postponed"),                             Heard         = State.Waiting("Heard"),
                          OnPapers      = State.Waiting("To be decided on the papers"),           DecisionRecorded = State.Called("Decision recorded, to review"),
                          DeputyReview  = State.Deciding("Awaiting the deputy head’s review"),    JudgeQueried  = State.Waiting("Query with the judge"),
                          AppealSought  = State.Waiting("Permission to appeal sought"),           SetAsideSought = State.Waiting("Setting aside sought"),
                          Section74     = State.Deciding("Awaiting our answer under section 74"), Accepted      = State.Called("Accepted, to carry out"),
                          DischargeAwaited = State.Waiting("Notice given, absolute discharge awaited"),
                          Implemented   = State.Called("Carried out, to close"),                  Closed        = State.Closing("Closed"),
                          Withdrawn     = State.Closing("Withdrawn"),                             Ended         = State.Closing("Ended");

    static readonly Step Send = Step.Grave("Send our statement"), Hearing = Step.Called("Record the hearing date"), JudgeAnswers = Step.Called("Record the judge’s answer"), Accept = Step.Grave("Accept the decision"), HeardAgain = Step.Called("Record that it will be heard again"), AppealDecided = Step.Called("Record the outcome of the appeal"),
                         GiveNotice = Step.Grave("Give notice that the patient may be discharged"), GiveNoNotice = Step.Grave("Give no notice of discharge");

    static readonly State[] Preparing = [ReportsAwaited, Drafting, Endorsement, Endorsed], BeforeHearing = [.. Preparing, Sent, Listed, Adjourned, Postponed], Running = [.. BeforeHearing, Heard, OnPapers];

    static readonly Party TheHospital = Parties.Hospital with { OnlyWhere = p => p.Category.IsDetained }, Clinical = Parties.ClinicalSupervisor with { OnlyWhere = p => p.Category.IsConditionallyDischarged }, Social = Parties.SocialSupervisor with { OnlyWhere = p => p.Category.IsConditionallyDischarged };

    static readonly Term[] Referring = [Terms.ReferDetained, Terms.ReferDetainedYearly, Terms.ReferDol, Terms.ReferDolAgain, Terms.DolLongstop, Terms.ReferDischarged],
                           HearingTerms = [Terms.UsualHearing, Terms.EarliestRecallHearing, Terms.LatestRecallHearing, Terms.PreHearingExamination, Terms.CheckStatement],
                           Challenging = [Terms.PermissionToAppeal, Terms.AdviceOnChallenge, Terms.SetAside],
                           Answered = [.. Challenging, Terms.PermissionFromUpperTribunal, Terms.ReviewDirections];

    public static readonly CaseType Type = new("tribunal", "Tribunal", "F", Weight: 3, Notified,
        new Opening(Authorities.Administration)
        {
            ByTime = true, Needs = [Rules.RouteFits], Asks = [Facts.TribunalRoute, Facts.TribunalBody, Facts.ApplicationOn],
            Starts = [.. Referring.Select(Rules.DutyUnder), Terms.CaseSummary, new(Terms.NameSupervisors) { If = Rules.DischargedApplication }], Tells = [Parties.HeadIfHighProfile],
        },
    [
        //  from             step                                        to                whose decision
        //  Reports and statement
        new(Notified,        Step.Called("Ask for the reports"),         ReportsAwaited,   Authorities.Administration)    { When = Rules.PatientApplies, Asks = [Facts.HospitalReceivedOn], Starts = [new(Terms.HospitalReports, Facts.HospitalReceivedOn) { Or = ReachedUs, If = Rules.IsDetained }], Tells = [TheHospital, Clinical, Social] },
        new(Notified,        Step.Grave("Refer to the tribunal", "refer-to-tribunal"), ReportsAwaited, Authorities.Casework) { When = Rules.WeRefer, Needs = [Rules.Assigned], Asks = [Facts.ReferredOn], Starts = [new(Terms.HospitalReports, Facts.ReferredOn) { If = Rules.IsDetained }], Stops = Referring, Issues = [Papers.TribunalReference], Tells = [Parties.Tribunal, TheHospital, Clinical, Social, Parties.Solicitor] },
        .. Move.FromEach([Notified, ReportsAwaited, Drafting, Endorsement, Endorsed], from =>
        new(from,            Step.Called("Give the tribunal the supervisors’ names"), from, Authorities.Administration)   { When = Rules.NamesToGive, Asks = [Facts.SupervisorsNamedOn, Facts.ClinicalSupervisor, Facts.SocialSupervisor], Starts = [new(Terms.SupervisorsTribunalReports, Facts.SupervisorsNamedOn)], Stops = [Terms.NameSupervisors], Tells = [Parties.Tribunal] }),
        .. Move.FromEach([.. Preparing, Sent], from =>
        new(from,            Step.Called("Record the tribunal’s receipt"), from,           Authorities.Administration)    { When = Rules.ReceiptNotRecorded, Asks = [Facts.TribunalReceivedOn, Facts.TribunalNumber], Starts = [new(Terms.UsualHearing, Facts.TribunalReceivedOn) { If = Rules.NotAfterRecall }, new(Terms.EarliestRecallHearing, Facts.TribunalReceivedOn) { If = Rules.AfterRecall }, new(Terms.LatestRecallHearing, Facts.TribunalReceivedOn) { If = Rules.AfterRecall }] }),
        .. Move.FromEach([ReportsAwaited, Drafting], from =>
        new(from,            Step.Called("Prepare the case summary"),    from,             Authorities.Administration)    { Asks = [Facts.StatementKind, Facts.CaseSummary], Stops = [Terms.CaseSummary], Issues = [Papers.CaseSummary] }),
        // The hospital's papers set our three weeks. Of a discharged patient there are none: the duty is the names, and the supervisors report (rule 32(4)).
        new(ReportsAwaited,  Step.Called("Receive the hospital’s papers"), Drafting,       Authorities.Administration)    { When = Rules.IsNotDischarged, Asks = [Facts.HospitalPapersOn], Starts = [new(Terms.RecallStatement, Facts.HospitalPapersOn) { If = Rules.AfterRecall }, new(Terms.TribunalStatement, Facts.HospitalPapersOn) { If = Rules.NotAfterRecall }], Stops = [Terms.HospitalReports] },
        new(ReportsAwaited,  Step.Called("Receive the supervisors’ reports"), Drafting,    Authorities.Administration)    { When = Rules.IsDischarged, Asks = [Facts.SupervisorsReportsOn], Stops = [Terms.SupervisorsTribunalReports] },
        new(Drafting,        Step.Called("Check the repeat statement"),  Drafting,         Authorities.Administration)    { When = Rules.IsRepeat, Asks = [Facts.RepeatChecked] },
        new(Drafting,        Step.Called("Write the statement"),         Endorsement,      Authorities.Casework)          { Needs = [Rules.Assigned, Rules.SummaryPrepared, Rules.RepeatIsChecked, Rules.ClinicianReportHeld], Asks = [Facts.Observations] },
        new(Endorsement,     Step.Grave("Endorse the statement"),        Endorsed,         Authorities.TribunalStatement) { Needs = [Rules.SomebodyElseWrote], Asks = [Facts.StatementEndorsed] },
        .. Move.FromEach([Endorsement, Endorsed], from =>
        new(from,            Steps.SendBack,                             Drafting,         Authorities.TribunalStatement) { Asks = [Facts.SentBackBecause] }),
        new(Endorsed,        Send,                                       Sent,             Authorities.Administration)    { When = Rules.IsNotDischarged, Needs = [Rules.ConvictionsFiled], Stops = [Terms.TribunalStatement, Terms.RecallStatement], Issues = [Papers.FullStatement], Tells = [Parties.Tribunal, Parties.Solicitor] },
        new(Endorsed,        Send,                                       Sent,             Authorities.Administration)    { When = Rules.IsDischarged, Needs = [Rules.ConvictionsFiled, Rules.NamesGiven], Issues = [Papers.DischargedStatement], Tells = [Parties.Tribunal, Parties.Solicitor] },

        //  The hearing. A date recorded afresh moves what is counted from it.
        .. Move.FromEach([.. Preparing, Sent, Adjourned, Postponed], from =>
        new(from,            Hearing,                                    Preparing.Contains(from) ? from : Listed, Authorities.Administration) { Asks = [Facts.HearingOn], Starts = [new(Terms.PreHearingExamination, Facts.HearingOn) { If = Rules.ExaminationIdle }, new(Terms.CheckStatement, Facts.HearingOn) { If = Rules.CheckIdle }] }),
        new(Listed,          Step.Called("Record that the hearing moved"), Listed,         Authorities.Administration)    { Asks = [Facts.HearingOn, Facts.HearingMovedBecause], Tells = [Parties.VictimLiaison] },
        .. Move.FromEach([Endorsed, Sent, Listed], from =>
        new(from,            Step.Called("Check the statement before the hearing"), from,  Authorities.Casework)          { When = Rules.CheckToDo, Asks = [Facts.CheckedForHearing], Stops = [Terms.CheckStatement] }),
        new(Listed,          Step.Called("Record that the case was heard"), Heard,         Authorities.Administration)    { Needs = [Rules.HeardNotBeforeItsDate], Asks = [Facts.HeardOn], Starts = [new(Terms.TribunalDecision, Facts.HeardOn)], Stops = HearingTerms },
        .. Move.FromEach([Sent, Listed], from =>
        new(from,            Step.Called("Record that no hearing is held"), OnPapers,      Authorities.Administration)    { When = Rules.OnPapersAllowed, Asks = [Facts.NoHearingWanted], Stops = HearingTerms }),
        .. Move.FromEach([Listed, Heard], from =>
        new(from,            Step.Called("Record an adjournment"),       Adjourned,        Authorities.Administration)    { Asks = [Facts.AdjournedOn, Facts.AdjournedBecause], Starts = [new(Terms.ReviewDirections, Facts.AdjournedOn) { If = Rules.NoReviewToDo }], Stops = [Terms.TribunalDecision], Tells = [Parties.DeputyHead, Clinical, Social] }),
        new(Listed,          Step.Called("Record a postponement"),       Postponed,        Authorities.Administration)    { Asks = [Facts.AdjournedOn, Facts.AdjournedBecause], Starts = [new(Terms.ReviewDirections, Facts.AdjournedOn) { If = Rules.NoReviewToDo }], Tells = [Parties.DeputyHead] },

        //  Directions: each a date of its own, answered by itself
        .. Move.FromEach(Running, from =>
        new(from,            Step.Called("Record a direction"),          from,             Authorities.Administration)    { Asks = [Facts.DirectionReceivedOn, Facts.Direction, Facts.DirectionDueOn], Starts = [new(Terms.Direction, Facts.DirectionDueOn) { Named = Facts.Direction }, new(Terms.ReviewDirections, Facts.DirectionReceivedOn) { If = Rules.NoReviewToDo }], Tells = [Parties.DeputyHead] }),
        .. Move.FromEach(Running, from =>
        new(from,            Step.Called("Reply to the directions"),     from,             Authorities.Casework)          { When = Rules.DirectionRecorded, Asks = [Facts.DirectionsReply], Issues = [Papers.DirectionsReply], Tells = [Parties.Tribunal] }),
        .. Move.FromEach(Running, from =>
        new(from,            Step.Called("Review the adjournment or directions"), from,    Authorities.TribunalReview)    { When = Rules.ReviewToDo, Asks = [Facts.DirectionsReview], Stops = [Terms.ReviewDirections] }),
        .. Move.FromEach(Running, from =>
        new(from,            Step.Called("Take up a concern with the judge"), from,        Authorities.TribunalReview)    { Asks = [Facts.JudgeConcern], Tells = [Parties.Judge] }),
        .. Move.FromEach(Running, from =>
        new(from,            JudgeAnswers,                               from,             Authorities.Administration)    { When = Rules.ConcernUnanswered, Asks = [Facts.JudgeAnswer] }),
        .. Move.FromEach([Notified, .. BeforeHearing], from =>
        new(from,            Step.Grave("Record the withdrawal"),        Withdrawn,        Authorities.Casework)          { When = Rules.PatientApplies, Asks = [Facts.WithdrawnOn, Facts.EndingDetail], Tells = [TheHospital, Clinical, Social, Parties.HeadIfHighProfile] }),

        //  The decision
        .. Outcome("Record: no discharge",                               row => row with { Changes = [Effects.Considered] }),
        .. Outcome("Record: absolute discharge",                         row => row with { Needs = [Rules.OutsideSection74], Changes = [Effects.Considered, Effects.DischargedAbsolutely], Opens = "end-of-restriction", Tells = [.. row.Tells, Parties.PressOffice] }),
        .. Outcome("Record: conditional discharge",                      row => row with { Needs = [Rules.IsDetained, Rules.OutsideSection74], Changes = [Effects.Considered], Opens = "conditional-discharge", Tells = [.. row.Tells, Parties.PressOffice] }),
        .. Outcome("Record: deferred conditional discharge",             row => row with { Needs = [Rules.IsDetained, Rules.OutsideSection74], Asks = [.. row.Asks, Facts.ArrangementsOutstanding], Changes = [Effects.Considered], Opens = "conditional-discharge", OpensWith = ConditionalDischarge.DeferCode }),
        .. Outcome("Record: notification under section 74",              row => row with { Needs = [Rules.WithinSection74], Asks = [.. row.Asks, Facts.Section74NotifiedOn, Facts.Section74Entitlement, Facts.Section74Stay], Starts = [.. row.Starts, new(Terms.AnswerSection74, Facts.Section74NotifiedOn)], Changes = [Effects.Considered] }),
        .. Outcome("Record: conditions varied",                          row => row with { Needs = [Rules.IsDischarged, Rules.LibertyAnswersAgree, Rules.LibertyVariedInTime], Asks = [.. row.Asks, Facts.ChangedFrom, Facts.ConditionResidence, Facts.ConditionTreatment, Facts.ConditionSupervision, Facts.ConditionSubstances, Facts.ConditionVictims, Facts.DeprivesOfLiberty, Facts.ConditionLiberty], Changes = [Effects.Considered, Effects.ConditionsVaried], Issues = [Papers.ConditionsLetter], Tells = [.. row.Tells, Parties.VictimLiaison] }),
        .. Outcome("Record: the restriction ends",                       row => row with { Needs = [Rules.IsDischarged], Asks = [.. row.Asks, Facts.EndedOn], Changes = [Effects.Considered, Effects.RestrictionsEnded], Opens = "end-of-restriction" }),

        //  What we make of it
        new(DecisionRecorded, Step.Called("Review the decision"),        DeputyReview,     Authorities.Casework)          { Needs = [Rules.Assigned], Asks = [Facts.Recommendation, Facts.VictimCheck] },
        new(DeputyReview,    Accept,                                     Section74,        Authorities.TribunalReview)    { When = Rules.Notified74, Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = Answered },
        new(DeputyReview,    Accept,                                     Accepted,         Authorities.TribunalReview)    { When = Rules.NotNotified74, Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = Answered },
        new(DeputyReview,    Step.Grave("Query the decision with the judge"), JudgeQueried, Authorities.TribunalReview)   { Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons, Facts.JudgeConcern], Stops = [Terms.ReviewDirections], Tells = [Parties.Judge] },
        new(DeputyReview,    Step.Grave("Seek permission to appeal"),    AppealSought,     Authorities.TribunalReview)    { Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons, Facts.ChallengeGround], Stops = [.. Challenging, Terms.ReviewDirections], Tells = [Parties.Tribunal, Parties.HeadOfTeam] },
        new(DeputyReview,    Step.Grave("Ask the Upper Tribunal for permission"), AppealSought, Authorities.TribunalReview) { When = Rules.PermissionRefused, Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons, Facts.ChallengeGround], Stops = [Terms.PermissionFromUpperTribunal], Tells = [Parties.HeadOfTeam] },
        new(DeputyReview,    Step.Grave("Seek to have it set aside"),    SetAsideSought,   Authorities.TribunalReview)    { Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons, Facts.ChallengeGround], Stops = [.. Challenging, Terms.ReviewDirections], Tells = [Parties.Tribunal, Parties.HeadOfTeam] },
        new(DeputyReview,    Steps.SendBack,                             DecisionRecorded, Authorities.TribunalReview)    { Asks = [Facts.SentBackBecause] },
        new(JudgeQueried,    JudgeAnswers,                               DeputyReview,     Authorities.Administration)    { Asks = [Facts.JudgeAnswer] },
        new(AppealSought,    Step.Called("Record that permission is refused"), DeputyReview, Authorities.Administration)  { Asks = [Facts.PermissionRefusedOn], Starts = [new(Terms.PermissionFromUpperTribunal, Facts.PermissionRefusedOn)] },
        new(SetAsideSought,  Step.Called("Record that setting aside is refused"), DeputyReview, Authorities.Administration) { Asks = [Facts.SetAsideRefusedOn], Starts = [new(Terms.PermissionToAppeal, Facts.SetAsideRefusedOn)] },
        .. Move.FromEach([JudgeQueried, AppealSought, SetAsideSought], from =>
        new(from,            HeardAgain,                                 Sent,             Authorities.Casework)          { Needs = [Rules.OpenedAgainSaid], Asks = [Facts.ChallengeOutcome, Facts.OpenedAgain], Stops = Challenging, Changes = [Effects.DecisionSetAside], Tells = [TheHospital, Clinical, Social] }),
        new(AppealSought,    AppealDecided,                              DecisionRecorded, Authorities.Casework)          { When = Rules.DecisionStands, Asks = [Facts.ChallengeOutcome, Facts.DecisionStands, Facts.OpenedAgain] },
        // What the tribunal decides instead is recorded as an outcome.
        new(AppealSought,    AppealDecided,                              Heard,            Authorities.Casework)          { When = Rules.DecisionFalls, Needs = [Rules.OpenedAgainSaid], Asks = [Facts.ChallengeOutcome, Facts.DecisionStands, Facts.OpenedAgain], Stops = Challenging, Changes = [Effects.DecisionSetAside], Tells = [TheHospital, Clinical, Social] },
        new(Section74,       GiveNotice,                                 Accepted,         Authorities.ConditionalDischarge) { When = Rules.EntitledConditionally, Needs = [Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered, Rules.VictimsHeard], Asks = [Facts.DecisionReasons], Stops = [Terms.AnswerSection74], Issues = [Papers.Section74Agreed], Opens = "conditional-discharge", VictimsHear = KeyStages.Discharge, Tells = [Parties.Tribunal, Parties.Hospital, Parties.VictimLiaison, Parties.HeadIfHighProfile] },
        new(Section74,       GiveNotice,                                 DischargeAwaited, Authorities.ConditionalDischarge) { When = Rules.EntitledAbsolutely, Needs = [Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered, Rules.VictimsHeard], Asks = [Facts.DecisionReasons], Stops = [Terms.AnswerSection74], Issues = [Papers.Section74Agreed], VictimsHear = KeyStages.Discharge, Tells = [Parties.Tribunal, Parties.Hospital, Parties.VictimLiaison, Parties.HeadIfHighProfile] },
        new(DischargeAwaited, Step.Grave("Record the tribunal’s absolute discharge"), Implemented, Authorities.Casework)   { Asks = [Facts.TribunalDecisionOn, Facts.TribunalDecision], Changes = [Effects.DischargedAbsolutely], Opens = "end-of-restriction", Tells = [Parties.Hospital, Parties.HeadIfHighProfile, Parties.PressOffice] },
        // s74(3): without notice the patient goes back to prison, unless the tribunal recommended the hospital.
        new(Section74,       GiveNoNotice,                               Accepted,         Authorities.ConditionalDischarge) { When = Rules.StayRecommended, Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = [Terms.AnswerSection74], Issues = [Papers.Section74Withheld], Tells = [Parties.Tribunal, Parties.Hospital] },
        new(Section74,       GiveNoNotice,                               Implemented,      Authorities.ConditionalDischarge) { When = Rules.StayNotRecommended, Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = [Terms.AnswerSection74], Issues = [Papers.Section74Withheld], Opens = "remission", Tells = [Parties.Tribunal, Parties.Hospital] },
        new(Section74,       Steps.DecideEarly,                          Section74,        Authorities.VictimWindow)      { When = Rules.VictimsTimeRuns, Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecideEarlyBecause], Changes = [Effects.WindowsPassedOver] },
        new(Accepted,        Step.Called("Record that the outcome is carried out"), Implemented, Authorities.Administration) { Asks = [Facts.Implementation] },
        new(Implemented,     Step.Grave("Close the file"),               Closed,           Authorities.Casework),
        .. Move.FromEach([Notified, .. Running, DecisionRecorded, DeputyReview, JudgeQueried, AppealSought, SetAsideSought, Section74, DischargeAwaited], from =>
        new(from,            Steps.End,                                  Ended,            Authorities.Casework)          { Asks = [Facts.EndingReason, Facts.EndingDetail], Tells = [Parties.HeadIfHighProfile] }),
        // Once it has decided, the decision is reviewed and carried out.
        .. AfterRestrictions.Closes([Notified, .. Running], AfterRestrictions.Closed, _ => [Parties.Tribunal, Parties.Solicitor]),
        .. AfterDeath.Stops([Notified, .. Running, JudgeQueried, AppealSought, SetAsideSought, Section74, DischargeAwaited], Parties.Tribunal, Parties.Solicitor),
    ])
    {
        Wants = [
            Wants.CourtOrder.FromWhen(Notified), Wants.PreviousConvictions.FromWhen(ReportsAwaited) with { Brings = Papers.ConvictionsCover },
            Wants.ClinicianReport.FromWhen(ReportsAwaited) with { If = Rules.IsDetained }, Wants.NursingReport.FromWhen(ReportsAwaited) with { If = Rules.IsDetained }, Wants.SocialReport.FromWhen(ReportsAwaited) with { If = Rules.IsDetained },
            Wants.ClinicalSupervisorReport.FromWhen(ReportsAwaited) with { If = Rules.IsDischarged }, Wants.SocialSupervisorReport.FromWhen(ReportsAwaited) with { If = Rules.IsDischarged },
        ],
        Law = "A detained restricted patient may apply to the tribunal once between six and twelve months after the order and once in each later year (MHA 1983 s70), a discharged one in longer periods (s75(2), (2A)); an application that is withdrawn doesn’t use the period up (s77(2)). The Secretary of State may refer a case at any time (s71(1)) and must refer one that was not considered for three years (s71(2); one year once section 33 of the 2025 Act starts), after a recall (s75(1)), and where conditions deprive of liberty (s75(2C) to (2E)). "
            + "We send information and observations within three weeks of the hospital’s papers, two after a recall (SI 2008/2699 r32). A transferred prisoner the tribunal would discharge is for the Secretary of State to answer within 90 days (s74). In Wales the Mental Health Review Tribunal for Wales hears the case under rules of its own.",
    };

    static Anchor ReachedUs => new("the day the application reached us", s => s.File.ReceivedOn);

    /// <summary>Whether the recorded date of the hearing still lies ahead: not once it was adjourned, postponed, held or given up.</summary>
    public static bool AwaitsHearing(string stateCode) => Preparing.Append(Sent).Append(Listed).Any(s => s.Code == stateCode);

    /// <summary>Whether the tribunal has the case, or is to have it, and hasn’t decided.</summary>
    public static bool AwaitsDecision(string stateCode) => Running.Append(Notified).Any(s => s.Code == stateCode);

    /// <summary>The stage of an open case in this state.</summary>
    public static TribunalStage StageOf(string stateCode) =>
        Preparing.Prepend(Notified).Any(s => s.Code == stateCode) ? TribunalStage.Statement
        : stateCode == Sent.Code ? TribunalStage.AwaitingListing
        : stateCode == Listed.Code ? TribunalStage.Listed
        : stateCode == Adjourned.Code || stateCode == Postponed.Code ? TribunalStage.Adjourned
        : stateCode == Heard.Code || stateCode == OnPapers.Code ? TribunalStage.OutcomeAwaited : TribunalStage.Decided;

    /// <summary>One outcome, from the hearing or from the papers: what all have in common, and what this one adds.</summary>
    static IEnumerable<Move> Outcome(string label, Func<Move, Move> adds)
    {
        var step = Step.Grave(label);
        return Move.FromEach([Heard, OnPapers], from => adds(new(from, step, DecisionRecorded, Authorities.Casework)
        {
            Asks = [Facts.TribunalDecisionOn, Facts.ReasonsOn, Facts.TribunalDecision, Facts.TribunalRecommends], Stops = [Terms.TribunalDecision],
            Starts = [new(Terms.PermissionToAppeal, Facts.ReasonsOn), new(Terms.AdviceOnChallenge, Facts.ReasonsOn), new(Terms.SetAside, Facts.ReasonsOn)],
            Tells = [TheHospital, Clinical, Social, Parties.HeadIfHighProfile],
        }));
    }
}
