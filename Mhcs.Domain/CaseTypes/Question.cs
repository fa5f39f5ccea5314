using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Parliamentary questions: ordinary and named day questions of the Commons, and those of the Lords (domain notes, 2.11).</summary>
public static class Question
{
    static readonly State Tabled       = State.Called("Tabled, to be allocated"),     Drafting  = State.Called("Answer being drafted"),
                          Flagged      = State.Deciding("Impartiality flag with the manager"), Clearance = State.Deciding("Answer to clear"),
                          WithMinister = State.Waiting("With the minister’s office"), Answered  = State.Closing("Answered"),
                          Transferred  = State.Closing("Transferred"),                Ended     = State.Closing("Withdrawn or ended");

    public static readonly CaseType Type = new("parliamentary-question", "Parliamentary question", "Q", Weight: 2, Tabled,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.NamedDayGiven], Asks = [Facts.QuestionKind, Facts.Correspondent, Facts.Topic, Facts.QuestionNumber, Facts.TabledOn, Facts.NamedDay, Facts.QuestionText],
            Starts = [new(Terms.CommonsQuestion, Facts.TabledOn) { If = Rules.IsCommonsOrdinary }, new(Terms.NamedDayQuestion, Facts.NamedDay), new(Terms.LordsQuestion, Facts.TabledOn) { If = Rules.IsLords }],
            Tells = [Parties.DeputyHead, Parties.HeadIfHighProfile],
        },
    [
        //  from           step                                            to            whose decision
        new(Tabled,        Step.Called("Take the question on"),            Drafting,     Authorities.Casework)         { Needs = [Rules.Assigned] },
        new(Tabled,        Step.Grave("Transfer the question"),            Transferred,  Authorities.Casework)         { Asks = [Facts.TransferredTo], Tells = [Parties.MinistersOffice] },
        .. Correspondences.Impartiality([Tabled, Drafting], Flagged, Drafting),
        Correspondences.Write(Drafting),
        new(Drafting,      Steps.SubmitDraft,                              Clearance,    Authorities.Casework)         { Needs = Correspondences.ReadyToClear, Asks = Correspondences.BeforeClearance },
        new(Clearance,     Step.Grave("Clear the answer"),                 WithMinister, Authorities.ClearForMinister) { Needs = [Rules.SomebodyElseDrafted, Rules.HouseStyleAnswered], Issues = [Papers.QuestionAnswer], Tells = [Parties.MinistersOffice] },
        Correspondences.SendBack(Clearance, Drafting, Authorities.ClearForMinister),
        new(WithMinister,  Step.Called("Record that the minister’s office sent it back"), Drafting, Authorities.Administration) { Asks = [Facts.ReturnedBecause] },
        new(WithMinister,  Step.Called("Record the answer"),               Answered,     Authorities.Administration)   { Asks = [Facts.AnsweredOn], Stops = [Terms.CommonsQuestion, Terms.NamedDayQuestion, Terms.LordsQuestion] },
        .. Correspondences.End([Tabled, Drafting, Flagged, Clearance, WithMinister], Ended),
    ])
    {
        OutlastsDeath = true, OutlastsRestrictions = true, NamedBy = Correspondences.NamedBy,
        Law = "An ordinary written question of the Commons is answered by convention within five working days of being tabled, a named day question on its day, a question of the Lords within ten working days. The answer is public: it confirms nothing about any patient without a lawful basis. The deputy head clears; the minister answers.",
    };
}
