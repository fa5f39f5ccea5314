using Mhcs.Portal.Admin;
using Mhcs.Portal.Data;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Api;

/// <summary>/users, /admin: accounts, backups and wallboards, for the system administrator.</summary>
static class AdminApi
{
    /// <param name="Locked">Wrong tries keep the name waiting just now.</param>
    /// <param name="Sessions">How many are open.</param>
    public sealed record User(string UserName, string Name, string Role, string? Team, bool Active, bool HasAccount, bool MustChangePassword, bool Locked, DateTimeOffset? LastSignIn, int Sessions);
    public sealed record NewUser(string? UserName, string? Role, string? Team);
    public sealed record ChangedUser(string? Role, string? Team, bool? Active);
    public sealed record MadePassword(string UserName, string Password);
    public sealed record BackupAnswer(string File, long Size, DateTimeOffset At);
    public sealed record NewWallboard(string? Team, string? Name);
    public sealed record MadeWallboard(string Id, string Team, string Name, string Token);

    public static void MapAdmin(this RouteGroupBuilder api)
    {
        var admin = api.MapGroup("").RequireAuthorization(Policies.Accounts);
        admin.MapGet("/users", async (HttpContext http, AccountsQuery accounts) => Reply.Ok((await accounts.All(http.RequestAborted)).Select(Of)))
            .Produces<IReadOnlyList<User>>().WithSummary("Who works here and who can sign in");

        admin.MapPost("/users", async (Body<NewUser> body, HttpContext http, AccountDesk desk) =>
        {
            var outcome = await desk.Add(body.Value.UserName, body.Value.Role, body.Value.Team, http.Me(), http.RequestAborted);
            return outcome.Done ? Results.Json(new MadePassword(body.Value.UserName!, outcome.Password!), ApiJson.Options, statusCode: 201) : Reply.Refuse(Problem.Refused(outcome.Reasons));
        }).Produces<MadePassword>(201).WithSummary("Add an account; its password is shown this once and must be changed at the first sign-in");

        var user = admin.MapGroup("/users/{userName}");
        user.MapPut("", async (string userName, Body<ChangedUser> body, HttpContext http, AccountDesk desk, AccountsQuery accounts) =>
        {
            if (body.Value is not { Role: { } role, Active: { } active }) return Reply.Refuse(Problem.Malformed("Give role, team (null for those in none) and active"));
            var outcome = await desk.Change(userName, role, body.Value.Team, active, http.Me(), http.RequestAborted);
            return outcome.Done ? Reply.Ok(Of((await accounts.All(http.RequestAborted)).Single(a => a.UserName == userName))) : Refused(outcome);
        }).Produces<User>().WithSummary("Change role and team, disable or enable; the person's sessions end");
        user.MapPost("/password", async (string userName, HttpContext http, AccountDesk desk) =>
            await desk.ResetPassword(userName, http.Me(), http.RequestAborted) is var outcome && outcome.Done ? Reply.Ok(new MadePassword(userName, outcome.Password!)) : Refused(outcome))
            .Produces<MadePassword>().WithSummary("Make a new password, shown this once");
        user.MapDelete("/sessions", async (string userName, HttpContext http, AccountDesk desk) => Answer(await desk.EndSessions(userName, http.Me(), http.RequestAborted))).Produces(204).WithSummary("End every session of a person");
        user.MapDelete("/lock", async (string userName, HttpContext http, AccountDesk desk) => Answer(await desk.Unlock(userName, http.Me(), http.RequestAborted))).Produces(204).WithSummary("Let somebody try again at once whom wrong tries keep waiting");

        admin.MapPost("/admin/backups", async (HttpContext http, Backups backups) =>
        {
            var made = await backups.Make(http.Me(), http.RequestAborted);
            return Results.Json(new BackupAnswer(made.Name, made.Length, new DateTimeOffset(made.LastWriteTimeUtc, TimeSpan.Zero)), ApiJson.Options, statusCode: 201);
        }).Produces<BackupAnswer>(201).WithSummary("Make a backup in the data folder");

        admin.MapPost("/admin/wallboards", async (Body<NewWallboard> body, HttpContext http, Wallboards wallboards) =>
        {
            if (CaseFilters.Team(body.Value.Team) is not { } team || body.Value.Name?.Trim() is not { Length: > 0 and <= 60 } name) return Reply.Refuse(Problem.Malformed("Give the team, and the name of the place where the screen hangs"));
            var (token, secret) = await wallboards.Add(team, name, http.Me(), http.RequestAborted);
            return Results.Json(new MadeWallboard(token.Id, token.Team, token.Name, secret), ApiJson.Options, statusCode: 201);
        }).Produces<MadeWallboard>(201).WithSummary("Make a wallboard token; it is shown this once");

        admin.MapDelete("/admin/wallboards/{id}", async (string id, HttpContext http, Wallboards wallboards) =>
            await wallboards.Revoke(id, http.Me(), http.RequestAborted) ? Results.NoContent() : Reply.Refuse(Problem.NotFound)).Produces(204).WithSummary("Revoke a wallboard token; its screens go dark at once");
    }

    static User Of(AccountRow a) => new(a.UserName, a.Name, a.Role.ToString(), a.Team, a.Active, a.HasAccount, a.MustChangePassword, a.Closed, a.LastSignIn, a.Sessions);

    static IResult Answer(AccountOutcome outcome) => outcome.Done ? Results.NoContent() : Refused(outcome);

    static IResult Refused(AccountOutcome outcome) => Reply.Refuse(outcome.Reasons.Any(r => r.Code == "not-found") ? Problem.NotFound : Problem.Refused(outcome.Reasons));
}
