using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Mhcs.Portal.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Api;

/// <summary>/users, /admin: accounts, backups and wallboards, for the system administrator.</summary>
static class AdminApi
{
    public sealed record User(string UserName, string Name, string Role, string? Team, bool Active, bool HasAccount);
    public sealed record BackupAnswer(string File, long Size, DateTimeOffset At);
    public sealed record NewWallboard(string? Team, string? Name);
    public sealed record MadeWallboard(string Id, string Team, string Name, string Token);

    public static void MapAdmin(this RouteGroupBuilder api)
    {
        var admin = api.MapGroup("").RequireAuthorization(Policies.Accounts);
        admin.MapGet("/users", async (HttpContext http, Staff staff, IDbContextFactory<PortalDb> dbs) =>
        {
            await using var db = await dbs.CreateDbContextAsync(http.RequestAborted);
            var accounts = (await db.Users.AsNoTracking().Select(a => a.PersonId).ToListAsync(http.RequestAborted)).ToHashSet();
            return Reply.Ok((await staff.Everyone(http.RequestAborted)).Values.OrderBy(p => p.UserName, StringComparer.Ordinal).Select(p => new User(p.UserName, p.Name, p.Grade.ToString(), p.Team, p.Active, accounts.Contains(p.Id))));
        }).Produces<IReadOnlyList<User>>().WithSummary("Who works here and who can sign in");

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
}
