using Mhcs.Portal.Audit;
using Mhcs.Portal.Confidential;
using Mhcs.Portal.Contacts;
using Mhcs.Portal.Dashboards;
using Mhcs.Portal.Guidance;
using Mhcs.Portal.Endings;
using Mhcs.Portal.Feed;
using Mhcs.Portal.Hearings;
using Mhcs.Portal.Patients;
using Mhcs.Portal.People;
using Mhcs.Portal.Quality;

namespace Mhcs.Portal.Cases;

public static class ListServices
{
    /// <summary>Lists of cases and patients, dashboards, quality, people and the trail.</summary>
    public static void AddLists(this IServiceCollection services)
    {
        services.AddSingleton<CaseListQuery>();
        services.AddSingleton<FindQuery>();
        services.AddSingleton<TasksQuery>();
        services.AddSingleton<PatientListQuery>();
        services.AddSingleton<PatientQuery>();
        services.AddSingleton<PatientDesk>();
        services.AddSingleton<TeamFiguresQuery>();
        services.AddSingleton<DecisionFrame>();
        services.AddSingleton<QualityDesk>();
        services.AddSingleton<QualityQuery>();
        services.AddSingleton<TrailQuery>();
        services.AddSingleton<CoverDesk>();
        services.AddSingleton<TeamPeopleQuery>();
        services.AddSingleton<TribunalQuery>();
        services.AddSingleton<Correspondence.LikeQuery>();
        services.AddContacts();
        services.AddGuidance();
        services.AddSingleton<IOpensByTime, ReferenceDuties>();
        services.AddSingleton<IOpensByTime, ReleaseDates>();
        services.AddSingleton<IOpensByTime, AnnualReports>();
        services.AddSingleton<ConfidentialDesk>();
        services.AddSingleton<ConfidentialQuery>();
        services.AddSingleton<RetentionDesk>();
        services.AddSingleton<RetentionQuery>();
        services.AddSingleton<SpeakUpDesk>();
    }
}
