using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Leave of absence (MHA 1983 s17) with the consent of the Secretary of State (s41(3)(c)(i)), and attendance at court by direction (s42(6)).</summary>
public static class Leave
{
    static readonly State Submitted      = State.Called("Submitted"),                     ReturnedIncomplete = State.Waiting("Returned incomplete"),
                          Assessment     = State.Called("Being assessed"),                AwaitingDecision = State.Deciding("Awaiting decision"),
                          OnHold         = State.Waiting("On hold, legal"),               InForce         = State.Waiting("Leave in force"),
                          Suspended      = State.Deciding("Leave suspended"),             ReportAwaited   = State.Waiting("Leave ended, report awaited"),
                          Completed      = State.Closing("Completed and reported"),       Superseded      = State.Closing("A later agreement took its place"),
                          Refused        = State.Closing("Refused"),                      Ended           = State.Closing("Ended");

    public const string InterimReport = "interim-report";

    static readonly Step Accept = Step.Called("Accept as complete"), Interim = Steps.InterimReport, Withdraw = Step.Grave("Withdraw the leave"),
                         LastDay = Step.Called("The last day of the leave passes", "last-day-passes"), Supersede = Step.Called("Record that a later agreement takes its place");

    /// <summary>Leave that one authority decides; the rows are the same for each.</summary>
    sealed record Decided(string Leave, Rule When, Authority By);

    static readonly Decided[] Consents =
    [
        new("the escorted day leave",      Rules.IsEscortedDay,      Authorities.EscortedLeave),
        new("the unescorted day leave",    Rules.IsUnescortedDay,    Authorities.UnescortedLeave),
        new("the overnight leave",         Rules.IsOvernight,        Authorities.OvernightLeave),
        new("the long-term leave",         Rules.IsLongTermLeave,    Authorities.LongTermLeave),
        new("the urgent leave",            Rules.IsUrgentLeave,      Authorities.UrgentLeave),
    ];

    static readonly Decided[] All = [.. Consents, new("the attendance at court", Rules.IsCourtAttendance, Authorities.CourtAttendance)];

    static readonly Fact[] TermsOfLeave = [Facts.LeaveWhere, Facts.LeaveHowOften, Facts.LeaveWithWhom, Facts.LeaveFrom, Facts.LeaveUntil];
    /// <summary>What the patient may do is agreed as it then stands.</summary>
    static readonly Fact[] Agreed = [Facts.LeaveKind, .. TermsOfLeave, Facts.LeaveConditions, Facts.LeaveExclusions];
    static readonly Rule[] Consenting = [Rules.Assigned, Rules.SomeoneElseRecommended, Rules.VictimCheckAnswered, Rules.ExclusionsWhereNeeded, Rules.LeaveEndsLater, Rules.LeaveStillAhead, Rules.NotAbsent, Rules.EarlierLeaveReported];
    static readonly Rule[] GoingOn = [Rules.Assigned, Rules.LeaveStillAhead, Rules.NotAbsent];
    static readonly Term[] DecisionClocks = [Terms.EscortedLeaveDecision, Terms.UnescortedLeaveDecision, Terms.OvernightLeaveDecision], Reviews = [Terms.ReviewSuspendedLeave, Terms.ReviewOfLeavePromised], OfSuspension = [.. Reviews, Terms.LeaveIncidentReported],
                           ByDecision = [.. DecisionClocks, Terms.MedicalLeaveDecision, Terms.CompassionateLeaveDecision], ByEnding = [Terms.LeaveEnds, .. OfSuspension];
    static readonly Start[] FromAcceptance = [new(Terms.EscortedLeaveDecision) { If = Rules.IsEscortedDay }, new(Terms.UnescortedLeaveDecision) { If = Rules.IsUnescortedDay }, new(Terms.OvernightLeaveDecision) { If = Rules.IsOvernightOrLongTerm }];
    static readonly Start Promised = new(Terms.ReviewOfLeavePromised, Facts.ReviewOn);
    // Victims are not told: leave in the community is confidential medical information. What they need is in the terms.
    static readonly Party[] Told = [Parties.Hospital, Parties.Clinician, Parties.HeadIfHighProfile];

    public static readonly CaseType Type = new("leave", "Section 17 leave", "L", Weight: 1, Submitted,
        new Opening(Authorities.Administration)
        {
            Needs = [Rules.IsDetained, Rules.LeaveEndsLater], Asks = [Facts.LeaveKind, Facts.LeavePurpose, .. TermsOfLeave],
            Starts = [Terms.ReturnIncompleteLeave, new(Terms.MedicalLeaveDecision) { If = Rules.IsMedicalLeave }, new(Terms.CompassionateLeaveDecision) { If = Rules.IsCompassionateLeave }],
            Tells = [Parties.HeadIfHighProfile],
        },
    [
        //  from              step                                            to                  whose decision
        .. Move.FromEach([Submitted, ReturnedIncomplete], from =>
        new(from,             Accept,                                         Assessment,         Authorities.Administration)  { When = Rules.IsNotUrgentLeave, Needs = [Rules.EarlierLeaveReported], Asks = [Facts.LeaveProgress, Facts.LeaveRisk, Facts.LeaveContingency], Starts = FromAcceptance, Stops = [Terms.ReturnIncompleteLeave] }),
        .. Move.FromEach([Submitted, ReturnedIncomplete], from =>
        new(from,             Accept,                                         Assessment,         Authorities.Administration)  { When = Rules.IsUrgentLeave, Needs = [Rules.EarlierLeaveReported], Asks = [Facts.LeaveRisk], Stops = [Terms.ReturnIncompleteLeave] }),
        .. Move.FromEach([Submitted, Assessment], from =>
        new(from,             Step.Called("Return the incomplete application"), ReturnedIncomplete, Authorities.Administration)  { Asks = [Facts.MissingInformation], Stops = [Terms.ReturnIncompleteLeave, .. DecisionClocks], Issues = [Papers.IncompleteForm], Tells = [Parties.Clinician] }),
        new(Assessment,       Step.Called("Recommend"),                       AwaitingDecision,   Authorities.Casework)        { Needs = [Rules.Assigned], Asks = [Facts.Recommendation, Facts.VictimCheck, Facts.LeaveConditions, Facts.LeaveExclusions] },

        .. Consents.Select(c =>
        new Move(AwaitingDecision, Step.Grave($"Agree {c.Leave}"),            InForce,            c.By)                        { When = c.When, Needs = Consenting, Settles = Agreed, Asks = [Facts.DecisionReasons], Starts = [new(Terms.LeaveEnds, Facts.LeaveUntil)], Stops = ByDecision, Issues = [Papers.LeaveConsent], Changes = [Effects.LeaveAgreed], Tells = Told }),
        .. Consents.Select(c =>
        new Move(AwaitingDecision, Step.Grave($"Agree a part of {c.Leave}"),  InForce,            c.By)                        { When = c.When, Needs = Consenting, Settles = Agreed, Asks = [.. TermsOfLeave, Facts.LeaveConditions, Facts.LeaveExclusions, Facts.LeaveNotAgreed, Facts.DecisionReasons], Starts = [new(Terms.LeaveEnds, Facts.LeaveUntil)], Stops = ByDecision, Issues = [Papers.LeaveConsentInPart], Changes = [Effects.LeaveAgreed], Tells = Told }),
        new(AwaitingDecision, Step.Grave("Direct the attendance at court"),   InForce,            Authorities.CourtAttendance) { When = Rules.IsCourtAttendance, Needs = Consenting, Settles = Agreed, Asks = [Facts.AttendanceFor, Facts.DecisionReasons], Starts = [new(Terms.LeaveEnds, Facts.LeaveUntil)], Issues = [Papers.CourtDirection], Changes = [Effects.LeaveAgreed], Tells = Told },
        .. All.Select(c =>
        new Move(AwaitingDecision, Step.Grave($"Refuse {c.Leave}"),           Refused,            c.By)                        { When = c.When, Needs = [Rules.Assigned, Rules.SomeoneElseRecommended], Asks = [Facts.DecisionReasons], Stops = ByDecision, Issues = [Papers.LeaveRefused], Tells = [Parties.Clinician] }),
        // Decides nothing, so it is nobody's decision to wait for.
        new(AwaitingDecision, Steps.SendBack,                                 Assessment,         Authorities.Casework)        { Asks = [Facts.SentBackBecause] },

        .. Move.FromEach([InForce, Suspended], from =>
        new(from,             LastDay,                                        ReportAwaited,      Authority.Clock)             { After = Terms.LeaveEnds, Starts = [new(Terms.LeaveReport, Facts.LeaveUntil)], Stops = ByEnding, Changes = [Effects.LeaveExpired], Tells = [Parties.Clinician] }),
        .. Move.FromEach([InForce, Suspended], from =>
        new(from,             Interim,                                        from,               Authorities.Administration)  { Needs = [Rules.ReportWithinLeave], Asks = [Facts.LeaveReportOn, Facts.LeaveTaken], Changes = [Effects.LeaveReportedSoFar] }),
        // At once, by whoever hears of it: suspending protects.
        new(InForce,          Step.Called("Record the clinician’s suspension"), Suspended,        Authorities.Administration)  { Asks = [Facts.LeaveSuspendedOn, Facts.SuspensionReason, Facts.ReviewOn], Starts = [new(Terms.ReviewSuspendedLeave, Facts.LeaveSuspendedOn), Promised], Issues = [Papers.LeaveSuspended], Changes = [Effects.LeaveSuspendedByClinician], Tells = Told },
        new(InForce,          Step.Called("Record an incident on leave"),     Suspended,          Authorities.Administration)  { Asks = [Facts.IncidentKind, Facts.IncidentAt, Facts.Incident, Facts.ReviewOn], Starts = [Terms.ReviewSuspendedLeave, Promised, new(Terms.LeaveIncidentReported, Facts.IncidentAt)], Issues = [Papers.LeaveSuspended], Changes = [Effects.LeaveSuspended], Tells = Told },
        new(Suspended,        Step.Called("Record the hospital’s report of the incident"), Suspended, Authorities.Administration) { When = Rules.IncidentReportAwaited, Asks = [Facts.IncidentReport], Stops = [Terms.LeaveIncidentReported] },
        .. All.Select(c =>
        new Move(Suspended,   Step.Grave($"Let {c.Leave} go on"),             InForce,            c.By)                        { When = c.When, Needs = GoingOn, Asks = [Facts.DecisionReasons], Stops = OfSuspension, Issues = [Papers.LeaveResumed], Changes = [Effects.LeaveResumed], Tells = Told }),
        // An absence without leave suspends on the patient's record what is in force here.
        .. All.Select(c =>
        new Move(InForce,     Step.Grave($"Let {c.Leave} go on"),             InForce,            c.By)                        { When = Rules.SuspendedByAbsence(c.When), Needs = GoingOn, Asks = [Facts.DecisionReasons], Issues = [Papers.LeaveResumed], Changes = [Effects.LeaveResumed], Tells = Told }),
        new(Suspended,        Step.Called("Keep the leave suspended"),        Suspended,          Authorities.WithdrawLeave)   { Asks = [Facts.ReviewOn, Facts.DecisionReasons], Starts = [Terms.ReviewSuspendedLeave, Promised], Stops = Reviews, Tells = [Parties.Clinician] },
        .. Move.FromEach([InForce, Suspended], from =>
        new(from,             Withdraw,                                       ReportAwaited,      Authorities.WithdrawLeave)   { Asks = [Facts.DecisionReasons], Starts = [Terms.LeaveReport], Stops = ByEnding, Issues = [Papers.LeaveWithdrawn], Changes = [Effects.LeaveWithdrawn], Tells = Told }),
        .. Move.FromEach([InForce, Suspended], from =>
        new(from,             Supersede,                                      Superseded,         Authorities.Casework)        { When = Rules.LaterLeaveAgreed, Needs = [Rules.ReportWithinLeave], Asks = [Facts.LeaveReportOn, Facts.LeaveTaken], Stops = [Terms.LeaveEnds], Changes = [Effects.LeaveSuperseded], Tells = [Parties.Clinician] }),

        new(ReportAwaited,    Step.Called("Record the report on the leave"),  Completed,          Authorities.Administration)  { Needs = [Rules.ReportFollowsLeave], Asks = [Facts.LeaveReportOn, Facts.LeaveTaken], Stops = [Terms.LeaveReport], Changes = [Effects.LeaveReported] },
        new(ReportAwaited,    Step.Called("Record that no leave was taken"),  Completed,          Authorities.Administration)  { Asks = [Facts.NoLeaveBecause], Stops = [Terms.LeaveReport], Changes = [Effects.NoLeaveTaken] },
        new(ReportAwaited,    Step.Called("Ask again for the report"),        ReportAwaited,      Authorities.Administration)  { Asks = [Facts.ReportChased], Tells = [Parties.Clinician] },

        .. Move.FromEach([Assessment, AwaitingDecision], from =>
        new(from,             Steps.Hold,                                     OnHold,             Authorities.Casework)        { Asks = [Facts.HoldReason] }),
        new(OnHold,           Steps.Resume,                                   Assessment,         Authorities.Casework)        { Asks = [Facts.ResumeReason] },
        .. Move.FromEach([Submitted, ReturnedIncomplete, Assessment, AwaitingDecision, OnHold], from =>
        new(from,             Steps.End,                                      Ended,              Authorities.Casework)        { Asks = [Facts.EndingReason, Facts.EndingDetail], Tells = [Parties.Clinician, Parties.HeadIfHighProfile] }),
        .. Move.FromEach([InForce, Suspended, ReportAwaited], from =>
        new(from,             Steps.End,                                      Ended,              Authorities.Casework)        { Asks = [Facts.EndingReason, Facts.EndingDetail], Changes = [Effects.LeaveOver], Tells = [Parties.Clinician, Parties.HeadIfHighProfile] }),
        AfterDeath.Closes(Effects.LeaveOverByDeath),
    ])
    {
        EndsWithRestrictions = [Effects.LeaveOverByEnd],
        Wants = [Wants.RiskAssessment.FromWhen(Submitted) with { If = Rules.IsOvernightOrLongTerm }],
        Corrects = [Effects.LeaveCorrected], Keeps = [Rules.LeaveEndsLater],
        Law = "The responsible clinician may grant a restricted patient leave of absence (MHA 1983 s17) only with the consent of the Secretary of State (s41(3)(c)(i)), who can set its terms. Either may recall the patient from leave at any time (s41(3)(c)-(d)). An up-to-date report on all earlier leave is held before a new application is considered. "
            + "Attendance at court or an inquiry is directed, in custody, where the interests of justice or a public inquiry make it desirable (s42(6)). Medical and compassionate leave is critical and is decided without delay.",
    };
}
