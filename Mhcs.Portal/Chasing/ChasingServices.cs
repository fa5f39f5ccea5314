namespace Mhcs.Portal.Chasing;

public static class ChasingServices
{
    /// <summary>Papers that others owe us: the list, and the letters that ask for them.</summary>
    public static void AddChasing(this IServiceCollection services)
    {
        services.AddSingleton<OwedQuery>();
        services.AddSingleton<ChaseDesk>();
    }
}
