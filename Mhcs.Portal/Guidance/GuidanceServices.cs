namespace Mhcs.Portal.Guidance;

public static class GuidanceServices
{
    public static void AddGuidance(this IServiceCollection services)
    {
        services.AddSingleton<GuidanceDesk>();
        services.AddSingleton<GuidanceQuery>();
        services.AddSingleton<GuidanceShelf>();
    }
}
