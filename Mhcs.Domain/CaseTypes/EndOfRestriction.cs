using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The end of restrictions (MHA 1983 s41(5), s50(2)-(3), s42(5), s51(2)): watched ahead of a release date, told to all when it has come (domain notes, 2.9).</summary>
public static class EndOfRestriction
{
    static readonly State Forecast  = State.Waiting("Forecast"),                   Confirmed = State.Called("Ended, letters to raise"),
                          Notified  = State.Called("Letters and notices to go out"), Closed  = State.Closing("Closed"),
                          Ended     = State.Closing("Ended without an end of restriction");

    // As the patient stood before: what ended has ended their supervision too.
    static readonly Party TheHospital = Parties.Hospital with { OnlyWhere = p => p.Hospital is not null }, Clinical = Parties.ClinicalSupervisor with { OnlyWhere = WasDischarged }, Social = Parties.SocialSupervisor with { OnlyWhere = WasDischarged };

    static readonly Term[] Ahead = [Terms.WarnRestrictionEnds, Terms.WarnRestrictionEndsAtOnce, Terms.CheckReleaseDate, Terms.CheckReleaseDateAgain, Terms.ReleaseDateReached];

    public static readonly CaseType Type = new("end-of-restriction", "End of restriction", "E", Weight: 1, Forecast,
        new Opening(Authorities.Administration)
        {
            ByTime = true, Asks = [Facts.EndTrigger],
            Starts =
            [
                Before(Terms.WarnRestrictionEnds, Rules.TimeToWarn), new(Terms.WarnRestrictionEndsAtOnce) { If = Rules.TooLateToWarn }, Before(Terms.CheckReleaseDate, Rules.TimeToCheck), Before(Terms.CheckReleaseDateAgain, Rules.TimeToCheckAgain),
                Before(Terms.ReleaseDateReached, Rules.StillRestricted), new(Terms.ConfirmRestrictionEnded) { Or = Rules.RestrictionsEndedOn, If = Rules.RestrictionsOver },
            ],
            Tells = [Parties.HeadIfHighProfile],
        },
    [
        //  from         step                                                  to             whose decision
        new(Forecast,    Step.Called("Warn that restrictions will end"),       Forecast,      Authorities.Administration) { When = Rules.WarningToGive, Stops = [Terms.WarnRestrictionEnds, Terms.WarnRestrictionEndsAtOnce], Issues = [Papers.EndForecast], Tells = [TheHospital, Parties.Clinician] },
        new(Forecast,    Step.Called("Check the release date, a month before"), Forecast,     Authorities.Administration) { When = Rules.CheckToMake, Asks = [Facts.ReleaseDateCheckedWith], Stops = [Terms.CheckReleaseDate] },
        new(Forecast,    Step.Called("Check the release date, a week before"), Forecast,      Authorities.Administration) { When = Rules.SecondCheckToMake, Asks = [Facts.ReleaseDateCheckedWith], Stops = [Terms.CheckReleaseDateAgain] },
        // What is counted from the date moves with it, and what had no room before a near one has its day now.
        new(Forecast,    Step.Called("Record another release date"),           Forecast,      Authorities.Casework)       { Needs = [Rules.ReleaseDateIsAnother, Rules.ReleaseDateAhead], Asks = [Facts.ReleaseDate, Facts.ReleaseDateBecause], Starts = [Before(Terms.CheckReleaseDate, Rules.CheckComesNow), Before(Terms.CheckReleaseDateAgain, Rules.SecondCheckComesNow)], Changes = [Effects.ReleaseDateChanged], Tells = [TheHospital, Parties.Clinician] },
        new(Forecast,    Step.Called("The release date is reached", "release-date-reached"), Confirmed, Authority.Clock)  { After = Terms.ReleaseDateReached, When = Rules.ReleaseDateStands, Starts = [new(Terms.ConfirmRestrictionEnded, Facts.ReleaseDate) { Or = Rules.ReleaseDateOnRecord }], Stops = Ahead, Changes = [Effects.ReleaseDatePassed] },
        new(Forecast,    Step.Called("The release date is put off", "release-date-put-off"), Forecast, Authority.Clock)       { After = Terms.ReleaseDateReached, When = Rules.ReleaseDatePutOff, Records = Findings.LaterReleaseDate, Changes = [Effects.ReleaseDateChanged], Tells = [TheHospital, Parties.Clinician] },
        new(Forecast,    Step.Grave("Record that the restrictions have ended"), Confirmed,    Authorities.Casework)       { Needs = [Rules.StillRestricted], Asks = [Facts.EndTrigger, Facts.EndedOn, Facts.EndBasis, Facts.AfterTheEnd], Starts = [new(Terms.ConfirmRestrictionEnded, Facts.EndedOn)], Stops = Ahead, Changes = [Effects.EndedByLaw] },
        new(Forecast,    AfterRestrictions.Over,                               Confirmed,     Authorities.Administration) { When = Rules.RestrictionsOver, Starts = [new(Terms.ConfirmRestrictionEnded) { Or = Rules.RestrictionsEndedOn }], Stops = Ahead },
        new(Forecast,    Step.Grave("Record that there is no release date any more"), Ended, Authorities.Casework)       { Needs = [Rules.ReleaseDateOnRecordStands], Asks = [Facts.ReleaseDateBecause], Changes = [Effects.NoReleaseDate], Tells = [TheHospital, Parties.Clinician] },
        // While the record gives a date, the case opens again by itself.
        new(Forecast,    Steps.End,                                            Ended,         Authorities.Casework)       { Asks = [Facts.EndingReason, Facts.EndingDetail] },

        new(Confirmed,   Step.Called("Raise the letters and notices"),         Notified,      Authorities.Administration) { Issues = [Papers.EndOfRestriction, Papers.EndOfRestrictionPatient], VictimsHear = KeyStages.End, Tells = [TheHospital, Parties.Patient, Clinical, Social, Parties.Police, Parties.VictimLiaison.Within(Terms.ConfirmRestrictionEnded), Parties.Mappa, Parties.HeadIfHighProfile] },
        new(Notified,    Step.Called("Close the file"),                        Closed,        Authorities.Administration) { Needs = [Rules.EverybodyTold, Rules.PapersIssued], Stops = [Terms.ConfirmRestrictionEnded] },
    ])
    {
        OneAtATime = true, BeginsIn = s => s.Patient.Category.IsRestricted ? Forecast : Confirmed,
        Law = "A restriction direction or limitation direction ends by law on the day on which the prisoner would be entitled to release, Parole Board powers left out (MHA 1983 s50(2)-(3), (5)); the patient may stay under a notional hospital order (s47(3)). While a prisoner is at large the sentence does not run (s50(4)), so the date moves on with every such day. Restrictions also end by absolute discharge or lifting (s42), on arrival in prison, and when the court disposes of the case (s51(2)). There is no decision to take here: the date is watched, checked and told. "
            + "Probation is told the day on which restrictions end, where a victim is in the scheme (DVCVA 2004 s38(4)(e)).",
    };

    static Start Before(Term term, Rule where) => new(term, Facts.ReleaseDate) { Or = Rules.ReleaseDateOnRecord, If = where };

    static bool WasDischarged(Patient patient) => patient.LegalStatuses is [.., var before, _] && before.Category.IsConditionallyDischarged;
}
