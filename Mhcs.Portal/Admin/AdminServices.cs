namespace Mhcs.Portal.Admin;

public static class AdminServices
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<AccountsQuery>();
        services.AddSingleton<AmendmentDesk>();
        services.AddSingleton<AmendmentsQuery>();
        services.AddSingleton<Documents.Library.TemplatesQuery>();
    }
}
