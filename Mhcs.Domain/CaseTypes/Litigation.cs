using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Letters before claim and judicial review (Pre-Action Protocol for Judicial Review; CPR Part 54).</summary>
public static class Litigation
{
    static readonly State Received       = State.Called("Letter before claim received"),   Instructed = State.Called("Lawyers instructed, being drafted"),
                          Clearance      = State.Deciding("Reply to clear"),               Cleared    = State.Called("Reply cleared, to send"),
                          ResponseSent   = State.Waiting("Reply sent"),                    ClaimIssued = State.Called("Claim issued, service to acknowledge"),
                          Permission     = State.Waiting("Permission awaited"),            PermissionRefused = State.Waiting("Permission refused"),
                          Grounds        = State.Called("Permission granted, grounds to file"), Hearing = State.Waiting("Hearing awaited"),
                          Judgment       = State.Waiting("Heard, judgment awaited"),       NoClaim    = State.Closing("No claim in time"),
                          Closed         = State.Closing("Closed"),                        Ended      = State.Closing("Ended");

    static readonly State[] BeforeClaim = [Received, Instructed, Clearance, Cleared, ResponseSent], Claim = [ClaimIssued, Permission, PermissionRefused, Grounds, Hearing, Judgment];
    static readonly Term[] Replying = [Terms.LetterBeforeClaimReply, Terms.ClaimantsDate, Terms.InterimReplyDate];

    public static readonly CaseType Type = new("litigation", "Letter before claim and judicial review", "J", Weight: 4, Received,
        new Opening(Authorities.Administration)
        {
            Asks = [Facts.Correspondent, Facts.Topic, Facts.TheirReference, Facts.ClaimGrounds, Facts.GroundsAroseOn, Facts.ClaimantAsksBy],
            Starts = [Terms.LetterBeforeClaimReply, new(Terms.ClaimantsDate, Facts.ClaimantAsksBy), Terms.InstructLawyers, Terms.ClearDraftResponse, new(Terms.ClaimFiled, Facts.GroundsAroseOn)],
            Tells = [Parties.DeputyHead, Parties.HeadIfHighProfile],
        },
    [
        //  from             step                                          to                 whose decision
        new(Received,        Step.Called("Instruct the lawyers"),          Instructed,        Authorities.Casework)       { Needs = [Rules.Assigned], Asks = [Facts.LawyersInstructedOn, Facts.LawyersReference], Stops = [Terms.InstructLawyers], Tells = [Parties.GovernmentLawyers] },
        Correspondences.Write(Instructed),
        new(Instructed,      Steps.SubmitDraft,                            Clearance,         Authorities.Casework)       { Needs = [.. Correspondences.ReadyToClear, Rules.SolicitorsAuthorityChecked], Asks = [.. Correspondences.BeforeClearance, Facts.AuthorityCheck] },
        new(Clearance,       Step.Grave("Clear the reply"),                Cleared,           Authorities.Litigation)     { Needs = [Rules.SomebodyElseDrafted, Rules.HouseStyleAnswered], Stops = [Terms.ClearDraftResponse], Issues = [Papers.ClaimReply] },
        Correspondences.SendBack(Clearance, Instructed, Authorities.Litigation),
        Correspondences.SendBack(Cleared, Instructed, Authorities.Litigation),
        new(Cleared,         Step.Grave("Send the reply"),                 ResponseSent,      Authorities.Administration) { Needs = [Rules.PapersAreIssued], Stops = Replying, Tells = [Parties.GovernmentLawyers] },
        .. Move.FromEach([Instructed, Clearance, Cleared], from =>
        new(from,            Step.Grave("Send an interim reply"),          from,              Authorities.Litigation)     { Asks = [Facts.HoldingReason, Facts.HoldingUntil], Starts = [new(Terms.InterimReplyDate, Facts.HoldingUntil)], Stops = Replying, Issues = [Papers.InterimClaimReply] }),
        new(ResponseSent,    Step.Called("The claimant’s three months pass", "no-claim-in-time"), NoClaim, Authority.Clock) { After = Terms.ClaimFiled },

        .. Move.FromEach(BeforeClaim, from =>
        new(from,            Step.Called("Record that a claim was issued"), ClaimIssued,      Authorities.Administration) { Asks = [Facts.ClaimNumber, Facts.ClaimServedOn], Starts = [new(Terms.AcknowledgeService, Facts.ClaimServedOn)], Stops = [.. Replying, Terms.InstructLawyers, Terms.ClearDraftResponse, Terms.ClaimFiled], Tells = [Parties.GovernmentLawyers, Parties.DeputyHead, Parties.HeadOfTeam] }),
        new(ClaimIssued,     Step.Called("Record that service was acknowledged"), Permission, Authorities.Administration) { Asks = [Facts.ServiceAcknowledgedOn], Stops = [Terms.AcknowledgeService] },
        new(Permission,      Step.Called("Record that permission was refused"), PermissionRefused, Authorities.Administration) { Tells = [Parties.DeputyHead] },
        .. Move.FromEach([Permission, PermissionRefused], from =>
        new(from,            Step.Called("Record that permission was granted"), Grounds,      Authorities.Administration) { Asks = [Facts.PermissionServedOn], Starts = [new(Terms.DetailedGrounds, Facts.PermissionServedOn)], Tells = [Parties.DeputyHead] }),
        new(Grounds,         Step.Called("Record that the grounds were filed"), Hearing,      Authorities.Administration) { Asks = [Facts.GroundsFiledOn], Stops = [Terms.DetailedGrounds] },
        new(Hearing,         Step.Called("Record the hearing of the claim"), Judgment,        Authorities.Administration) { Asks = [Facts.ClaimHeardOn] },
        .. Move.FromEach([ResponseSent, .. Claim], from =>
        new(from,            Step.Grave("Record the outcome"),             Closed,            Authorities.Litigation)     { Asks = [Facts.ClaimOutcome, Facts.ClaimCost, Facts.ClaimLearning], Stops = [Terms.AcknowledgeService, Terms.DetailedGrounds], Tells = [Parties.HeadOfTeam] }),
        .. Correspondences.End([Received, Instructed, Clearance, Cleared], Ended),
    ])
    {
        OutlastsDeath = true, OutlastsRestrictions = true, NamedBy = Correspondences.NamedBy,
        Law = "A letter before claim is answered within 14 days as a rule (Pre-Action Protocol for Judicial Review, paragraph 20); who needs longer sends an interim reply with the reason and a date. A claim is filed promptly and within three months of the grounds (CPR 54.5(1)), which the protocol does not stop. "
            + "Service is acknowledged within 21 days, which parties can’t extend by agreement (CPR 54.8); detailed grounds follow within 35 days of the order giving permission (CPR 54.14). The deputy head answers for the reply; the Government Legal Department conducts the claim.",
    };
}
