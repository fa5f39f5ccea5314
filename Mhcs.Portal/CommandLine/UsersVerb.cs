using System.CommandLine;
using Mhcs.Domain.People;
using Mhcs.Portal.SignIn;

namespace Mhcs.Portal.CommandLine;

/// <summary>users add NAME --role R --team T. The password comes by standard input, or one is made and shown this once.</summary>
static class UsersVerb
{
    public static Command Command
    {
        get
        {
            var name = new Argument<string>("NAME") { Description = "User name, such as r.teasel" };
            var role = new Option<string>("--role") { Description = Roles.Choices, Required = true };
            var team = new Option<string?>("--team") { Description = "A, B or C; left out for those in no team" };
            var add = new Command("add", "Add an account, and the person where nobody of that name works here yet. A password may be given on standard input") { name, role, team };
            add.SetAction((given, ct) => Add(given.GetRequiredValue(name), given.GetRequiredValue(role), given.GetValue(team), ct));
            return new Command("users", "Accounts") { Subcommands = { add, Admit("disable", false, "Let a person in no longer: their open screens close within half a minute"), Admit("enable", true, "Let a person in again") } };
        }
    }

    static Command Admit(string verb, bool admitted, string description)
    {
        var name = new Argument<string>("NAME") { Description = "User name" };
        var command = new Command(verb, description) { name };
        command.SetAction((given, ct) => Verb.WithPortal(async services => await services.GetRequiredService<Accounts>().Admit(given.GetRequiredValue(name), admitted, PersonId.Clock, ct)
            ? Verb.Say($"{given.GetRequiredValue(name)} may {(admitted ? "sign in again" : "no longer sign in")}") : Verb.Refuse($"There is nobody called {given.GetRequiredValue(name)}"), ct));
        return command;
    }

    static async Task<int> Add(string name, string role, string? team, CancellationToken ct)
    {
        if (Roles.NameFault(name) is { } nameFault) return Verb.Refuse(nameFault);
        if (Roles.Grade(role) is not { } grade) return Verb.Refuse($"There is no role {role}. {Roles.Choices}");
        if (Roles.Team(grade, team, out var fault) is var placed && fault is not null) return Verb.Refuse(fault);
        var given = Console.IsInputRedirected ? await Console.In.ReadLineAsync(ct) : null;
        var password = string.IsNullOrEmpty(given) ? Accounts.NewPassword() : given;
        return await Verb.WithPortal(async services => await services.GetRequiredService<Accounts>().Create(name, grade, placed, password, PersonId.Clock, ct: ct) is { Count: > 0 } faults
            ? Verb.Refuse(string.Join('\n', faults))
            : Verb.Say(string.IsNullOrEmpty(given) ? $"Added {name}, {grade.Label.ToLowerInvariant()}. Password, shown this once: {password}" : $"Added {name}, {grade.Label.ToLowerInvariant()}"), ct);
    }
}
