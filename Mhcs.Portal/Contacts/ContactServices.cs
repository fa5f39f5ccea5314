using Mhcs.Portal.Engagement;

namespace Mhcs.Portal.Contacts;

public static class ContactServices
{
    /// <summary>The directory of those outside, and what the section does with them. What other records need of it is added with the store.</summary>
    public static void AddContacts(this IServiceCollection services)
    {
        services.AddSingleton<DirectoryDesk>();
        services.AddSingleton<DirectoryQuery>();
        services.AddSingleton<EntryQuery>();
        services.AddSingleton<EngagementDesk>();
        services.AddSingleton<EngagementQuery>();
    }
}
