using Mhcs.Domain.People;
using Mhcs.Portal.Data;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.SignIn;

/// <summary>Accounts that settings ask for at first start: Mhcs:SeedUsers=name:Role:Team;… with Mhcs:SeedPassword.</summary>
public sealed class SeedUsers(Accounts accounts, IDbContextFactory<PortalDb> dbs, IConfiguration configuration, IHostEnvironment host)
{
    public async Task Make(CancellationToken ct = default)
    {
        if (configuration["Mhcs:SeedUsers"] is not { Length: > 0 } given) return;
        var password = configuration["Mhcs:SeedPassword"] is { Length: > 0 } p ? p : throw Wrong("Mhcs:SeedUsers needs a password: give it in Mhcs:SeedPassword");
        var wanted = given.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();

        await using var db = await dbs.CreateDbContextAsync(ct);
        var there = await db.Users.AsNoTracking().Select(a => a.NormalizedUserName!).ToListAsync(ct);
        var missing = wanted.Where(w => !there.Contains(w.Name.ToUpperInvariant())).ToList();
        if (missing.Count > 0 && there.Count > 0 && host.IsProduction())
            throw Wrong($"Mhcs:SeedUsers names {missing[0].Name}, who has no account, and the database is not empty. Use 'users add' instead");
        foreach (var (name, grade, team) in missing)
            if (await accounts.Create(name, grade, team, password, PersonId.Clock, ct: ct) is [var fault, ..]) throw Wrong($"Mhcs:SeedUsers, {name}: {fault}");
    }

    static (string Name, Grade Grade, string? Team) Read(string entry)
    {
        var parts = entry.Split(':', StringSplitOptions.TrimEntries);
        if (parts.Length is < 2 or > 3 || parts[0] is "") throw Wrong($"Mhcs:SeedUsers has '{entry}'. Write name:Role:Team");
        return (parts[0], Roles.Grade(parts[1]) ?? throw Wrong($"Mhcs:SeedUsers has the role '{parts[1]}'. {Roles.Choices}"),
            Roles.Team(Roles.Grade(parts[1])!.Value, parts.ElementAtOrDefault(2), out var fault) is var team && fault is null ? team : throw Wrong($"Mhcs:SeedUsers, {parts[0]}: {fault}"));
    }

    static InvalidOperationException Wrong(string why) => new(why);
}

/// <summary>Role and team as operators write them.</summary>
public static class Roles
{
    public static string Choices { get; } = $"Use one of {string.Join(", ", Enum.GetNames<Grade>())}";

    public static Grade? Grade(string? role) => Enum.TryParse<Grade>(role, ignoreCase: false, out var grade) && Enum.IsDefined(grade) && !char.IsAsciiDigit(role![0]) ? grade : null;

    /// <summary>What is wrong with a user name; null: nothing.</summary>
    public static string? NameFault(string? name) => name is not { Length: > 0 and <= 60 } || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
        ? "A user name has letters, digits, dots, dashes and underscores, 60 at most" : null;

    /// <summary>Each role is in one team, except those above or beside the teams.</summary>
    public static string? Team(Grade grade, string? team, out string? fault)
    {
        var needs = grade.DoesCasework && grade != Domain.People.Grade.HeadOfSection;
        var given = string.IsNullOrWhiteSpace(team) || team is "-" ? null : team.ToUpperInvariant();
        fault = (needs, given) switch
        {
            (true, not ("A" or "B" or "C")) => $"{grade.Label} works in a team: A, B or C",
            (false, not null) => $"{grade.Label} is in no team: leave the team out",
            _ => null,
        };
        return given;
    }
}
