using System.Globalization;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Boards;

/// <summary>A team's board as one person may see it: the shared reading, narrowed to their sight before anything is counted.</summary>
public sealed class BoardQuery(BoardReads reads, BoardViews views, Staff staff, Occasions occasions)
{
    /// <summary>Cards a column shows before it says "more".</summary>
    public const int Most = 10;
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>Null where the team does not exist for this person.</summary>
    public async Task<Board?> For(PersonId me, string team, CaseFilter filter, CancellationToken ct = default)
    {
        if (await Seen(me, team, ct) is not (var on, var cases, var touched)) return null;
        var bands = new DueBands(on.At);
        var people = await staff.Everyone(ct);
        var holders = Holders(people, cases, team).ToList();
        var byHolder = cases.ToLookup(c => c.Holder);
        var shown = cases.Where(c => BoardFilters.Lets(filter, c, bands)).ToHashSet();
        var draw = new Cards(on, bands, people, touched, holders);
        var manages = on.By.Posts.Any(p => p.Grade.AssignsOthers && (p.Grade == Grade.HeadOfSection || p.Team == team));

        Caseload Column(Person? person)
        {
            var held = byHolder[person?.Id].ToList();
            var (line, away) = person is null ? ($"Weight {held.Sum(c => c.Weight)}", false) : LineOf(person, on.Today);
            var let = held.Where(shown.Contains).OrderBy(c => c.Urgency).ToList();
            // What has just come here is shown, however late its date, and above the rest: there it is looked for.
            var cards = let.Skip(Most).Where(draw.CameHere).Concat(let.Take(Most)).Select(draw.Card).ToList();
            return new(person?.Id, person?.Name ?? "Unassigned", line, away, person is null ? (manages ? null : "Only a team manager puts cases back") : Refuses(person, team, on, manages),
                new Load(held.Sum(c => c.Weight), person?.Capacity ?? 0), held.Count, held.Count(c => draw.Band(c) == DueBand.Overdue), held.Count(c => draw.Band(c) is DueBand.Today or DueBand.Week),
                cards, let.Count - cards.Count);
        }

        var pool = Column(null);
        var columns = holders.Where(p => filter.OwnerId is not { } owner || p.Id == owner).Select(Column).ToList();
        var load = holders.Select(p => new Load(byHolder[p.Id].Sum(c => c.Weight), p.Capacity)).Aggregate(Load.None, Load.Add);
        pool = pool with { Line = $"Weight {pool.Load.Points}: {new Load(pool.Load.Points, load.Capacity).Percent}% of team capacity" };
        var sums = new BoardSums(cases.Count, pool.Held, cases.Count(c => draw.Band(c) == DueBand.Overdue), cases.Count(c => draw.Band(c) == DueBand.Today), load);
        return new(on.Book.Teams.Find(team)!, on.At, me, manages, pool, columns, holders.ToDictionary(p => p.Id, p => p.Name), sums, shown.Count, Oldest(byHolder[null], on.Today),
            await views.For(on, team, cases, holders, bands, ct), cases.ToDictionary(c => c.Reference, c => new Whereabouts(c.Version, c.Holder, draw.Band(c), touched.GetValueOrDefault(c.Id))));
    }

    /// <summary>Everything open in the team that this person may see; null where the team does not exist for them.</summary>
    public async Task<(Occasion On, IReadOnlyList<OpenCase> Cases, IReadOnlyDictionary<int, Touch> Touched)?> Seen(PersonId me, string team, CancellationToken ct = default)
    {
        if (await occasions.For(me, ct) is not { } on || !on.By.SeesTeam(team) || on.Book.Teams.Find(team) is null) return null;
        var reading = await reads.Of(team, ct);
        var all = on.By.SeesAllTeams();
        return (on, [.. reading.Open.Values.Where(c => all || !c.Restricted || c.Named.Contains(me))], reading.Touched);
    }

    /// <summary>Those who can be given cases, and anybody else who still holds one.</summary>
    public static IEnumerable<Person> Holders(IReadOnlyDictionary<PersonId, Person> people, IReadOnlyList<OpenCase> cases, string team)
    {
        var held = cases.Select(c => c.Holder).OfType<PersonId>().ToHashSet();
        return people.Values.Where(p => held.Contains(p.Id) || (p.Active && p.Team == team && p.Grade.HoldsCases))
            .OrderByDescending(p => p.Grade).ThenBy(p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>What stands under a name: an absence now or within a week, part time, or the grade.</summary>
    public static (string Words, bool Away) LineOf(Person person, DateOnly today)
    {
        var absence = person.AwayOn(today) ?? person.Absences.Where(a => a.From > today && a.From <= today.AddDays(7)).MinBy(a => a.From);
        if (absence is { } away) return ($"Away {Days(away)}", true);
        return (person.WorkingPercent < 100 ? $"{person.Grade.Label}, {person.WorkingPercent}% of full time" : person.Grade.Label, false);
    }

    static string Days(Absence away) => away.From.Month == away.To.Month && away.From.Year == away.To.Year
        ? $"{away.From.Day} to {Day(away.To)}"
        : $"{away.From.ToString("d MMM", CultureInfo.InvariantCulture)} to {away.To.ToString("d MMM", CultureInfo.InvariantCulture)}";

    static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);

    static string? Refuses(Person person, string team, Occasion on, bool manages) =>
        !manages && person.Id != on.By.Id ? "Only a team manager gives cases to others" : person.UnsuitedFor(team, on.Today).FirstOrDefault()?.Brief;

    static string? Oldest(IEnumerable<OpenCase> unassigned, DateOnly today) => unassigned.Select(c => (DateOnly?)c.ReceivedOn).Min() switch
    {
        null => null,
        { } day when day >= today => "Oldest: today",
        { } day when day == today.AddDays(-1) => "Oldest: 1 day",
        { } day => $"Oldest: {today.DayNumber - day.DayNumber} days",
    };

    /// <summary>Draws cases as cards for one person at one moment.</summary>
    sealed class Cards(Occasion on, DueBands bands, IReadOnlyDictionary<PersonId, Person> people, IReadOnlyDictionary<int, Touch> touched, List<Person> holders)
    {
        public DueBand Band(OpenCase file) => bands.Of(file.DueOn, file.OverdueAt);

        public bool CameHere(OpenCase file) => Last(file)?.Kind == nameof(CaseAssigned);

        public BoardCard Card(OpenCase file)
        {
            var chip = Due.Next(file.DueOn, file.OverdueAt, on.At);
            var barred = holders.Where(p => p.HasConflictWith(file.PatientNumber)).Select(p => p.Id).ToList();
            return new(file.Reference, file.Version, file.Holder, file.Patient, $"{file.Type} · {file.State}", file.DueName, Band(file), chip, file.Weight, file.HighProfile, file.Victims,
                file.Restricted, Last(file) is { } last ? Live(last) : null, barred.Count == 0 ? null : string.Join(' ', barred), file.Restricted ? string.Join(' ', file.Named) : null);
        }

        Touch? Last(OpenCase file) => touched.TryGetValue(file.Id, out var touch) && on.At - touch.At < Fresh ? touch : null;

        string Live(Touch touch)
        {
            var at = London.WallClock(touch.At).ToString("HH:mm", CultureInfo.InvariantCulture);
            var who = touch.By == on.By.Id ? "you" : people.GetValueOrDefault(touch.By)?.Name ?? "somebody";
            return touch.Kind switch
            {
                nameof(CaseAssigned) => $"Moved here {at} by {who}",
                nameof(CaseOpened) => $"New {at}",
                nameof(DeadlineMissed) => $"Became overdue {at}",
                nameof(NoteAdded) => $"Note {at}, {who}",
                nameof(StepTaken) => touch.By == PersonId.Clock ? $"Moved on by itself {at}" : $"Moved on {at}, {who}",
                _ => $"Changed {at}, {who}",
            };
        }
    }
}
