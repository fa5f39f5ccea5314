using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Submissions to a minister, by the date that the private office sets (domain notes, 2.11).</summary>
public static class Submission
{
    static readonly State Commissioned = State.Called("Commissioned"),                Drafting  = State.Called("Being drafted"),
                          Flagged      = State.Deciding("Impartiality flag with the manager"), Clearance = State.Deciding("Submission to clear"),
                          WithMinister = State.Waiting("With the minister’s office"), Decided   = State.Called("Decided, to carry out"),
                          Closed       = State.Closing("Closed"),                     Ended     = State.Closing("No longer needed");

    public static readonly CaseType Type = new("submission", "Ministerial submission", "B", Weight: 3, Commissioned,
        new Opening(Authorities.Administration)
        {
            Asks = [Facts.Correspondent, Facts.Topic, Facts.CommissionedFor, Facts.CommissionAsks, Facts.TheirReference],
            Starts = [new(Terms.PrivateOfficeDate, Facts.CommissionedFor)], Tells = [Parties.DeputyHead],
        },
    [
        //  from           step                                            to            whose decision
        new(Commissioned,  Step.Called("Take the commission on"),          Drafting,     Authorities.Casework)        { Needs = [Rules.Assigned] },
        .. Correspondences.Impartiality([Commissioned, Drafting], Flagged, Drafting),
        .. Move.FromEach([Commissioned, Drafting], from =>
        new(from,          Step.Called("Record that the private office moved the date"), from, Authorities.Administration) { Asks = [Facts.CommissionedFor] }),
        Correspondences.Write(Drafting),
        new(Drafting,      Steps.SubmitDraft,                              Clearance,    Authorities.Casework)        { Needs = Correspondences.ReadyToClear, Asks = Correspondences.BeforeClearance },
        new(Clearance,     Step.Grave("Clear the submission"),             WithMinister, Authorities.ClearSubmission) { Needs = [Rules.SomebodyElseDrafted, Rules.HouseStyleAnswered], Stops = [Terms.PrivateOfficeDate], Issues = [Papers.Submission], Tells = [Parties.MinistersOffice] },
        Correspondences.SendBack(Clearance, Drafting, Authorities.ClearSubmission),
        new(WithMinister,  Step.Called("Record that the minister’s office sent it back"), Drafting, Authorities.Administration) { Asks = [Facts.ReturnedBecause, Facts.CommissionedFor], Starts = [new(Terms.PrivateOfficeDate, Facts.CommissionedFor)] },
        new(WithMinister,  Step.Called("Record the minister’s decision"),  Decided,      Authorities.Casework)        { Asks = [Facts.MinisterDecided] },
        new(Decided,       Step.Called("File the submission"),             Closed,       Authorities.Administration)  { Needs = [Rules.PapersAreIssued] },
        .. Correspondences.End([Commissioned, Drafting, Flagged, Clearance, WithMinister], Ended),
    ])
    {
        OutlastsDeath = true, OutlastsRestrictions = true, NamedBy = Correspondences.NamedBy,
        Law = "A submission asks a minister to decide or to know. The private office sets its date, which is kept with the case and not counted. The deputy head drafts and the head of team clears; nobody clears their own draft.",
    };
}
