using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Portal.SignIn;

/// <summary>The people of the invented section whom one click signs in. Outside Development, or without that section, there is no such thing.</summary>
public sealed class InventedSection(People.Staff staff, TimeProvider clock)
{
    public const string Path = "/sign-in/as";

    /// <summary>One person a role, for a team or for those above the teams.</summary>
    public sealed record Group(string Label, IReadOnlyList<Person> People);

    public static bool IsOffered(IHostEnvironment host, IConfiguration configuration) => host.IsDevelopment() && configuration["Mhcs:Seed"] is (null or "" or "Demo");

    public async Task<IReadOnlyList<Group>> Groups(CancellationToken ct)
    {
        var today = London.Day(clock.GetUtcNow());
        var present = (await staff.Everyone(ct)).Values.Where(p => p.Active).OrderBy(p => p.AwayOn(today) is not null).ThenBy(p => p.Id.Value).ToList();
        return [.. present.GroupBy(p => p.Team).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Group(g.Key is null ? "All teams" : $"Team {g.Key}", [.. g.DistinctBy(p => p.Grade).OrderBy(p => p.Grade)]))];
    }
}
