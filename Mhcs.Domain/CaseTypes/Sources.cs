using System.Reflection;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Workflow;

namespace Mhcs.Domain.CaseTypes;

/// <summary>Who sends us papers (domain notes, 2.15). Each has its own patience before the first chase.</summary>
public static class Sources
{
    public static readonly Source Court = new("court", "Court", "The court manager, Crown Court", Terms.ChaseCourt, DocumentCategories.Court);
    public static readonly Source Prison = new("prison", "Prison", "The governor", Terms.ChasePrison, DocumentCategories.Prison);
    public static readonly Source Prosecution = new("prosecution", "Crown Prosecution Service", "The Crown Prosecution Service", Terms.ChaseProsecution, DocumentCategories.Court);
    public static readonly Source Police = new("police", "Police", "The police national records office", Terms.ChaseConvictions, DocumentCategories.Police);
    public static readonly Source Hospital = new("hospital", "Hospital", "The mental health act office of the hospital", Terms.ChaseHospital, DocumentCategories.Medical);
    public static readonly Source Supervisors = new("supervisors", "Supervisors", "The clinical and the social supervisor", Terms.ChaseSupervisorsPapers, DocumentCategories.Supervision);

    public static IReadOnlyList<Source> All => field ??= [.. typeof(Sources).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Source>()];

    public static Source? Find(string? key) => All.FirstOrDefault(s => s.Key == key);

    public static Source Get(string key) => Find(key) ?? throw new ArgumentException($"Papers come from no '{key}'", nameof(key));
}
