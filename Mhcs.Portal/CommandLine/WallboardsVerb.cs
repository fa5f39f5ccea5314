using System.CommandLine;
using Mhcs.Domain.People;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.CommandLine;

/// <summary>wallboards add --team T --name WHERE, wallboards revoke ID: tokens of screens on walls.</summary>
static class WallboardsVerb
{
    public static Command Command
    {
        get
        {
            var team = new Option<string>("--team") { Description = "A, B or C", Required = true };
            var name = new Option<string>("--name") { Description = "Where the screen hangs", Required = true };
            var add = new Command("add", "Make the token of a screen; it is shown this once") { team, name };
            add.SetAction((given, ct) => Add(given.GetRequiredValue(team), given.GetRequiredValue(name).Trim(), ct));
            var id = new Argument<string>("ID") { Description = "The first part of the token, before the dot" };
            var revoke = new Command("revoke", "Revoke the token of a screen: it goes dark") { id };
            revoke.SetAction((given, ct) => Verb.WithPortal(async services => await services.GetRequiredService<Wallboards>().Revoke(given.GetRequiredValue(id), PersonId.Clock, ct)
                ? Verb.Say("Revoked. The screen goes dark within half a minute") : Verb.Refuse("There is no such token, or it was revoked before"), ct));
            return new Command("wallboards", "Screens on walls") { Subcommands = { add, revoke } };
        }
    }

    static async Task<int> Add(string team, string name, CancellationToken ct)
    {
        if (team.ToUpperInvariant() is not ("A" or "B" or "C")) return Verb.Refuse($"There is no team {team}. Use A, B or C");
        if (name.Length is 0 or > 60) return Verb.Refuse("Give the place where the screen hangs, in 60 characters or fewer");
        return await Verb.WithPortal(async services =>
        {
            var (token, secret) = await services.GetRequiredService<Wallboards>().Add(team.ToUpperInvariant(), name, PersonId.Clock, ct);
            return Verb.Say($"Open /wall/sign-in on the screen and enter this token, shown this once: {secret}\nTo revoke it: wallboards revoke {token.Id}");
        }, ct);
    }
}
