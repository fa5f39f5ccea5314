using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Whether a patient is high profile, who is briefed, and for how long it stays so (job description of the deputy head).</summary>
public static class HighProfileAssessment
{
    static readonly State Flagged     = State.Called("Flagged"),                        Evidence    = State.Called("Evidence being gathered"),
                          AwaitingAssessment = State.Deciding("Awaiting the deputy head’s assessment"), HighProfile = State.Called("High profile, to brief"),
                          Briefed     = State.Waiting("High profile, briefed"),          AwaitingReview = State.Deciding("Awaiting the deputy head’s review"),
                          NotHighProfile = State.Closing("Not high profile"),            NoLonger    = State.Closing("No longer high profile"),
                          Ended       = State.Closing("Ended");

    // They are told whether or not the patient was high profile until now.
    static readonly Party Press = Parties.PressOffice with { OnlyWhere = null };

    /// <summary>What is asked wherever a patient is flagged, in this table and in others.</summary>
    internal static readonly Fact[] Flag = [Facts.HighProfileWhy, Facts.HighProfileFrom];

    /// <summary>The states in which the patient is high profile by a decision of the deputy head.</summary>
    public static IReadOnlyList<string> Standing { get; } = [HighProfile.Code, Briefed.Code, AwaitingReview.Code];

    public static readonly CaseType Type = new("high-profile", "High-profile assessment", "S", Weight: 2, Flagged,
        new Opening(Authorities.Administration) { Asks = Flag, Starts = [new(Terms.HighProfileAssessment, Facts.HighProfileFrom)], Tells = [Parties.DeputyHead] },
    [
        //  from               step                                        to                  whose decision
        .. Move.FromEach([Flagged, Evidence], from =>
        new(from,              Step.Called("Record the evidence"),         Evidence,           Authorities.Casework)    { Needs = [Rules.Assigned], Asks = [Facts.HighProfileOffence, Facts.HighProfileVictims, Facts.HighProfileMedia, Facts.HighProfileParliament, Facts.HighProfileExtremism, Facts.MappaAsKnown] }),
        new(Evidence,          Step.Called("Put it to the deputy head"),   AwaitingAssessment, Authorities.Casework)    { Needs = [Rules.Assigned], Asks = [Facts.Recommendation] },
        new(AwaitingAssessment, Step.Grave("Assess as high profile"),      HighProfile,        Authorities.HighProfile) { Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.HighProfileLevel, Facts.DecisionReasons], Stops = [Terms.HighProfileAssessment], Issues = [Papers.HighProfileBriefing], Changes = [Effects.MadeHighProfile], Restricts = true, Tells = [Parties.HeadOfTeam, Parties.MinistersOffice, Press] },
        new(AwaitingAssessment, Step.Grave("Assess as not high profile"),  NotHighProfile,     Authorities.HighProfile) { Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = [Terms.HighProfileAssessment], Changes = [Effects.NotHighProfile] },
        new(AwaitingAssessment, Steps.SendBack,                            Evidence,           Authorities.HighProfile) { Asks = [Facts.SentBackBecause] },

        new(HighProfile,       Step.Called("Record the briefing"),         Briefed,            Authorities.Casework)    { Asks = [Facts.BriefedOn, Facts.PressLines], Starts = [new(Terms.HighProfileReview, Facts.BriefedOn)], Issues = [Papers.HighProfileLines], Tells = [Press] },
        new(Briefed,           Step.Called("Record new interest"),         Briefed,            Authorities.Casework)    { Asks = [Facts.HighProfileEvents], Tells = [Parties.HeadIfHighProfile, Parties.PressOffice] },
        new(Briefed,           Step.Called("Put the review to the deputy head"), AwaitingReview, Authorities.Casework)   { Needs = [Rules.Assigned], Asks = [Facts.HighProfileEvents, Facts.Recommendation] },
        new(AwaitingReview,    Step.Grave("Keep as high profile"),         Briefed,            Authorities.HighProfile) { Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.HighProfileLevel, Facts.DecisionReasons], Starts = [Terms.HighProfileReview], Stops = [Terms.HighProfileReview], Changes = [Effects.MadeHighProfile], Tells = [Parties.HeadOfTeam] },
        new(AwaitingReview,    Step.Grave("End the high profile"),         NoLonger,           Authorities.HighProfile) { Needs = [Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = [Terms.HighProfileReview], Changes = [Effects.NotHighProfile], Tells = [Parties.HeadOfTeam, Parties.MinistersOffice, Press] },
        new(AwaitingReview,    Steps.SendBack,                             Briefed,            Authorities.HighProfile) { Asks = [Facts.SentBackBecause] },

        // Once high profile, a patient is so until a review by two people ends it.
        .. Move.FromEach([Flagged, Evidence, AwaitingAssessment], from =>
        new(from,              Steps.End,                                  Ended,              Authorities.Casework)    { Asks = [Facts.EndingReason, Facts.EndingDetail], Tells = [Parties.HeadIfHighProfile] }),
    ])
    {
        EndsWithRestrictions = [Effects.NotHighProfile],
        Law = "No Act speaks of it. A court’s hospital order or a transfer from prison after a serious offence, interest of the media, of ministers or Parliament, or another special concern brings the patient before the deputy head, who assesses whether the patient is high profile (job description). "
            + "From then on decisions are taken a level higher where the matrix says so, the head of team hears of every decision, of every concern and of letters and questions about the patient, and the file of the assessment, with its evidence and press lines, exists only for those who go on with the patient. It is reviewed until it ends.",
    };
}
