using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>A detained patient who escaped, absconded or did not come back from leave (MHA 1983 s18, s41(3)(d)): from the report of it to the review.</summary>
public static class UnauthorisedAbsence
{
    static readonly State Reported      = State.Called("Reported"),               PoliceNotified = State.Called("Police notified"),
                          AtLarge       = State.Waiting("At large"),              Located        = State.Waiting("Located elsewhere"),
                          Review        = State.Called("Under review"),           AwaitingReview = State.Deciding("Awaiting the deputy head’s review"),
                          Closed        = State.Closing("Reviewed and closed"),   Ended          = State.Closing("Ended");

    static readonly State[] Absent = [Reported, PoliceNotified, AtLarge, Located];
    static readonly Term[] Telling = [Terms.PoliceToldOfAbsence, Terms.WeAreToldOfAbsence];

    public static readonly CaseType Type = new("absence", "Absence without leave", "A", Weight: 4, Reported,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.IsDetained, Rules.NotAbsent, Rules.LeaveFitsAbsence], Asks = [Facts.AbsenceKind, Facts.AbsenceFoundAt, Facts.AbsenceToldBy, Facts.LastSeen, Facts.AbsenceLeave, Facts.AbsenceEscorts],
            Starts = [new(Terms.PoliceToldOfAbsence, Facts.AbsenceFoundAt), new(Terms.WeAreToldOfAbsence, Facts.AbsenceFoundAt) { If = Rules.ToldByOthers }, new(Terms.BriefOnIncident) { If = Rules.IsHighProfile }],
            Changes = [Effects.WentAbsent], Tells = [Parties.DeputyHead, Parties.VictimLiaison, Parties.Mappa, Parties.HeadIfHighProfile, Parties.PressOffice],
        },
    [
        //  from           step                                              to              whose decision
        new(Reported,      Step.Called("Record that the police are told"),   PoliceNotified, Authorities.Administration) { Asks = [Facts.PoliceForce, Facts.PoliceToldAt, Facts.PoliceReference, Facts.AbsenceRisk, Facts.VictimWarning], Stops = [Terms.PoliceToldOfAbsence], Issues = [Papers.AbsencePoliceNotice], Tells = [Parties.Police, Parties.VictimLiaison, Parties.Mappa] },
        new(PoliceNotified, Step.Called("Record the patient at large"),      AtLarge,        Authorities.Administration) { Asks = [Facts.LastSeen, Facts.ChaseOutcome], Tells = [Parties.HeadIfHighProfile, Parties.PressOffice] },
        new(AtLarge,       Step.Called("Record what the police say"),        AtLarge,        Authorities.Administration) { Asks = [Facts.ChaseOutcome] },
        .. Move.FromEach([Reported, PoliceNotified, AtLarge], from =>
        new(from,          Step.Called("Record the hospital’s own report of it"), from,      Authorities.Administration) { When = Rules.HospitalSilent, Asks = [Facts.LastSeen, Facts.AbsenceEscorts], Stops = [Terms.WeAreToldOfAbsence] }),
        .. Move.FromEach([PoliceNotified, AtLarge, Located], from =>
        new(from,          Step.Called("Record the warning of the victim"),  from,           Authorities.Administration) { When = Rules.VictimToWarn, Asks = [Facts.VictimWarning] }),
        .. Move.FromEach(Absent, from =>
        new(from,          Step.Called("Brief the head of team"),            from,           Authorities.Casework)       { When = Rules.BriefingToDo, Asks = [Facts.AbsenceBriefing, Facts.MediaLines], Stops = [Terms.BriefOnIncident], Issues = [Papers.AbsenceBriefing], Tells = [Parties.HeadOfTeam, Parties.PressOffice] }),
        .. Move.FromEach([PoliceNotified, AtLarge], from =>
        new(from,          Step.Called("Record where the patient is"),       Located,        Authorities.Administration) { Asks = [Facts.LocatedOn, Facts.LocatedAt, Facts.LocatedPlan], Tells = [Parties.Police, Parties.Hospital, Parties.VictimLiaison, Parties.HeadIfHighProfile] }),
        new(Located,       Step.Called("Record that the patient is lost again"), AtLarge,    Authorities.Administration) { Asks = [Facts.LastSeen], Tells = [Parties.Police, Parties.VictimLiaison, Parties.HeadIfHighProfile] },

        //  No time bars taking a restricted patient back (s41(3)(d)), so nothing here lapses.
        .. Move.FromEach(Absent, from =>
        new(from,          Step.Called("Record the return"),                 Review,         Authorities.Administration) { Needs = [Rules.ReturnFollowsAbsence], Asks = [Facts.ReturnedAt, Facts.ReturnConfirmedBy, Facts.AbsenceReturn, Facts.AbsenceOffences], Starts = [new(Terms.IncidentReport, Facts.ReturnedAt)], Stops = Telling, Issues = [Papers.AbsenceReportRequest], Changes = [Effects.CameBack], Tells = [Parties.Police, Parties.Hospital, Parties.VictimLiaison, Parties.Mappa, Parties.HeadIfHighProfile, Parties.PressOffice] }),
        new(Located,       Step.Grave("Record that no return is expected"),  Review,         Authorities.AbsenceReview)  { Asks = [Facts.NoReturnBecause], Starts = [Terms.IncidentReport], Issues = [Papers.AbsenceReportRequest], Tells = [Parties.Hospital, Parties.VictimLiaison, Parties.HeadIfHighProfile] },

        //  The review
        new(Review,        Step.Called("Record the hospital’s report"),      Review,         Authorities.Administration) { When = Rules.AbsenceReportAwaited, Asks = [Facts.AbsenceReportOn, Facts.IncidentReport], Stops = [Terms.IncidentReport] },
        new(Review,        Step.Called("Ask again for the report"),          Review,         Authorities.Administration) { When = Rules.AbsenceReportAwaited, Asks = [Facts.ReportChased], Tells = [Parties.Hospital] },
        new(Review,        Step.Called("Put the review to the deputy head"), AwaitingReview, Authorities.Casework)       { Needs = [Rules.Assigned, Rules.AbsenceReported, Rules.VictimWarned], Asks = [Facts.Recommendation, Facts.AbsenceLessons] },
        new(AwaitingReview, Step.Grave("Close the review"),                  Closed,         Authorities.AbsenceReview)  { Needs = [Rules.SomeoneElseRecommended, Rules.SuspendedLeaveDecided], Asks = [Facts.DecisionReasons], Stops = [Terms.BriefOnIncident], Issues = [Papers.AbsenceOutcome], Changes = [Effects.AbsenceClosed], Tells = [Parties.Clinician, Parties.HeadIfHighProfile] },
        new(AwaitingReview, Steps.SendBack,                                  Review,         Authorities.AbsenceReview)  { Asks = [Facts.SentBackBecause] },

        .. Move.FromEach([.. Absent, Review], from =>
        new(from,          Steps.FlagHighProfile,                            from,           Authorities.Casework)       { When = Rules.NotFlagged, Asks = HighProfileAssessment.Flag, Opens = "high-profile", Tells = [Parties.DeputyHead] }),
        //  What the review would decide is the deputy head's where there is none: reported by mistake, say.
        .. Move.FromEach([.. Absent, Review], from =>
        new(from,          Steps.End,                                        Ended,          Authorities.AbsenceReview)  { Needs = from == Review ? [Rules.SuspendedLeaveDecided] : [], Asks = [Facts.EndingReason, Facts.EndingDetail], Changes = [Effects.AbsenceClosed], Tells = [Parties.Police, Parties.VictimLiaison, Parties.HeadIfHighProfile] }),
    ])
    {
        EndsWithRestrictions = [Effects.AbsenceClosed],
        Law = "A patient who escapes, absconds or does not come back from leave is absent without leave and can be taken into custody and returned (MHA 1983 s18); a restricted patient at any time, however long it has been (s41(3)(d)). A transferred prisoner who is at large counts as unlawfully at large, so that the sentence doesn’t run (s50(4)). "
            + "The hospital tells the police and us at once. All leave that stands is suspended with the report of the absence; each goes on only by a decision in its own case.",
    };
}
