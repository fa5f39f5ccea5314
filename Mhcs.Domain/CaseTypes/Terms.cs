using System.Collections.Frozen;
using System.Reflection;
using Mhcs.Domain.Deadlines;

namespace Mhcs.Domain.CaseTypes;

/// <summary>
/// Every rule of time the section works to, one field a rule, one file a subject. A number here is the law's, a code's or a published
/// one; a term without a number is a target whose amount is data (seed-data/targets.csv). Rule numbers are stored and never reused.
/// </summary>
public static partial class Terms
{
    const string Administrator = "Casework administrator", Caseworker = "Caseworker", CaseworkManager = "Casework manager", TeamManager = "Team manager",
                 DeputyHead = "Deputy head", InformationOfficer = "Information officer", Clinician = "Responsible clinician",
                 Supervisors = "Social and clinical supervisors", Hospital = "Hospital", Patient = "Patient", Tribunal = "Tribunal",
                 Liaison = "Victim liaison officer", Lawyers = "Government Legal Department", Together = "NHS, prison and MHCS";

    const string DesignDefault = "design default, not policy";

    /// <summary>Read from the fields, so that no new term can be forgotten, and on first use, because the fields of several files start in no certain order.</summary>
    public static IReadOnlyList<Term> All => field ??=
        [.. typeof(Terms).GetFields(BindingFlags.Public | BindingFlags.Static).Select(member => member.GetValue(null)).OfType<Term>().OrderBy(term => term.Rule, StringComparer.Ordinal)];

    public static Term? Find(string rule) => ByRule.GetValueOrDefault(rule);

    static FrozenDictionary<string, Term> ByRule => field ??= All.ToFrozenDictionary(term => term.Rule);

    /// <summary>What the rule is about: "Recall", "Leave".</summary>
    public static string SubjectOf(Term term) => term.Rule.Split('-')[0] switch
    {
        "REC" => "Recall",
        "TRP" => "Prison transfer and court orders",
        "TRH" => "Hospital transfer",
        "REM" => "Remission",
        "CD" => "Conditional discharge",
        "LV" => "Section 17 leave",
        "FTT" => "Tribunal",
        "RPT" => "Annual reports",
        "VIC" => "Victim liaison",
        "COR" => "Correspondence",
        "LIT" => "Litigation",
        "INF" => "Information rights",
        "INC" => "Absence and escape",
        "DTH" => "Death",
        "END" => "End of restriction",
        "HP" => "High profile",
        "QA" => "Quality assessment",
        "PAP" => "Papers from others",
        _ => "Casework administration"
    };

    static Term Target(string rule, string name, Unit unit, string trigger, string owner, string source = DesignDefault, Wording wording = Wording.After) =>
        new(rule, name, null, unit, wording, Binding.Target, source) { Trigger = trigger, Owner = owner };

    static string Mha(int section) => $"https://www.legislation.gov.uk/ukpga/1983/20/section/{section}";

    static string Mha2025(int section) => $"https://www.legislation.gov.uk/ukpga/2025/33/section/{section}";

    static string Victims2004(int section) => $"https://www.legislation.gov.uk/ukpga/2004/28/section/{section}";
}
