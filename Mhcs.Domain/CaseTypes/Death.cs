using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The death of a patient: recording it stops every other case at once; they are then closed in order (domain notes, 2.12).</summary>
public static class Death
{
    static readonly State Reported      = State.Called("Reported, to be confirmed"),     Confirmed     = State.Called("Confirmed, to be recorded"),
                          Recorded      = State.Called("Recorded, police to be told"),   PoliceTold    = State.Called("Police told, open actions to settle"),
                          Settled       = State.Called("Open actions settled, to close"), Held         = State.Waiting("Held for an inquest, claim or inquiry"),
                          Closed        = State.Closing("Closed"),                       NotConfirmed  = State.Closing("The report was wrong"),
                          TakenBack     = State.Closing("Taken back: recorded by mistake");

    // As the patient stands before the step: it ends supervision and the stay in hospital.
    static readonly Party TheHospital = Parties.Hospital with { OnlyWhere = p => p.Hospital is not null }, Clinical = Parties.ClinicalSupervisor with { OnlyWhere = p => p.Category.IsConditionallyDischarged }, Social = Parties.SocialSupervisor with { OnlyWhere = p => p.Category.IsConditionallyDischarged };

    static readonly Fact[] Hold = [Facts.LegalHold, Facts.LegalHoldDetail];

    public static readonly CaseType Type = new("death", "Death", "D", Weight: 2, Reported,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.NoDeathRecorded], Asks = [Facts.DeathToldBy, Facts.DiedOn], Starts = [Terms.RecordDeath], Tells = [Parties.HeadIfHighProfile],
        },
    [
        //  from           step                                            to             whose decision
        new(Reported,      Step.Called("Confirm the death"),               Confirmed,     Authorities.Administration) { Needs = [Rules.DeathNotBeforeBirth], Asks = [Facts.DeathConfirmedBy, Facts.DeathConfirmedOn, Facts.DiedOn, Facts.DeathPlace, Facts.DeathCircumstances] },
        .. Move.FromEach([Reported, Confirmed], from =>
        new(from,          Step.Called("Record that the report was wrong"), NotConfirmed, Authorities.Casework)       { Asks = [Facts.EndingDetail] }),
        new(Confirmed,     Step.Grave("Record the death"),                 Recorded,      Authorities.Administration) { Needs = [Rules.NoDeathRecorded, Rules.DeathNotBeforeBirth, Rules.HoldIsNamed], Asks = [Facts.DiedOn, .. Hold], Starts = [Terms.TellPoliceOfDeath], Stops = [Terms.RecordDeath], Issues = [Papers.DeathPoliceNotice, Papers.DeathLetter], Changes = [Effects.Died], Elsewhere = Elsewhere.Stop, Tells = [Parties.Police.Within(Terms.TellPoliceOfDeath), TheHospital, Clinical, Social, Parties.VictimLiaison, Parties.Mappa, Parties.HeadIfHighProfile, Parties.PressOffice] },
        new(Recorded,      Step.Called("Record that the police are told"), PoliceTold,    Authorities.Administration) { Needs = [Rules.PoliceToldOfDeath], Starts = [Terms.CloseAfterDeath], Stops = [Terms.TellPoliceOfDeath] },
        new(PoliceTold,    Step.Grave("Settle the open actions"),          Settled,       Authorities.Casework)       { Needs = [Rules.EverybodyTold, Rules.HoldIsNamed], Asks = [Facts.OpenActionsSettled, .. Hold], Elsewhere = Elsewhere.Close },
        new(Settled,       Step.Called("Hold the file"),                   Held,          Authorities.Casework)       { When = Rules.LegalHold, Stops = [Terms.CloseAfterDeath] },
        new(Held,          Step.Called("End the hold"),                    Settled,       Authorities.Casework)       { Needs = [Rules.NoLegalHold], Asks = [Facts.LegalHold, Facts.ResumeReason], Starts = [Terms.CloseAfterDeath] },
        new(Settled,       Step.Grave("Close the file"),                   Closed,        Authorities.Casework)       { Needs = [Rules.EverybodyTold, Rules.NoLegalHold], Asks = [Facts.EndingDetail], Stops = [Terms.CloseAfterDeath] },
        // While the other cases are only stopped, they can go on where they were.
        .. Move.FromEach([Recorded, PoliceTold], from =>
        new(from,          Step.Grave("Take the death back: recorded by mistake", "take-death-back"), TakenBack, Authorities.OverrideDeath) { Asks = [Facts.DeathMistake], Changes = [Effects.DeathTakenBack], Elsewhere = Elsewhere.Resume, VictimsHear = KeyStages.End, Tells = [Parties.Police, Parties.Hospital, Parties.VictimLiaison, Parties.HeadOfTeam] }),
    ])
    {
        OutlastsDeath = true, OutlastsRestrictions = true, TellsOfDeath = true, OneAtATime = true, Corrects = [Effects.DeathCorrected], Keeps = [Rules.DeathNotBeforeBirth],
        Law = "Restrictions end with the patient’s death. It is confirmed, recorded, told to the police and then closed, in this order. From the moment it is recorded no letter goes out and no clock runs on any other case of the patient; the tribunal and whoever holds a warrant are told, and the cases are closed from here. A death in state detention is investigated by a coroner (Coroners and Justice Act 2009 s1): the file is then held until the inquest is over. "
            + "Sending anything to or about the patient afterwards needs a reason at the authority for it, and stands on the record. A death recorded by mistake is taken back as long as the other cases are only stopped.",
    };
}
