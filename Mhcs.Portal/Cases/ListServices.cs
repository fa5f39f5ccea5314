using Mhcs.Portal.Patients;

namespace Mhcs.Portal.Cases;

public static class ListServices
{
    /// <summary>Lists of cases and patients, dashboards and quality.</summary>
    public static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<CaseListQuery>();
        services.AddSingleton<FindQuery>();
        services.AddSingleton<PatientListQuery>();
        services.AddSingleton<PatientQuery>();
    }
}
