namespace Mhcs.Portal.Boards;

public static class BoardServices
{
    public static void AddBoards(this IServiceCollection services)
    {
        services.AddSingleton<BoardReads>();
        services.AddSingleton<BoardPictures>();
        services.AddSingleton<BoardViews>();
        services.AddSingleton<BoardQuery>();
        services.AddSingleton<MoveQuery>();
        services.AddSingleton<SpreadQuery>();
        services.AddSingleton<MyWorkQuery>();
        services.AddSingleton<EscalationsQuery>();
        services.AddSingleton<MorningQuery>();
        services.AddSingleton<CaseMoves>();
    }
}
