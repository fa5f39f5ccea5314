using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

public static partial class Terms
{
    const string HospitalPapers = "we have received the hospital's papers", LastConsidered = "the tribunal last considered the case", OrderDate = "the date of the hospital order or direction",
                 Reasons = "the written reasons are sent", Rules2008 = "https://www.legislation.gov.uk/uksi/2008/2699", Rules2012 = "http://www.mhla.co.uk/legal-updates/tribunal-procedure-amendment-rules-2012/",
                 AfterYouApply = "https://www.gov.uk/mental-health-tribunal/after-you-apply";

    public static readonly Term HospitalReports = new("FTT-01", "The hospital's statement and reports", 21, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r32(6); 2008 Practice Direction, paragraph 3")
    {
        Trigger = "the hospital has received the application, or made the reference", Owner = "Responsible authority", Verified = true, Watch = true,
        SourceUrl = "https://mentalhealthlaw.co.uk/Practice_Direction:_Health_Education_and_Social_Care_Chamber:_Mental_Health_Cases_(30/10/08)", Note = "Three weeks."
    };

    public static readonly Term TribunalStatement = new("FTT-02", "Send our information and observations", 21, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r32(7A)(b)")
    {
        Trigger = HospitalPapers, Owner = Caseworker, SourceUrl = Rules2008, Note = "Three weeks for a detained patient; two after a recall. The earlier rules of 1983 had the same number."
    };

    public static readonly Term NameSupervisors = new("FTT-03", "Give the tribunal the names and addresses of the clinician and the social supervisor", 0, Unit.Hours, Wording.After, Binding.TribunalRule, "SI 2008/2699 r32(4)(a), amended 2012")
    {
        Trigger = "the tribunal tells us of a discharged patient's application", Owner = Administrator, SourceUrl = Rules2012, Verified = true, Note = "Immediately: on the same working day."
    };

    public static readonly Term SupervisorsTribunalReports = new("FTT-04", "The supervisors' reports to the tribunal", 21, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r32(4)(b), amended 2012")
    {
        Trigger = "the tribunal tells the supervisors", Owner = Supervisors, SourceUrl = Rules2012, Verified = true, Watch = true, Note = "Three weeks. Replaces the statement within six weeks, repealed in 2012."
    };

    public static readonly Term UsualHearing = new("FTT-05", "Usual latest hearing of a restricted patient", 4, Unit.Months, Wording.After, Binding.Target, "gov.uk, mental health tribunal: after you apply")
    {
        Trigger = "the tribunal has received the application", Owner = Tribunal, SourceUrl = AfterYouApply, Verified = true, Watch = true, Note = "The tribunal's usual time, not a rule."
    };

    public static readonly Term PreHearingExamination = new("FTT-06", "Request for a pre-hearing examination", 14, Unit.Days, Wording.Before, Binding.TribunalRule, "gov.uk; SI 2008/2699 r34")
    {
        Trigger = "the hearing", Owner = Patient, SourceUrl = AfterYouApply, Verified = true, Watch = true
    };

    public static readonly Term PermissionToAppeal = new("FTT-07", "Ask the First-tier Tribunal for permission to appeal", 28, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r46(3)")
    {
        Trigger = Reasons, Owner = DeputyHead, SourceUrl = Rules2008, Verified = true, Note = "From the latest of the reasons, amended reasons or a correction on review, and the notice that setting aside failed. May be extended (r5(3)(a))."
    };

    public static readonly Term AdviceOnChallenge = Target("FTT-08", "Legal advice on a challenge", Unit.Days, Reasons, DeputyHead);

    public static readonly Term PermissionFromUpperTribunal = new("FTT-09", "Ask the Upper Tribunal for permission to appeal", 1, Unit.Months, Wording.After, Binding.TribunalRule, "SI 2008/2698 r21(3)(b)")
    {
        Trigger = "the First-tier Tribunal refuses permission", Owner = DeputyHead, SourceUrl = "https://www.legislation.gov.uk/uksi/2008/2698"
    };

    public static readonly Term SetAside = new("FTT-10", "Ask for the decision to be set aside", 28, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r45(3)")
    {
        Trigger = "the decision notice is sent", Owner = DeputyHead, SourceUrl = Rules2008
    };

    public static readonly Term ReferDetained = new("FTT-11", "Refer the detained patient to the tribunal", 36, Unit.Months, Wording.After, Binding.Statute, "MHA 1983 s71(2)")
    {
        Trigger = LastConsidered, Owner = Caseworker, SourceUrl = Mha(71), Verified = true, Repeats = true, EndsWith = Provision.AutomaticReferences, Note = "Three years, until section 33 of the Mental Health Act 2025 starts."
    };

    public static readonly Term ReferDetainedYearly = new("FTT-12", "Refer the detained patient to the tribunal each year", 12, Unit.Months, Wording.After, Binding.Statute, "MHA 1983 s71(2), substituted by MHA 2025 s33")
    {
        Trigger = LastConsidered, Owner = Caseworker, SourceUrl = Mha2025(33), Verified = true, Repeats = true, Awaits = Provision.AutomaticReferences, Note = "No reference while one is pending."
    };

    public static readonly Term DetainedApplicationOpens = new("FTT-13", "First window opens for the detained patient's tribunal application", 6, Unit.Months, Wording.OnExpiry, Binding.Statute, "MHA 1983 s70(a)")
    {
        Trigger = OrderDate, Owner = Patient, SourceUrl = Mha(70), Verified = true, Watch = true, Between = new(6, 12), Note = "Then one application in each twelve months."
    };

    public static readonly Term DetainedApplicationCloses = DetainedApplicationOpens with
    {
        Rule = "FTT-14", Name = "First window closes for the detained patient's tribunal application", Amount = 12, Wording = Wording.BeginningWith
    };

    public static readonly Term ReviewDirections = Target("FTT-15", "Review the adjournment or directions", Unit.WorkingDays, "the adjournment or directions are received", DeputyHead) with
    {
        Note = "A date the tribunal orders is a deadline of its own and comes first."
    };

    public static readonly Term ChaseDeferredDischarge = Target("FTT-16", "Chase the arrangements for the deferred discharge", Unit.Days, "the deferred decision", Caseworker, "MHA 1983 s73(7)") with
    {
        SourceUrl = Mha(73), Repeats = true, Note = "The tribunal may set its own date."
    };

    public static readonly Term CheckStatement = Target("FTT-17", "Our statement and case summary checked", Unit.Days, "the hearing", CaseworkManager, wording: Wording.Before);

    public static readonly Term TribunalDecision = new("FTT-18", "The tribunal sends its decision and reasons", 7, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r41")
    {
        Trigger = "the hearing ends", Owner = Tribunal, SourceUrl = Rules2008, Watch = true, Note = "Use it as the day to chase."
    };

    public static readonly Term RaiseReference = Target("FTT-19", "Open the reference before it falls due", Unit.Days, "the day by which we must refer", Caseworker, wording: Wording.Before) with
    {
        Note = "On this day the portal opens the case by itself."
    };

    /// <summary>The tribunal sets the day itself, so nothing is counted on to it.</summary>
    public static readonly Term Direction = new("FTT-20", "Comply with the tribunal's direction", 0, Unit.Days, Wording.After, Binding.TribunalRule, "SI 2008/2699 r5, and the order itself")
    {
        Trigger = "the day the tribunal ordered", Owner = Caseworker, SourceUrl = Rules2008, StandsAlone = true, Note = "Failure may be reported or summonsed."
    };

    public static readonly Term AnnualReport = new("RPT-01", "The clinician's annual report", 12, Unit.Months, Wording.After, Binding.Statute, "MHA 1983 s41(6), s49(3), s45B(3)")
    {
        Trigger = "the restriction starts, or the last report", Owner = Clinician, SourceUrl = Mha(41), Verified = true, Watch = true, Repeats = true, Note = "At intervals the Secretary of State directs, never over a year."
    };

    public static readonly Term ChaseAnnualReport = Target("RPT-02", "Chase the overdue annual report", Unit.WorkingDays, "the annual report was due", Administrator);
}
