using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Remission to prison (MHA 1983 s50, s51(3), s53(2)). It takes effect on arrival, not on the warrant.</summary>
public static class Remission
{
    static readonly State Notified      = State.Called("Notified"),                        FormChecked   = State.Called("Form checked"),
                          ReturnedIncomplete = State.Waiting("Returned incomplete"),       Assessment    = State.Called("Being assessed"),
                          AwaitingDecision = State.Deciding("Awaiting decision"),          OnHold        = State.Waiting("On hold, legal"),
                          Approved      = State.Deciding("Approved, warrant to sign"),     WarrantIssued = State.Waiting("Warrant issued, arrival awaited"),
                          ArrivedInPrison = State.Called("Arrived in prison"),             ReleaseApproved = State.Waiting("Release approved instead"),
                          Released      = State.Called("Released, end of restriction to confirm"),
                          RestrictionEnded = State.Closing("Restriction ended"),           Refused       = State.Closing("Refused"),
                          Cancelled     = State.Closing("Cancelled"),                      Overtaken     = State.Closing("Overtaken by the end of the restrictions"),
                          Ended         = State.Closing("Ended");

    static readonly Step CheckForm = Step.Called("Check the form"), Telephoned = Step.Called("Record the telephone call"), Cancel = Step.Grave("Cancel the remission"),
                         ConfirmEnd = Step.Grave("Confirm the end of restriction"), ReleaseDay = Step.Called("The release date is reached", "release-date-reached");

    static readonly Fact[] Form = [Facts.ReleaseDate, Facts.RemissionGround, Facts.SentToCrownCourt, Facts.AftercareMeetingOn, Facts.NoAftercareMeeting, Facts.MinutesSentOn, Facts.GovernorAgreed, Facts.ReceivingPrison];
    static readonly Rule[] Guards = [Rules.ReleaseDateAhead, Rules.ReleaseDateAgrees, Rules.CrownCourtWhereNeeded, Rules.OneGround, Rules.AftercareMet, Rules.MinutesSent, Rules.GovernorAgrees];
    static readonly State[] BeforeArrival = [Notified, FormChecked, ReturnedIncomplete, Assessment, AwaitingDecision, OnHold, Approved, WarrantIssued, ReleaseApproved];

    public static readonly CaseType Type = new("remission", "Remission to prison", "M", Weight: 3, Notified,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.IsTransferred, Rules.ReleaseDateAhead], Asks = [Facts.FitOn, Facts.Urgent, Facts.ReleaseDate],
            Starts = [new(Terms.RemissionCompleted, Facts.FitOn), new(Terms.ReleaseDateWarning, Facts.ReleaseDate) { Or = Rules.ReleaseDateOnRecord }, new(Terms.ReleaseDateReached, Facts.ReleaseDate) { Or = Rules.ReleaseDateOnRecord }],
            Tells = [Parties.DeputyHeadByTelephone, Parties.HeadIfHighProfile],
        },
    [
        //  from               step                                    to                  whose decision
        new(Notified,          CheckForm,                              FormChecked,        Authorities.Administration) { Asks = Form },
        new(FormChecked,       Step.Called("Accept for assessment"),   Assessment,         Authorities.Administration) { Needs = Guards, Starts = [Terms.RemissionDecision] },
        new(FormChecked,       Step.Called("Return as incomplete"),    ReturnedIncomplete, Authorities.Administration) { Asks = [Facts.MissingInformation], Issues = [Papers.IncompleteForm], Tells = [Parties.Clinician] },
        new(ReturnedIncomplete, CheckForm,                             FormChecked,        Authorities.Administration) { Asks = Form },
        .. Move.FromEach([Notified, FormChecked, Assessment, AwaitingDecision], from =>
        new(from,              Telephoned,                             from,               Authorities.Administration) { When = Rules.IsUrgent, Asks = [Facts.UrgentToldTo] }),
        new(Assessment,        Step.Called("Recommend"),               AwaitingDecision,   Authorities.Casework)       { Needs = [Rules.Assigned, Rules.AftercareMinutesHeld], Asks = [Facts.Recommendation, Facts.VictimCheck] },

        new(AwaitingDecision,  Step.Grave("Approve the remission"),    Approved,           Authorities.Remission)      { Needs = [Rules.Assigned, Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered, Rules.UrgentToldByTelephone, .. Guards], Settles = [Facts.RemissionGround], Asks = [Facts.DecisionReasons], Stops = [Terms.RemissionDecision], Tells = [Parties.HeadIfHighProfile] },
        new(AwaitingDecision,  Step.Grave("Refuse the remission"),     Refused,            Authorities.Remission)      { Needs = [Rules.Assigned, Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = [Terms.RemissionDecision], Issues = [Papers.RemissionRefused], Tells = [Parties.Clinician, Parties.Hospital] },
        new(AwaitingDecision,  Step.Grave("Approve release instead, section 50(1)(b)", "approve-release"), ReleaseApproved, Authorities.Remission) { Needs = [Rules.Assigned, Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered, Rules.ServesSentence], Asks = [Facts.DecisionReasons], Stops = [Terms.RemissionDecision], Issues = [Papers.ReleaseDirection], Tells = [Parties.Hospital, Parties.Clinician, Parties.VictimLiaison, Parties.Mappa, Parties.HeadIfHighProfile] },
        new(AwaitingDecision,  Steps.SendBack,                         Assessment,         Authorities.Remission)      { Asks = [Facts.SentBackBecause] },

        new(Approved,          Step.Grave("Sign the remission warrant"), WarrantIssued,    Authorities.SignWarrant)    { Needs = [Rules.ReleaseDateAhead], Asks = [Facts.ReceivingPrison, Facts.WarrantDate], Issues = [Papers.RemissionWarrant, Papers.RemissionLetter], Tells = [Parties.Prison, Parties.Hospital, Parties.Clinician, Parties.VictimLiaison, Parties.ParoleBoard, Parties.Court] },
        new(WarrantIssued,     Step.Called("Confirm the arrival in prison"), ArrivedInPrison, Authorities.Administration) { Needs = [Rules.ArrivedAfterWarrant], Asks = [Facts.ArrivedOn], Starts = [new(Terms.ConfirmRestrictionEnded, Facts.ArrivedOn)], Stops = [Terms.RemissionCompleted, Terms.ReleaseDateWarning, Terms.ReleaseDateReached], Changes = [Effects.RemittedToPrison], Tells = [Parties.Hospital, Parties.Prison] },
        .. Move.FromEach([Approved, WarrantIssued, ReleaseApproved], from =>
        new(from,              Cancel,                                 Cancelled,          Authorities.Remission)      { Asks = [Facts.CancelledBecause], Tells = [Parties.Prison, Parties.Hospital, Parties.Clinician, Parties.VictimLiaison] }),
        new(ReleaseApproved,   Step.Called("Confirm the release"),     Released,           Authorities.Administration) { Asks = [Facts.ReleasedOn, Facts.CommunityAddress], Starts = [new(Terms.ConfirmRestrictionEnded, Facts.ReleasedOn)], Stops = [Terms.RemissionCompleted, Terms.ReleaseDateWarning, Terms.ReleaseDateReached], Changes = [Effects.Released] },

        .. Move.FromEach(BeforeArrival, from =>
        new(from,              ReleaseDay,                             Overtaken,          Authority.Clock)            { After = Terms.ReleaseDateReached, When = Rules.ReleaseDateStands, Stops = [Terms.ReleaseDateReached], Changes = [Effects.ReleaseDatePassed], Opens = "end-of-restriction", Tells = [Parties.Hospital, Parties.Prison] }),
        .. Move.FromEach(BeforeArrival, from =>
        new(from,              Step.Called("The release date is put off", "release-date-put-off"), from, Authority.Clock)  { After = Terms.ReleaseDateReached, When = Rules.ReleaseDatePutOff, Records = Findings.LaterReleaseDate, Changes = [Effects.ReleaseDateChanged], Tells = [Parties.Hospital, Parties.Prison] }),
        .. Move.FromEach([ArrivedInPrison, Released], from =>
        new(from,              ConfirmEnd,                             RestrictionEnded,   Authorities.Administration) { Asks = [Facts.EndedOn], Stops = [Terms.ConfirmRestrictionEnded], Issues = [Papers.EndOfRestriction], VictimsHear = KeyStages.End, Tells = [Parties.Hospital, Parties.Patient, Parties.Police, Parties.VictimLiaison, Parties.Mappa, Parties.HeadIfHighProfile] }),
        .. Move.FromEach([Notified, FormChecked, Assessment, AwaitingDecision, WarrantIssued], from =>
        new(from,              Step.Called("Warn that restrictions will end", "release-date-warning"), from, Authorities.Administration) { When = Rules.ReleaseDateKnown, Stops = [Terms.ReleaseDateWarning], Tells = [Parties.Hospital, Parties.Clinician] }),

        .. Move.FromEach([Assessment, AwaitingDecision], from =>
        new(from,              Steps.Hold,                             OnHold,             Authorities.Casework)       { Asks = [Facts.HoldReason] }),
        new(OnHold,            Steps.Resume,                           Assessment,         Authorities.Casework)       { Asks = [Facts.ResumeReason] },
        .. Move.FromEach([Notified, FormChecked, ReturnedIncomplete, Assessment, AwaitingDecision, OnHold], from =>
        new(from,              Steps.End,                              Ended,              Authorities.Casework)       { Asks = [Facts.EndingReason, Facts.EndingDetail], Tells = [Parties.Hospital, Parties.HeadIfHighProfile] }),
        .. AfterRestrictions.Closes(BeforeArrival, Overtaken, _ => [Parties.Prison, Parties.Hospital]),
        .. AfterDeath.Stops([Approved, WarrantIssued, ReleaseApproved], Parties.Prison, Parties.Hospital),
    ])
    {
        Wants = [Wants.AftercareMinutes.FromWhen(FormChecked) with { If = Rules.AftercareMeetingHeld }, Wants.CustodyPapers.FromWhen(Assessment)],
        Law = "A transferred prisoner who no longer needs treatment in hospital, or for whom no effective treatment can be given there, may be remitted to prison by warrant (MHA 1983 s50(1)(a), s51(3), s53(2)), or released if release would be possible from prison (s50(1)(b)). The restriction direction ends on arrival. "
            + "It also ends by itself on the release date (s50(2)-(3)): then remission no longer applies. For people of s48(2)(b) the magistrates’ court decides until the case is sent to the Crown Court (s52(5)).",
    };
}
