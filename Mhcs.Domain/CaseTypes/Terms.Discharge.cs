using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string Discharged = "the date of the conditional discharge", DolStarts = "the day the conditions began to deprive the patient of liberty",
                 ReportPage = "gov.uk, conditionally discharged restricted patient report (form of October 2024)",
                 ReportUrl = "https://www.gov.uk/government/publications/conditionally-discharged-restricted-patient-report",
                 InformallyAdmitted = "the voluntary admission";

    /// <summary>Sections 30(2), 32 and 35 of the Mental Health Act 2025 started on this day (s56(1)).</summary>
    static readonly DateOnly DeprivationOfLibertyLaw = new(2026, 2, 18);

    public static readonly Term FirstSupervisorsReport = new("CD-01", "First joint report of the supervisors", 28, Unit.Days, Wording.After, Binding.Target, ReportPage)
    {
        Trigger = Discharged, Owner = Supervisors, SourceUrl = ReportUrl, Verified = true, Watch = true, Note = "Four weeks; older guidance says one month."
    };

    public static readonly Term NextSupervisorsReport = new("CD-02", "Next report of the supervisors", 3, Unit.Months, Wording.After, Binding.Target, ReportPage)
    {
        Trigger = "the last report was due", Owner = Supervisors, SourceUrl = ReportUrl, Verified = true, Watch = true, Repeats = true
    };

    public static readonly Term ChaseSupervisorsReport = Target("CD-03", "Chase the late report", Unit.WorkingDays, "the report was due", Administrator) with { Note = "Supervisors are asked to say beforehand if they will be late." };

    public static readonly Term EscalateSupervisorsReport = Target("CD-04", "Escalate the missing report", Unit.WorkingDays, "the report was due", TeamManager);

    public static readonly Term ReadSupervisorsReport = Target("CD-05", "Read the report and look for concern", Unit.WorkingDays, "the report is received", Caseworker) with { Note = "Any red answer to the checklist goes to the deputy head on the same day." };

    public static readonly Term DischargedApplicationOpens = new("CD-06", "Window opens for the discharged patient's tribunal application", 12, Unit.Months, Wording.OnExpiry, Binding.Statute, "MHA 1983 s75(2)(a)")
    {
        Trigger = "the conditional discharge, or the day conditions last stopped depriving the patient of liberty", Owner = Patient, SourceUrl = Mha(75), Verified = true, Watch = true, Between = new(12, 24),
        Note = "Then one application in each two years."
    };

    public static readonly Term DischargedApplicationCloses = DischargedApplicationOpens with
    {
        Rule = "CD-07", Name = "First window closes for the discharged patient's tribunal application", Amount = 24, Wording = Wording.BeginningWith
    };

    public static readonly Term DolApplicationOpens = new("CD-08", "Window opens for a tribunal application under conditions that deprive of liberty", 6, Unit.Months, Wording.OnExpiry, Binding.Statute, "MHA 1983 s75(2A)(a), inserted by MHA 2025 s30(2)")
    {
        Trigger = DolStarts, Owner = Patient, SourceUrl = Mha2025(30), Verified = true, Watch = true, Between = new(6, 12), InForceFrom = DeprivationOfLibertyLaw, Note = "Then one application in each two years."
    };

    public static readonly Term ReferDol = new("CD-09", "Refer the patient deprived of liberty to the tribunal", 12, Unit.Months, Wording.OnExpiry, Binding.Statute, "MHA 1983 s75(2C)(a), inserted by MHA 2025 s32")
    {
        Trigger = DolStarts, Owner = Caseworker, SourceUrl = Mha2025(32), Verified = true, InForceFrom = DeprivationOfLibertyLaw, Note = "Not needed where the tribunal considered the case in the period (s75(2D))."
    };

    public static readonly Term ReferDolAgain = new("CD-10", "Refer the patient deprived of liberty again", 24, Unit.Months, Wording.OnExpiry, Binding.Statute, "MHA 1983 s75(2C)(b), inserted by MHA 2025 s32")
    {
        Trigger = "the end of the last period of reference", Owner = Caseworker, SourceUrl = Mha2025(32), Verified = true, InForceFrom = DeprivationOfLibertyLaw, Repeats = true
    };

    public static readonly Term DolLongstop = new("CD-11", "Longstop reference of the patient deprived of liberty", 48, Unit.Months, Wording.After, Binding.Statute, "MHA 1983 s75(2E), inserted by MHA 2025 s32")
    {
        Trigger = LastConsidered, Owner = Caseworker, SourceUrl = Mha2025(32), Verified = true, InForceFrom = DeprivationOfLibertyLaw, Repeats = true, Note = "Where the case wasn't considered in the last four years and nothing is pending."
    };

    public static readonly Term ReferDischarged = new("CD-12", "Refer the discharged patient who isn't deprived of liberty", 24, Unit.Months, Wording.OnExpiry, Binding.Statute, "MHA 1983 s75(2B), inserted by MHA 2025 s33")
    {
        Trigger = Discharged, Owner = Caseworker, SourceUrl = Mha2025(33), Verified = true, Awaits = Provision.AutomaticReferences, Note = "Then every four years."
    };

    public static readonly Term ConditionsDecision = Target("CD-13", "Decide the change of conditions", Unit.WorkingDays, Complete, DeputyHead) with { Note = "Urgent moves of home on the same day." };

    public static readonly Term TellVictimsOfConditions = Target("CD-14", "Tell the probation body of the changed conditions", Unit.WorkingDays, "the conditions are varied", Administrator, "DVCVA 2004 s38(4)(d)(i)") with
    {
        SourceUrl = Victims2004(38), Note = "The duty is statutory, the number of days is ours. Before deciding, say that a change is being considered (s37(4)(c))."
    };

    public static readonly Term VoluntaryAdmissionUpdate = Target("CD-15", "Clinician's update on the voluntary admission", Unit.Days, InformallyAdmitted, DeputyHead) with { Repeats = true, Note = "Each time, ask whether recall is now needed." };

    public static readonly Term VoluntaryAdmissionReview = Target("CD-16", "Formal review of whether recall is needed", Unit.Days, InformallyAdmitted, DeputyHead);

    public static readonly Term TellVictimsDischargeIsConsidered = Target("CD-17", "Tell the probation body that discharge is being considered", Unit.WorkingDays, "discharge or lifting is being considered", Caseworker, "DVCVA 2004 s37(4)") with
    {
        SourceUrl = Victims2004(37), Note = "The duty is statutory, the number of days is ours. Leave the victim time for representations and a personal statement."
    };

    public static readonly Term TellVictimsOfDischarge = Target("CD-18", "Tell the probation body of the discharge and its conditions", Unit.WorkingDays, "the discharge is decided", Caseworker, "DVCVA 2004 s38(4)(a)-(c), (e)") with
    {
        SourceUrl = Victims2004(38), Note = "The duty is statutory, the number of days is ours."
    };

    public static readonly Term DecideConcern = Target("CD-19", "Decide on the concern", Unit.WorkingDays, "a red answer or another concern is recorded", DeputyHead) with { Note = "A task of the same day." };

    public static readonly Term FillPost = Target("CD-20", "Fill the empty post of a supervisor", Unit.WorkingDays, "the post became empty", Caseworker) with { Note = "Both posts have to be filled: reports are joint." };
}
