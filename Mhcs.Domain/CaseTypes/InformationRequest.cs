using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Requests under the Freedom of Information Act and for one's own data: handed to the disclosure team, with their clocks watched here (domain notes, 2.11).</summary>
public static class InformationRequest
{
    static readonly State Received = State.Called("Received, to hand over"),           WithDisclosure = State.Waiting("With the disclosure team"),
                          Gathering = State.Called("Material to be sent"),             Answered = State.Closing("Answered"),
                          Ended    = State.Closing("Ended");

    public static readonly CaseType Type = new("information-request", "Information request", "I", Weight: 1, Received,
        new Opening(Authorities.Administration)
        {
            Asks = [Facts.RequestKind, Facts.Correspondent, Facts.Topic, Facts.RequestAsks, Facts.TheirReference],
            Starts = [new(Terms.FreedomOfInformation) { If = Rules.IsFreedomOfInformation }, new(Terms.SubjectAccess) { If = Rules.IsSubjectAccess }],
        },
    [
        //  from             step                                            to              whose decision
        new(Received,        Step.Called("Hand over to the disclosure team"), WithDisclosure, Authorities.Administration) { Asks = [Facts.HandedOverOn, Facts.DisclosureReference], Tells = [Parties.DisclosureTeam] },
        new(WithDisclosure,  Step.Called("Record what the disclosure team needs"), Gathering, Authorities.Administration) { Asks = [Facts.MaterialAsked] },
        new(Gathering,       Step.Called("Send the material"),               WithDisclosure, Authorities.Casework)        { Needs = [Rules.Assigned], Asks = [Facts.MaterialSent], Tells = [Parties.DisclosureTeam] },
        .. Move.FromEach([WithDisclosure, Gathering], from =>
        new(from,            Step.Called("Record the extension of a complex request"), from, Authorities.Administration)  { When = Rules.NotExtended, Needs = [Rules.FirstMonthRuns], Asks = [Facts.ExtendedBecause], Starts = [new(Terms.SubjectAccessExtended) { Or = Rules.DayOfReceipt }], Stops = [Terms.SubjectAccess] }),
        new(WithDisclosure,  Step.Called("Record the answer to the request"), Answered,      Authorities.Administration)  { Asks = [Facts.RequestOutcome], Stops = [Terms.FreedomOfInformation, Terms.SubjectAccess, Terms.SubjectAccessExtended] },
        .. Correspondences.End([Received, WithDisclosure, Gathering], Ended),
    ])
    {
        OutlastsDeath = true, OutlastsRestrictions = true, NamedBy = Correspondences.NamedBy,
        Law = "A request for information is answered within 20 working days, in which a bank holiday anywhere in the United Kingdom is not counted (FOIA 2000 s10(1), s10(6)); a request for one’s own data within a month, extended by two where it is complex (UK GDPR Article 12(3); DPA 2018 s54). The disclosure team of the Ministry answers; the section hands over, gathers and watches the clock. Nothing is disclosed to patients directly from here.",
    };
}
