namespace Mhcs.Portal.Briefings;

public static class BriefingServices
{
    /// <summary>Briefing notes and ministerial submissions.</summary>
    public static void AddBriefings(this IServiceCollection services) => services.AddSingleton<BriefingDesk>();
}
