namespace Mhcs.Portal.Victims;

public static class VictimServices
{
    public static void AddVictims(this IServiceCollection services)
    {
        services.AddSingleton<VictimDesk>();
        services.AddSingleton<VictimQuery>();
        services.AddSingleton<VictimsQuery>();
    }
}
