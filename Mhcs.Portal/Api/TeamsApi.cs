using Mhcs.Domain.Workload;
using Mhcs.Portal.Boards;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Dashboards;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Api;

/// <summary>/teams/{team}: the figures of the board.</summary>
static class TeamsApi
{
    /// <param name="LoadPercent">Load points against what the people at work can carry.</param>
    /// <param name="People">Each person, for those who lead the team; otherwise only the caller.</param>
    public sealed record Workload(string Team, DateTimeOffset At, int Open, int Unassigned, int Overdue, int DueToday, int LoadPoints, int Capacity, int LoadPercent, IReadOnlyList<PersonLoad> People);
    public sealed record PersonLoad(string UserName, string Name, bool Away, int Held, int Overdue, int DueThisWeek, int LoadPoints, int Capacity, int LoadPercent);

    /// <param name="ByAge">Open cases by weeks since receipt.</param>
    public sealed record Dashboard(string Team, DateTimeOffset At, int Open, int Unassigned, int Overdue, int DueToday, int Deciding, int LoadPoints, IReadOnlyDictionary<string, int> ByAge);

    public static void MapTeams(this RouteGroupBuilder casework)
    {
        casework.MapGet("/teams/{team}/workload", async (string team, HttpContext http, BoardQuery boards, Staff staff) =>
        {
            if (await boards.For(http.Me(), await Seen(team, http, staff), new CaseFilter(), http.RequestAborted) is not { } board) return Reply.Refuse(Problem.NotFound);
            var people = await staff.Everyone(http.RequestAborted);
            var leads = board.Manages;
            return Reply.Ok(new Workload(board.Team.Code, board.At, board.Sums.Open, board.Sums.Unassigned, board.Sums.Overdue, board.Sums.DueToday, board.Sums.Load.Points, board.Sums.Load.Capacity, board.Sums.Load.Percent,
                [.. board.People.Where(c => leads || c.Holder == board.Me).Select(c => new PersonLoad(people[c.Holder!.Value].UserName, c.Name, c.Away, c.Held, c.Overdue, c.ThisWeek, c.Load.Points, c.Load.Capacity, c.Load.Percent))]));
        }).Produces<Workload>().WithSummary("What a team carries now");

        casework.MapGet("/teams/{team}/dashboard", async (string team, HttpContext http, TeamFiguresQuery figures, Staff staff, TimeProvider clock) =>
        {
            var (code, now) = (await Seen(team, http, staff), clock.GetUtcNow());
            var at = http.Request.Query["asOf"].ToString() is { Length: > 0 } given ? Reply.Instant(given, "asOf") : now;
            if (at > now) return Reply.Refuse(Problem.Malformed("asOf lies in the future"));
            return await figures.At(http.Me(), code, at, http.RequestAborted) is { } f
                ? Reply.Ok(new Dashboard(code, at, f.Open, f.Unassigned, f.Overdue, f.DueToday, f.Deciding, f.Points, AgeBands.All.ToDictionary(b => b.Label, f.OfAge))) : Reply.Refuse(Problem.NotFound);
        }).Produces<Dashboard>().WithSummary("The figures of the team's dashboard, now or as of any instant").Listing("asOf");
    }

    /// <summary>The team's code, if there is such a team (404) and it is the caller's to see (403).</summary>
    static async Task<string> Seen(string team, HttpContext http, Staff staff)
    {
        if (team is not ("A" or "B" or "C")) throw new ApiFault(Problem.NotFound);
        return await staff.Actor(http.Me(), http.RequestAborted) is { } actor && actor.SeesTeam(team) ? team : throw new ApiFault(Problem.NotEntitled("The figures of another team are not yours to see"));
    }
}
