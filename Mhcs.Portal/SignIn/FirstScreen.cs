using Mhcs.Domain.People;

namespace Mhcs.Portal.SignIn;

/// <summary>Where a person's day begins.</summary>
public static class FirstScreen
{
    public static string Of(Me me) => me.Grade switch
    {
        Grade.CaseworkAdministrator or Grade.Caseworker or Grade.CaseworkManager => "/my-work",
        Grade.TeamManager => $"/board/{me.Team}",
        Grade.DeputyHead => "/decisions",
        Grade.HeadOfTeam => $"/dashboard/{me.Team}",
        Grade.HeadOfSection => "/section",
        Grade.Auditor => "/audit",
        Grade.SystemAdministrator => "/admin/accounts",
        _ => "/help",
    };
}
