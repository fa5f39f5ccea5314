using System.Reflection;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Who has to be told. Some only in some patients' cases: the liaison officer only where a victim is in the scheme.</summary>
public static class Parties
{
    public static readonly Party Hospital = new("hospital", "Hospital");
    public static readonly Party Clinician = new("clinician", "Responsible clinician");
    public static readonly Party ClinicianForEvidence = new("clinician-evidence", "Responsible clinician: medical evidence to follow");
    public static readonly Party ReceivingHospital = new("receiving-hospital", "Receiving hospital");
    public static readonly Party ClinicalSupervisor = new("clinical-supervisor", "Clinical supervisor");
    public static readonly Party SocialSupervisor = new("social-supervisor", "Social supervisor");
    public static readonly Party Patient = new("patient", "Patient");
    public static readonly Party Solicitor = new("solicitor", "Patient’s solicitor");
    public static readonly Party Police = new("police", "Police");
    public static readonly Party Prison = new("prison", "Prison");
    public static readonly Party Tribunal = new("tribunal", "Tribunal");
    public static readonly Party Judge = new("judge", "Tribunal judge");
    public static readonly Party Correspondent = new("correspondent", "Whoever wrote");
    /// <summary>Of a victim who wrote, whether or not they are in the scheme.</summary>
    public static readonly Party WritersLiaison = new("writers-liaison", "Victim liaison officer: a victim’s letter");
    public static readonly Party MinistersOffice = new("ministers-office", "The minister’s office");
    public static readonly Party GovernmentLawyers = new("government-lawyers", "Government Legal Department");
    public static readonly Party DisclosureTeam = new("disclosure-team", "Disclosure team");
    public static readonly Party ManagerForImpartiality = new("manager-impartiality", "Team manager or deputy head: impartiality");
    public static readonly Party DeputyHead = new("deputy-head", "Deputy head");
    public static readonly Party CaseworkManager = new("casework-manager", "Casework manager");
    public static readonly Party TeamManager = new("team-manager", "Team manager");
    public static readonly Party HeadOfTeam = new("head-of-team", "Head of team");
    public static readonly Party DeputyHeadByTelephone = new("deputy-head-telephone", "Team manager or deputy head, by telephone where it is urgent");
    /// <summary>DVCVA 2004 s38: what was decided.</summary>
    public static readonly Party VictimLiaison = new("victim-liaison", "Probation, victim liaison") { OnlyWhere = p => p.VictimScheme };
    /// <summary>DVCVA 2004 s37(4): that something is being considered, before it is decided.</summary>
    public static readonly Party VictimLiaisonBefore = new("victim-liaison-before", "Probation, victim liaison: a decision is being considered") { OnlyWhere = p => p.VictimScheme };
    public static readonly Party Mappa = new("mappa", "MAPPA coordinator") { OnlyWhere = p => p.MappaLevel is not null };
    public static readonly Party ParoleBoard = new("parole-board", "Parole Board") { OnlyWhere = p => p.ReleaseDate is null && (p.Category is LegalCategory.S47_49 or LegalCategory.S45A) };
    public static readonly Party Court = new("court", "Court") { OnlyWhere = p => p.Category == LegalCategory.S48_49 };
    public static readonly Party HeadIfHighProfile = new("head-high-profile", "Head of team: high profile") { OnlyWhere = p => p.HighProfile };
    public static readonly Party PressOffice = new("press-office", "Press office") { OnlyWhere = p => p.HighProfile };

    /// <summary>Nobody to write to: the record in the Public Protection Unit Database, brought up to date by hand after every decision about a patient (domain notes 4.4).</summary>
    public static readonly Party Ppud = new("ppud", "PPUD");

    public static IReadOnlyList<Party> All => field ??= [.. typeof(Parties).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Party>()];
}
