using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Boards;

/// <summary>A team's board as one person may see it.</summary>
public sealed class BoardQuery(BoardReads reads, BoardPictures pictures, BoardViews views, Staff staff, Occasions occasions)
{
    /// <summary>Cards a column shows before it says "more".</summary>
    public const int Most = 6;

    /// <summary>Cards it shows above them because they have just come.</summary>
    public const int MostNew = 6;

    /// <summary>Null where the team does not exist for this person.</summary>
    public async Task<Board?> For(PersonId me, string team, CaseFilter filter, CancellationToken ct = default)
    {
        if (await Reading(me, team, ct) is not (var on, var reading, var hidden)) return null;
        var picture = pictures.Of(reading, hidden, filter, await staff.Everyone(ct), on);
        var manages = on.By.Posts.Any(p => p.Grade.AssignsOthers && (p.Grade == Grade.HeadOfSection || p.Team == team));
        var kept = await views.Kept(me, picture, ct);
        return new(picture, me, manages, picture.At, kept.Count == 0 ? picture.Views : [.. picture.Views, .. kept]);
    }

    /// <summary>Everything open in the team that this person may see; null where the team does not exist for them.</summary>
    public async Task<(Occasion On, IReadOnlyList<OpenCase> Cases)?> Seen(PersonId me, string team, CancellationToken ct = default) =>
        await Reading(me, team, ct) is (var on, var reading, var hidden) ? (on, [.. reading.Open.Values.Where(c => !hidden.Contains(c.Id))]) : null;

    async Task<(Occasion On, TeamCases Reading, IReadOnlySet<int> Hidden)?> Reading(PersonId me, string team, CancellationToken ct)
    {
        if (await occasions.For(me, ct) is not { } on || !on.By.SeesTeam(team) || on.Book.Teams.Find(team) is null) return null;
        var reading = await reads.Of(team, ct);
        return (on, reading, reading.HiddenFrom(on.By));
    }

    /// <summary>Those who can be given cases, and anybody else who still holds one.</summary>
    public static IEnumerable<Person> Holders(IReadOnlyDictionary<PersonId, Person> people, IEnumerable<OpenCase> cases, string team)
    {
        var held = cases.Select(c => c.Holder).OfType<PersonId>().ToHashSet();
        return people.Values.Where(p => held.Contains(p.Id) || (p.Active && p.Team == team && p.Grade.HoldsCases))
            .OrderByDescending(p => p.Grade).ThenBy(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>What stands under a name: an absence now or within a week, part time, or the grade.</summary>
    public static (string Words, bool Away) LineOf(Person person, DateOnly today)
    {
        var absence = person.AwayOn(today) ?? person.AwaySoon(today, 7);
        if (absence is { } away) return ($"Away {Days(away)}", true);
        return (person.WorkingPercent < 100 ? $"{person.WorkingPercent}% of full time" : person.Grade.Label, false);
    }

    static string Days(Absence away) => away.From.Month == away.To.Month && away.From.Year == away.To.Year
        ? $"{away.From.Day} to {Day(away.To)}"
        : $"{away.From.ToString("d MMM", CultureInfo.InvariantCulture)} to {away.To.ToString("d MMM", CultureInfo.InvariantCulture)}";

    static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
