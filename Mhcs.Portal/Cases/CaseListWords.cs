using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;

namespace Mhcs.Portal.Cases;

/// <summary>How the list of cases speaks: its order, its number, the tags of its filters.</summary>
static class CaseListWords
{
    public static string Number(int cases) => cases == 1 ? "1 case" : $"{cases:N0} cases";

    public static string Sorted(CaseOrder order) => order switch
    {
        (CaseColumn.Due, false) => "Sorted by next date, soonest first.",
        (CaseColumn.Due, true) => "Sorted by next date, latest first.",
        (CaseColumn.Age, false) => "Sorted by days open, fewest first.",
        (CaseColumn.Age, true) => "Sorted by days open, most first.",
        var (column, descending) => $"Sorted by {column.ToString().ToLowerInvariant()}, {(descending ? "Z to A" : "A to Z")}.",
    };

    /// <summary>The filters that leave nothing even by themselves.</summary>
    public static IEnumerable<string> EmptyAlone(CaseFilter filter, CasePage page)
    {
        var all = new CaseFilter { Shown = filter.Shown, Words = filter.Words };
        CaseFilter[] alone = [.. filter.Due.Select(b => all with { Due = [b] }), .. filter.Types.Select(t => all with { Types = [t] }), .. filter.Kinds.Select(k => all with { Kinds = [k] }),
            .. filter.Flags.Select(f => all with { Flags = [f] }), .. filter.Ages.Select(a => all with { Ages = [a] }), .. filter.Owner is { } owner ? [all with { Owner = owner }] : Array.Empty<CaseFilter>()];
        return alone.Where(f => page.Counts.Total(f) == 0).Select(f => Tags(f with { Words = null, Shown = CasesShown.Open }, page).First().Words);
    }

    /// <summary>Each filter in words, with the filter that is left when it is taken away.</summary>
    public static IEnumerable<(string Words, CaseFilter Without)> Tags(CaseFilter filter, CasePage page)
    {
        if (filter.Words is { } words) yield return ($"“{words}”", filter with { Words = null });
        if (filter.Team is { } team && page.Teams.Count > 1) yield return (page.Teams.FirstOrDefault(t => t.Code == team)?.Name ?? $"Team {team}", filter with { Team = null });
        if (filter.Shown != CasesShown.Open) yield return (filter.Shown == CasesShown.Closed ? "Closed cases" : "Open and closed cases", filter with { Shown = CasesShown.Open });
        foreach (var band in filter.Due) yield return (band.Label, filter with { Due = [.. filter.Due.Where(b => b != band)] });
        foreach (var type in filter.Types) yield return (AllCaseTypes.Find(type)?.Label ?? type, filter with { Types = [.. filter.Types.Where(t => t != type)], States = [] });
        foreach (var state in filter.States) yield return (StateWords(filter, state), filter with { States = [.. filter.States.Where(s => s != state)] });
        foreach (var kind in filter.Kinds) yield return ($"Waits for {CaseFilters.KindWords(kind).ToLowerInvariant()}", filter with { Kinds = [.. filter.Kinds.Where(k => k != kind)] });
        foreach (var flag in filter.Flags) yield return (CaseFilters.FlagWords(flag), filter with { Flags = [.. filter.Flags.Where(f => f != flag)] });
        foreach (var age in filter.Ages) yield return (CaseFilters.AgeWords(age), filter with { Ages = [.. filter.Ages.Where(a => a != age)] });
        if (filter.Owner is { } owner) yield return (OwnerWords(owner, filter.OwnerId, page), filter with { Owner = null });
    }

    /// <summary>The lists that people ask for most.</summary>
    public static IEnumerable<(string Words, CaseFilter Filter)> Views(string? team, PersonId me)
    {
        var all = new CaseFilter { Team = team };
        yield return ("All open", all);
        yield return ("Mine", all with { Owner = me.ToString() });
        yield return ("Unassigned", all with { Owner = CaseFilter.Nobody });
        yield return ("Overdue", all with { Due = [DueBand.Overdue] });
        yield return ("Due this week", all with { Due = [DueBand.Today, DueBand.Week] });
        yield return ("Decisions waiting", all with { Kinds = [StateKind.Deciding] });
    }

    static string StateWords(CaseFilter filter, string state) =>
        filter.Types is [var type] && AllCaseTypes.Find(type)?.States.FirstOrDefault(s => s.Code == state) is { } known ? known.Label : state;

    static string OwnerWords(string owner, PersonId? id, CasePage page) =>
        owner == CaseFilter.Nobody ? "Unassigned" : id is { } person && page.People.TryGetValue(person, out var known) ? known.Name : "Somebody else";
}
