using System.Reflection;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>The papers that cases need from others, one field a paper; each table says from when and where it wants them.</summary>
public static class Wants
{
    // From courts, prisons, prosecution and police
    public static readonly Want PreviousConvictions = new("previous-convictions", "Previous convictions", Sources.Police) { Answers = Facts.ConvictionsOn };
    public static readonly Want CourtOrder = new("court-order", "Court order", Sources.Court);
    public static readonly Want Indictment = new("indictment", "Indictment", Sources.Court);
    public static readonly Want SentencingRemarks = new("sentencing-remarks", "Transcript of the sentencing remarks", Sources.Court);
    public static readonly Want CustodyPapers = new("custody-papers", "Custody papers", Sources.Prison);
    public static readonly Want SentenceCalculation = new("sentence-calculation", "Sentence calculation", Sources.Prison);
    public static readonly Want ProsecutionSummary = new("prosecution-summary", "Prosecution’s case summary", Sources.Prosecution);

    // From hospitals and supervisors
    public static readonly Want ClinicianReport = new("clinician-report", "Responsible clinician’s report", Sources.Hospital);
    public static readonly Want NursingReport = new("nursing-report", "Nursing report", Sources.Hospital);
    public static readonly Want SocialReport = new("social-report", "Social circumstances report", Sources.Hospital);
    public static readonly Want AftercarePlan = new("aftercare-plan", "Aftercare plan of section 117", Sources.Hospital);
    public static readonly Want AftercareMinutes = new("aftercare-minutes", "Minutes of the section 117 meeting", Sources.Hospital);
    public static readonly Want RiskAssessment = new("risk-assessment", "Risk assessment and care plan", Sources.Hospital);
    public static readonly Want AccessAssessment = new("access-assessment", "Receiving hospital’s access assessment", Sources.Hospital);
    public static readonly Want ClinicalSupervisorReport = new("clinical-supervisor-report", "Clinical supervisor’s report", Sources.Supervisors);
    public static readonly Want SocialSupervisorReport = new("social-supervisor-report", "Social supervisor’s report", Sources.Supervisors);
    public static readonly Want WrittenEvidence = new("written-evidence", "Medical evidence in writing", Sources.Supervisors);

    public static IReadOnlyList<Want> All => field ??= [.. typeof(Wants).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Want>()];
}
