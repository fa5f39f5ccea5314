using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Letters: Treat Official ones, which an official signs, and those of Members of Parliament, which a minister signs (domain notes, 2.11).</summary>
public static class Letter
{
    static readonly State Logged      = State.Called("Logged, to be triaged"),         Drafting    = State.Called("Allocated, being drafted"),
                          Flagged     = State.Deciding("Impartiality flag with the manager"), HoldingReplySent = State.Waiting("Holding reply sent"),
                          Clearance   = State.Deciding("Draft to clear"),              ToSign      = State.Deciding("Reply to sign"),
                          WithMinister = State.Waiting("With the minister’s office"),  Signed      = State.Called("Signed, to send"),
                          Sent        = State.Called("Sent, to file"),                 Closed      = State.Closing("Closed"),
                          Transferred = State.Closing("Transferred"),                  NoReplyNeeded = State.Closing("No reply needed"),
                          Ended       = State.Closing("Ended");

    static readonly State[] Unsent = [Logged, Drafting, Flagged, HoldingReplySent, Clearance, ToSign, WithMinister, Signed];
    static readonly Fact[] TheWriter = [Facts.LetterKind, Facts.LetterFrom];
    static readonly Term[] Replying = [Terms.TreatOfficialReply, Terms.MpLetterReply, Terms.MpLetterDraft, Terms.HoldingReply];

    public static readonly CaseType Type = new("letter", "Letter", "K", Weight: 1, Logged,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.KindFitsWriter, Rules.VictimNotNamed], Asks = [Facts.LetterKind, Facts.LetterFrom, Facts.Correspondent, Facts.Organisation, Facts.Topic, Facts.TheirReference, Facts.LetterAsks.Optional, Facts.Campaign],
            Starts = [new(Terms.TreatOfficialReply) { If = Rules.IsTreatOfficial }, new(Terms.HoldingReply) { If = Rules.IsTreatOfficial }, new(Terms.MpLetterDraft) { If = Rules.IsMpLetter }, new(Terms.MpLetterReply) { If = Rules.IsMpLetter }],
            Tells = [Parties.HeadIfHighProfile],
        },
    [
        //  from           step                                            to                whose decision
        new(Logged,        Step.Called("Allocate the letter"),             Drafting,         Authorities.TriageLetters)    { Needs = [Rules.Assigned], Asks = [Facts.TriagedFor] },
        new(Logged,        Step.Grave("Record that no reply is needed"),   NoReplyNeeded,    Authorities.TriageLetters)    { Asks = [Facts.NoReplyBecause], Stops = Replying },
        .. Move.FromEach([Logged, Drafting], from =>
        new(from,          Step.Grave("Transfer the letter"),              Transferred,      Authorities.Casework)         { Needs = [Rules.WriterIsNoVictim], Asks = [Facts.TransferredTo], Stops = Replying, Issues = [Papers.LetterTransferred], Tells = [Parties.Correspondent] }),
        .. Move.FromEach([Logged, Drafting], from =>
        new(from,          Step.Called("Acknowledge the letter"),          from,             Authorities.Administration)   { When = Rules.AcknowledgementDue, Needs = [Rules.WriterIsNoVictim], Stops = [Terms.HoldingReply], Issues = [Papers.LetterAcknowledged] }),
        .. Move.FromEach([Logged, Drafting], from =>
        new(from,          Step.Called("Acknowledge through the liaison officer"), from,     Authorities.Administration)   { When = Rules.VictimToAcknowledge, Stops = [Terms.HoldingReply], Tells = [Parties.WritersLiaison] }),
        new(HoldingReplySent, Step.Called("Go on with the reply"),         Drafting,         Authorities.Casework)         { Needs = [Rules.Assigned] },
        .. Correspondences.Impartiality([Logged, Drafting], Flagged, Drafting),

        Correspondences.Write(Drafting),
        new(Drafting,      Steps.SubmitDraft,                              Clearance,        Authorities.Casework)         { Needs = [.. Correspondences.ReadyToClear, Rules.AuthorityChecked], Asks = [.. Correspondences.BeforeClearance, Facts.AuthorityCheck] },
        new(Clearance,     Step.Grave("Clear the reply"),                  ToSign,           Authorities.ClearLetter)      { When = Rules.IsTreatOfficial, Needs = [Rules.SomebodyElseDrafted, Rules.HouseStyleAnswered], Settles = TheWriter },
        new(Clearance,     Step.Grave("Clear the draft for the minister"), WithMinister,     Authorities.ClearForMinister) { When = Rules.IsMpLetter, Needs = [Rules.SomebodyElseDrafted, Rules.HouseStyleAnswered], Settles = TheWriter, Stops = [Terms.MpLetterDraft], Tells = [Parties.MinistersOffice] },
        Correspondences.SendBack(Clearance, Drafting, Authorities.ClearLetter),
        new(ToSign,        Step.Grave("Sign the reply"),                   Signed,           Authorities.SignLetter)       { Needs = [Rules.SomebodyElseDrafted], Stops = [Terms.HoldingReply], Issues = [Papers.OfficialReply] },
        Correspondences.SendBack(ToSign, Drafting, Authorities.SignLetter),
        .. Move.FromEach([Drafting, Clearance, ToSign], from =>
        new(from,          Step.Called("Send a holding reply"),            HoldingReplySent, Authorities.Casework)         { Needs = [Rules.WriterIsNoVictim], Asks = [Facts.HoldingReason, Facts.HoldingUntil], Stops = [Terms.HoldingReply], Issues = [Papers.HoldingReply] }),
        new(WithMinister,  Step.Called("Record the minister’s signature"), Signed,           Authorities.Administration)   { Asks = [Facts.MinisterSignedOn], Issues = [Papers.MinisterReply] },
        new(WithMinister,  Step.Called("Record that the minister’s office sent it back"), Drafting, Authorities.Administration) { Asks = [Facts.ReturnedBecause] },
        Correspondences.SendBack(Signed, Drafting, Authorities.SignLetter),
        new(Signed,        Step.Grave("Send the reply"),                   Sent,             Authorities.Administration)   { Needs = [Rules.PapersAreIssued, Rules.VictimByLiaison], Asks = [Facts.SentHow], Stops = Replying },
        new(Sent,          Step.Called("File the letter"),                 Closed,           Authorities.Administration),
        .. Correspondences.End(Unsent, Ended),
    ])
    {
        OutlastsDeath = true, OutlastsRestrictions = true, NamedBy = Correspondences.NamedBy,
        Law = "Government answers a letter within 20 working days, the day after receipt being day 1 (Cabinet Office Guide to Handling Correspondence, July 2021); a minister signs the reply to a Member of Parliament. Whether somebody is a patient is itself confidential: nothing is confirmed to a third party without a lawful basis, "
            + "the authority of Members and solicitors to write for somebody else is checked, and victims are not named and are answered through the liaison officer (DVCVA 2004 s35 to s44). Nobody clears their own draft. A request that would breach impartiality goes to the manager.",
    };
}
