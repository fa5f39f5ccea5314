using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Liaison with one victim under the Victim Contact Scheme (DVCVA 2004 ss35 to 44, Victims' Code, right 11), apart from the patient's own cases.</summary>
public static class VictimLiaison
{
    public const string Key = "victim-liaison";

    static readonly State Eligibility     = State.Called("Eligibility to check"),              Referred = State.Waiting("Referred to the scheme"),
                          OfficerAssigned = State.Waiting("Liaison officer assigned"),         ContactMade = State.Waiting("Contact made, choice awaited"),
                          OptedIn         = State.Called("Opted in"),                          OptedOut = State.Waiting("Opted out"),
                          Active          = State.Waiting("Active"),                           Invited  = State.Waiting("Representations invited"),
                          Received        = State.Called("Representations received"),
                          NotEligible     = State.Closing("Not eligible"),                     Ended    = State.Closing("Ended");

    static readonly Step OptIn = Step.Called("Record: opted in", "opt-in"), OptOut = Step.Called("Record: opted out", "opt-out");

    static readonly Fact[] Asked = [.. KeyStages.All.Select(s => s.Asked), Facts.WantsRepresentations], Officer = [Facts.LiaisonOfficer, Facts.LiaisonRegion];
    static readonly State[] InTouch = [OfficerAssigned, ContactMade, OptedIn, OptedOut, Active, Invited, Received];

    public static readonly CaseType Type = new(Key, "Victim liaison", "V", Weight: 1, Eligibility,
        new Opening(Authorities.VictimLiaison) { Asks = [Facts.SentencedOn, Facts.SchemeOffence], Starts = [new(Terms.VictimReferred, Facts.SentencedOn)] },
    [
        //  from         step                                               to               whose decision
        new(Eligibility, Step.Called("Refer to the scheme"),                Referred,        Authorities.VictimLiaison) { Asks = [Facts.SchemeReferredOn], Starts = [new(Terms.VictimContacted, Facts.SchemeReferredOn)], Stops = [Terms.VictimReferred], Issues = [Papers.SchemeReferral], Changes = [Effects.InScheme] },
        new(Eligibility, Step.Called("Record that the scheme does not apply"), NotEligible,  Authorities.VictimLiaison) { Asks = [Facts.EndingDetail] },
        .. Move.FromEach([Referred, OfficerAssigned], from =>
        new(from,        Step.Called("Ask again"),                          from,            Authorities.VictimLiaison) { Asks = [Facts.LiaisonChased] }),
        new(Referred,    Step.Called("Record the liaison officer"),         OfficerAssigned, Authorities.VictimLiaison) { Asks = Officer },
        new(OfficerAssigned, Step.Called("Record the first contact"),       ContactMade,     Authorities.VictimLiaison) { Asks = [Facts.VictimContactedOn], Stops = [Terms.VictimContacted] },

        //  In and out at any time
        .. Move.FromEach([ContactMade, OptedOut], from =>
        new(from,        OptIn,                                             OptedIn,         Authorities.VictimLiaison) { Asks = [Facts.OptedInOn], Stops = [Terms.AskLiaison], Changes = [Effects.InScheme] }),
        .. Move.FromEach([ContactMade, OptedIn, Active, Invited, Received], from =>
        new(from,        OptOut,                                            OptedOut,        Authorities.VictimLiaison) { Asks = [Facts.OptedOutOn], Starts = [Terms.AskLiaison], Stops = [Terms.AskLiaison, Terms.VictimRepresentations, Terms.VictimSummary], Changes = [Effects.WindowEnded] }),
        new(OptedIn,     Step.Called("Record what they ask for"),           Active,          Authorities.VictimLiaison) { Asks = Asked, Starts = [Terms.AskLiaison] },
        new(Active,      Step.Called("Change what they ask for"),           Active,          Authorities.VictimLiaison) { Asks = Asked },
        .. Move.FromEach([Active, OptedOut], from =>
        new(from,        Step.Called("Ask whether anything has changed"),   from,            Authorities.VictimLiaison) { Asks = [Facts.LiaisonChased], Starts = [Terms.AskLiaison], Stops = [Terms.AskLiaison] }),
        .. Move.FromEach(InTouch, from =>
        new(from,        Step.Called("Change the liaison officer"),         from,            Authorities.VictimLiaison) { Asks = Officer }),

        //  Representations. While their window runs, no discharge, change of conditions or end of restrictions is decided.
        new(Active,      Step.Called("Invite representations"),             Invited,         Authorities.VictimLiaison) { Needs = [Rules.VictimWantsToBeHeard], Asks = [Facts.DecisionAhead], Starts = [Terms.VictimRepresentations], Stops = [Terms.AskLiaison], Issues = [Papers.RepresentationsInvited], Changes = [Effects.WindowOpened] },
        new(Invited,     Step.Called("Record the representations"),         Received,        Authorities.VictimLiaison) { Asks = [Facts.RepresentationsOn], Stops = [Terms.VictimRepresentations], Changes = [Effects.WindowEnded] },
        new(Invited,     Step.Called("The time for representations passes", "time-passes"), Active, Authority.Clock)     { After = Terms.VictimRepresentations, Starts = [Terms.AskLiaison], Stops = [Terms.VictimRepresentations] },
        new(Received,    Step.Called("Record that they were considered"),   Active,          Authorities.VictimLiaison) { Asks = [Facts.RepresentationsHeard], Starts = [Terms.AskLiaison] },

        //  What is decided
        .. Move.FromEach([Active, Invited, Received], from =>
        new(from,        Step.Called("Write what the victim is to be told"), from,           Authorities.VictimLiaison) { Asks = [Facts.StagePassedOn], Issues = [Papers.DecisionPassedOn] }),
        .. Move.FromEach([Active, Invited, Received], from =>
        new(from,        Step.Called("Record that a summary is asked for"), from,            Authorities.VictimLiaison) { When = Rules.NoSummaryAwaited, Asks = [Facts.SummaryDecidedOn], Starts = [new(Terms.VictimSummary, Facts.SummaryDecidedOn)] }),
        .. Move.FromEach([Active, Invited, Received], from =>
        new(from,        Step.Grave("Settle the summary"),                  from,            Authorities.VictimSummary) { When = Rules.SummaryAwaited, Asks = [Facts.SummaryText], Stops = [Terms.VictimSummary], Issues = [Papers.VictimSummary] }),

        .. Move.FromEach([Eligibility, Referred, .. InTouch], from =>
        new(from,        Steps.End,                                         Ended,           Authorities.VictimLiaison) { Asks = [Facts.EndingReason, Facts.EndingDetail], Changes = [Effects.WindowEnded] }),
    ])
    {
        IsProtected = true, OutlastsRestrictions = true,
        Law = "Victims of specified violent and sexual offences whose offender has a hospital order, a hospital direction or a transfer direction are referred to the Victim Contact Scheme within 10 working days and contacted within 20 (Victims’ Code, right 11), and may opt in or out at any time. They may make representations about conditions and be told of what is considered and decided (DVCVA 2004 ss36 to 38, s39 onwards for hospital directions); we tell the probation body, and it tells them. "
            + "Where a tribunal decides, the tribunal tells of the application and its outcome; recall, variations and the end of restrictions stay ours to tell. A victim personal statement is kept with the victim’s record alone: patient, clinician and tribunal never see it, and it doesn’t affect the decision.",
    };
}
