using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The responsible clinician's report on a detained restricted patient, within a year of the last (MHA 1983 s41(6), s45B(3), s49(3); domain notes, 2.14).</summary>
public static class AnnualReport
{
    static readonly State Scheduled = State.Called("Scheduled, to be asked for"), Requested = State.Waiting("Requested"),
                          Overdue   = State.Called("Report overdue"),             Received  = State.Called("Report to read"),
                          Concern   = State.Deciding("Concern to decide"),        Read      = State.Called("Read, to file"),
                          Filed     = State.Closing("Filed"),                     Ended     = State.Closing("Ended");

    static readonly Term[] Chasing = [Terms.ChaseAnnualReport, Terms.EscalateAnnualReport, Terms.AnnualReportToManagers];

    public static readonly CaseType Type = new("annual-report", "Annual report", "Y", Weight: 1, Scheduled,
        new Opening(Authorities.Administration)
        {
            ByTime = true, Needs = [Rules.IsDetained], Starts = [new(Terms.AnnualReport) { Or = Rules.LastReport }, Terms.AskForAnnualReport],
        },
    [
        //  from         step                                                  to         whose decision
        new(Scheduled,   Step.Called("Ask for the report"),                    Requested, Authorities.Administration) { Stops = [Terms.AskForAnnualReport], Issues = [Papers.AnnualReportRequest], Tells = [Parties.Clinician] },
        .. Move.FromEach([Scheduled, Requested], from =>
        new(from,        Step.Called("The report is overdue"),                 Overdue,   Authority.Clock)            { After = Terms.AnnualReport, Starts = [.. Chasing.Select(t => new Start(t) { Or = Rules.AnnualReportDue })], Stops = [Terms.AnnualReport, Terms.AskForAnnualReport] }),
        new(Overdue,     Step.Called("Chase the clinician"),                   Overdue,   Authorities.Administration) { Asks = [Facts.ReportChased], Stops = [Terms.ChaseAnnualReport], Issues = [Papers.AnnualReportChase], Tells = [Parties.Clinician] },
        new(Overdue,     Step.Called("Escalate to the medical director"),      Overdue,   Authorities.Casework)       { Asks = [Facts.ReportChased], Stops = [Terms.ChaseAnnualReport, Terms.EscalateAnnualReport], Issues = [Papers.AnnualReportEscalation], Tells = [Parties.Hospital] },
        new(Overdue,     Step.Called("Take it up with the hospital managers"), Overdue,   Authorities.Casework)       { Asks = [Facts.ReportChased], Stops = Chasing, Tells = [Parties.Hospital, Parties.HeadOfTeam] },
        .. Move.FromEach([Scheduled, Requested, Overdue], from =>
        new(from,        Step.Called("Record the report"),                     Received,  Authorities.Administration) { Needs = [Rules.ReportBeforeReceipt, Rules.ReportIsNew], Asks = [Facts.ReportReceivedOn, Facts.ReportWrittenOn, Facts.ReportWrittenBy], Starts = [new(Terms.ReadAnnualReport, Facts.ReportReceivedOn)], Stops = [Terms.AnnualReport, Terms.AskForAnnualReport, .. Chasing] }),
        new(Received,    Step.Called("Read: no concern"),                      Read,      Authorities.Casework)       { Asks = [Facts.ReportReading], Stops = [Terms.ReadAnnualReport] },
        new(Received,    Step.Called("Read: concern"),                         Concern,   Authorities.Casework)       { Asks = [Facts.ReportReading, Facts.ReportConcern], Stops = [Terms.ReadAnnualReport], Tells = [Parties.DeputyHead] },
        new(Concern,     Step.Grave("Decide on the concern"),                  Read,      Authorities.ReportConcern)  { Asks = [Facts.DecisionReasons], Tells = [Parties.Clinician] },
        new(Read,        Step.Called("File the report"),                       Filed,     Authorities.Administration) { Changes = [Effects.AnnualReportMade] },
        .. Move.FromEach([Scheduled, Requested, Overdue, Received, Read], from =>
        new(from,        Steps.End,                                            Ended,     Authorities.Casework)       { Asks = [Facts.EndingReason, Facts.EndingDetail] }),
    ])
    {
        OneAtATime = true,
        Law = "The responsible clinician examines a patient under a restriction order, a limitation direction or a restriction direction and reports to the Secretary of State, at intervals of not more than a year (MHA 1983 s41(6), s45B(3), s49(3)). The report is asked for before it falls due, read for concern, and filed; the next is due within a year of it.",
    };
}
