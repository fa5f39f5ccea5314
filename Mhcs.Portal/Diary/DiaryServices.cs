namespace Mhcs.Portal.Diary;

public static class DiaryServices
{
    /// <summary>The diary and what fills it: a new source is one line here.</summary>
    public static void AddDiary(this IServiceCollection services)
    {
        services.AddSingleton<IDiarySource, HearingsSource>();
        services.AddSingleton<IDiarySource, MeetingsSource>();
        services.AddSingleton<IDiarySource, LeaveSource>();
        services.AddSingleton<IDiarySource, CaseDatesSource>();
        services.AddSingleton<IDiarySource, AbsencesSource>();
        services.AddSingleton<IDiarySource, EngagementSource>();
        services.AddSingleton<DiaryEntries>();
        services.AddSingleton<DiaryQuery>();
        services.AddSingleton<MeetingDesk>();
    }
}
