using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.Api;

/// <summary>/session: sign in, who am I, sign out.</summary>
static class SessionApi
{
    const string Path = "/session";

    public sealed record Credentials(string? UserName, string? Password);
    /// <param name="Acting">Posts lent by cover today.</param>
    public sealed record Answer(string UserName, string Role, string? Team, IReadOnlyList<Acting> Acting, string CsrfToken);
    public sealed record Acting(string For, string Role, string? Team);

    public sealed record Passwords(string? Current, string? New);

    public static bool IsSignIn(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.Equals(ApiServices.Root + Path, StringComparison.OrdinalIgnoreCase);

    public static void MapSession(this RouteGroupBuilder api)
    {
        api.MapPost(Path, async (Body<Credentials> body, Accounts accounts, HttpContext http) =>
        {
            if (body.Value is not { UserName: { Length: > 0 and < 200 } userName, Password: { Length: > 0 and < 1000 } password })
                return new ProblemAnswer(Problem.Malformed("Give userName and password"));
            switch (await accounts.SignIn(userName, password, http.Address(), http.RequestAborted))
            {
                case SignInAnswer.Good good:
                    await http.Begin(good);
                    return Results.NoContent();
                case SignInAnswer.Later later:
                    return new ProblemAnswer(new(429, "too-many-tries", "Too many tries. Wait, then try again") { RetryAfter = (int)Math.Ceiling(later.Wait.TotalSeconds) });
                default:
                    return new ProblemAnswer(new(401, "sign-in-failed", "The user name and the password are together not one of ours"));
            }
        }).AllowAnonymous().Produces(204).WithSummary("Sign in");

        api.MapGet(Path, async (HttpContext http, CsrfToken token, People.Staff staff) =>
        {
            var me = Me.Of(http.User)!;
            var lent = (await staff.Actor(me.Id, http.RequestAborted))?.Posts.Where(p => p.Holder != me.Id) ?? [];
            return Results.Json(new Answer(me.UserName, me.Grade.ToString(), me.Team, [.. lent.Select(p => new Acting(p.HolderName, p.Grade.ToString(), p.Team))], token.For(http.User.SessionId()!)), ApiJson.Options);
        }).Produces<Answer>().WithSummary("Who is signed in, and the token to send with changes");

        api.MapPut($"{Path}/password", async (Body<Passwords> body, Accounts accounts, HttpContext http) =>
            await accounts.ChangePassword(http.Me(), body.Value.Current, body.Value.New, http.User.SessionId()!, http.Address(), http.RequestAborted) is { Count: > 0 } faults
                ? Reply.Refuse(Problem.Refused(faults)) : Results.NoContent()).Produces(204).WithSummary("Change one's password; one's other sessions end");

        api.MapDelete(Path, async (HttpContext http) =>
        {
            await http.End();
            return Results.NoContent();
        }).Produces(204).WithSummary("Sign out: ends the session on the server, its circuits and hub connections too");
    }
}
