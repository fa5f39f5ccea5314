using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;
using Mhcs.Portal.People;
using static Mhcs.Portal.Api.QueryParameters;

namespace Mhcs.Portal.Api;

/// <summary>The filters of /cases and the exports, from a query string to the filter that the pages use.</summary>
sealed record CaseFilters(CaseFilter Filter, CaseOrder Order)
{
    static readonly Dictionary<string, DueBand[]> Standings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["overdue"] = [DueBand.Overdue],
        ["dueSoon"] = [DueBand.Today, DueBand.Week],
        ["onTrack"] = [DueBand.Month, DueBand.Later, DueBand.None],
    };

    /// <summary>What it doesn't know it refuses, naming it: a typing error must not widen a list.</summary>
    public static async Task<CaseFilters> Read(HttpContext http, Staff staff)
    {
        var query = http.Request.Query;
        var team = Team(query["team"]);
        var actor = await staff.Actor(http.Me(), http.RequestAborted) ?? throw new ApiFault(Problem.NotEntitled("You may no longer sign in"));
        if (team is not null && !actor.SeesTeam(team)) throw new ApiFault(Problem.NotEntitled("Cases of another team are not yours to list"));
        var types = Each(query["type"]).ToList();
        if (types.Find(t => AllCaseTypes.Find(t) is null) is { } type) throw Unknown("type", type, AllCaseTypes.All.Select(t => t.Key));
        var states = Each(query["state"]).ToList();
        var known = AllCaseTypes.All.Where(t => types.Count == 0 || types.Contains(t.Key)).SelectMany(t => t.States).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        if (states.Find(s => !known.Contains(s)) is { } state) throw Unknown("state", state, ["the codes of /case-types"]);

        return new(new CaseFilter
        {
            Team = team, Types = types, States = states, Owner = await Owner(query["assignee"], query["unassigned"], staff),
            Due = [.. Each(query["standing"]).SelectMany(s => Standings.GetValueOrDefault(s) ?? throw Unknown("standing", s, Standings.Keys))],
            Shown = Word(query["shown"], CasesShown.Open, "shown"),
            Flags = [.. Each(query["flag"]).Select(f => Word(f, CaseFlag.Restricted, "flag"))],
            Ages = [.. Each(query["age"]).Select(a => Word(a, AgeBand.Under4, "age"))],
        }, Sort(query["sort"]));
    }

    public static string? Team(string? given) => given is null or "" ? null : given.ToUpperInvariant() is "A" or "B" or "C" ? given.ToUpperInvariant() : throw Unknown("team", given, ["A", "B", "C"]);

    static async Task<string?> Owner(string? assignee, string? unassigned, Staff staff)
    {
        if (unassigned is not (null or "" or "true" or "false")) throw Unknown("unassigned", unassigned, ["true", "false"]);
        if (unassigned is "true") return CaseFilter.Nobody;
        if (assignee is null or "") return null;
        return await staff.Find(assignee) is { } person ? person.Id.ToString() : throw new ApiFault(Problem.Malformed("assignee must be the user name of somebody who works here"));
    }

    // A minus sign before the column turns it round, as in sort=-age.
    static CaseOrder Sort(string? sort) => sort is null or "" ? new() : new(Word(sort.TrimStart('-'), CaseColumn.Due, "sort"), sort[0] == '-');
}
