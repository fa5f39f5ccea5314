namespace Mhcs.Domain.Contacts;

/// <summary>What an entry of the directory is. Stored by its name.</summary>
public enum EntryKind { Hospital, Prison, Court, PoliceForce, TribunalOffice, Clinician, SocialSupervisor, LiaisonOfficer }

/// <summary>A ward of a hospital and its level of security.</summary>
public sealed record HospitalUnit(string Name, string Security)
{
    public static IReadOnlyList<string> Levels { get; } = ["High", "Medium", "Low", "Non-secure"];
}

public static class EntryKinds
{
    extension(EntryKind kind)
    {
        public string Label => kind switch
        {
            EntryKind.PoliceForce => "Police force",
            EntryKind.TribunalOffice => "Tribunal office",
            EntryKind.SocialSupervisor => "Social supervisor",
            EntryKind.LiaisonOfficer => "Victim liaison officer",
            _ => kind.ToString(),
        };

        /// <summary>An entry of a person, who works for an organisation; the others are places.</summary>
        public bool IsPerson => kind >= EntryKind.Clinician;

        /// <summary>The steps of cases name such a place, so its name may stand in the directory once only.</summary>
        public bool IsNamedByCases => kind is EntryKind.Hospital or EntryKind.Prison;
    }
}
