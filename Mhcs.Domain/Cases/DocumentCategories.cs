namespace Mhcs.Domain.Cases;

/// <summary>What a document on a case can be, in the words people choose from.</summary>
public static class DocumentCategories
{
    public const string Court = "Court paper", Prison = "Prison paper", Police = "Police paper", Medical = "Medical or nursing report", Supervision = "Report of supervisors";

    public static IReadOnlyList<string> All { get; } = [Court, Prison, Police, Medical, Supervision, "Tribunal paper", "Correspondence", "Photograph", "Our own letter", "Something else"];
}
