using Mhcs.Domain.Patients;

namespace Mhcs.Portal.Patients.Import;

/// <summary>The published columns of a patients file, in the order in which we write them.</summary>
public static class PatientColumns
{
    public const string Number = "number", Surname = "surname", Forenames = "forenames", BornOn = "born_on", Sex = "sex", Ppud = "ppud_reference",
        Category = "category", Since = "category_since", Section48 = "section48_kind", CrownCourt = "sent_to_crown_court", Release = "release_date",
        Offence = "index_offence", Hospital = "hospital", Ward = "ward", Security = "security", AdmittedOn = "admitted_on", Residence = "residence",
        HighProfile = "high_profile", VictimScheme = "victim_scheme", Mappa = "mappa_level", Clinician = "responsible_clinician",
        Clinical = "clinical_supervisor", Social = "social_supervisor", Conditions = "conditions", Earlier = "earlier_statuses", Considered = "last_considered_on", Reported = "last_report_on";

    public static IReadOnlyList<string> Securities { get; } = ["High", "Medium", "Low", "Non-secure"];
    public static IReadOnlyList<string> Sexes { get; } = ["Male", "Female"];

    /// <summary>The codes of legal categories as files spell them.</summary>
    public static IReadOnlyDictionary<string, LegalCategory> Categories { get; } = new Dictionary<string, LegalCategory>(StringComparer.OrdinalIgnoreCase)
    {
        ["S37_41"] = LegalCategory.S37_41, ["S43_44"] = LegalCategory.S43_44, ["CPIA"] = LegalCategory.Cpia, ["S45A"] = LegalCategory.S45A,
        ["S47_49"] = LegalCategory.S47_49, ["S47"] = LegalCategory.S47, ["S48_49"] = LegalCategory.S48_49, ["NOTIONAL37"] = LegalCategory.Notional37,
        ["CD"] = LegalCategory.Cd, ["CD_DOL"] = LegalCategory.CdDol, ["REPAT"] = LegalCategory.Repatriated, ["NOT_RESTRICTED"] = LegalCategory.NotRestricted,
    };

    public static string CodeOf(LegalCategory category) => Categories.First(c => c.Value == category).Key;

    public static IReadOnlyList<Column> All { get; } =
    [
        new(Number, "our patient number: P, a dash and four to six digits; rows are matched by it", "P-20417", Required: true),
        new(Surname, "surname; it decides the team", "Applecross", Required: true),
        new(Forenames, "forenames", "Perrin", Required: true),
        new(BornOn, "date of birth", "1984-05-09", Required: true),
        new(Sex, string.Join(" or ", Sexes), "Male"),
        new(Ppud, "reference in the Public Protection Unit Database", "AP4471"),
        new(Category, $"legal category: {string.Join(", ", Categories.Keys)}", "CD", Required: true),
        new(Since, "the day the category began", "2022-10-03", Required: true),
        new(Section48, "for S48_49 only: A prison, B magistrates, C civil, D immigration", "A"),
        new(CrownCourt, "for S48_49 of kind B: sent to the Crown Court, Yes or No", "No"),
        new(Release, "for S47_49, S47 and S45A: the day release would be due; empty for life and IPP sentences", "2029-04-30"),
        new(Offence, "index offence", "Wounding with intent"),
        new(Hospital, "hospital where the patient is, as the directory spells it; detained patients need one", "Northmere Hospital"),
        new(Ward, "ward or unit", "Alder ward"),
        new(Security, $"level of security: {string.Join(", ", Securities)}", "Medium"),
        new(AdmittedOn, "the day of admission; needed with a hospital", "2026-11-28"),
        new(Residence, "where a patient who is not in hospital lives or is held; not together with a hospital", "4 Harrowfield Court"),
        new(HighProfile, "Yes or No", "No"),
        new(VictimScheme, "a victim is in the Victim Contact Scheme, Yes or No", "Yes"),
        new(Mappa, "MAPPA level, 1 to 3", "2"),
        new(Clinician, "responsible clinician and organisation, with a comma between", "Dr A. Sedgely, Northmere Hospital"),
        new(Clinical, "clinical supervisor and organisation", "Dr B. Whinmoor, Harrowfield community team"),
        new(Social, "social supervisor and organisation", "C. Rushlake, Harrowfield council"),
        new(Conditions, "conditions of discharge, a line each within the cell: heading, colon, text", "Residence: Live at 4 Harrowfield Court"),
        new(Earlier, "earlier legal categories, a line each within the cell: day and code, oldest first; read for new patients only", "2012-11-14 S37_41"),
        new(Considered, "the day the tribunal last considered the case; our next duty to refer is counted from it", "2025-03-18"),
        new(Reported, "the day of the responsible clinician’s last annual report; the next is due within a year of it", "2026-02-11"),
    ];
}
