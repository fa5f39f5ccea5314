using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Domain.Workload;

namespace Mhcs.Portal.Cases;

/// <summary>How many cases are alike in everything a list can be narrowed by: counted once for all filters.</summary>
public sealed record CaseCell(string Team, string Type, string State, StateKind Kind, PersonId? Owner, DueBand Due, AgeBand Age, bool HighProfile, bool VictimScheme, bool Restricted, bool BroughtForward, int Count)
{
    public bool Has(CaseFlag flag) => flag switch { CaseFlag.HighProfile => HighProfile, CaseFlag.VictimLiaison => VictimScheme, CaseFlag.BroughtForward => BroughtForward, _ => Restricted };
}

/// <summary>The counts beside the values of the filters, and what a list would hold without one of them.</summary>
public sealed record CaseCounts(IReadOnlyList<CaseCell> Cells)
{
    public int Total(CaseFilter filter) => Fitting(filter).Sum(c => c.Count);

    // Each group of values is counted under the other groups: what ticking one more would bring. All values of a group in one walk.
    public Func<DueBand, int> ByDue(CaseFilter filter) => By(filter with { Due = [] }, c => c.Due);
    public Func<AgeBand, int> ByAge(CaseFilter filter) => By(filter with { Ages = [] }, c => c.Age);
    public Func<StateKind, int> ByKind(CaseFilter filter) => By(filter with { Kinds = [] }, c => c.Kind);
    public Func<string, int> ByType(CaseFilter filter) => By(filter with { Types = [], States = [] }, c => c.Type);
    public Func<string, int> ByState(CaseFilter filter) => By(filter with { States = [] }, c => c.State);
    public Func<PersonId?, int> ByOwner(CaseFilter filter) => By(filter with { Owner = null }, c => c.Owner);
    public Func<string, int> ByTeam(CaseFilter filter) => By(filter with { Team = null }, c => c.Team);

    public Func<CaseFlag, int> ByFlag(CaseFilter filter)
    {
        // A case has several flags, and most have none.
        var flagged = Fitting(filter with { Flags = [] }).Where(c => c.HighProfile || c.VictimScheme || c.Restricted || c.BroughtForward).ToList();
        return flag => flagged.Where(c => c.Has(flag)).Sum(c => c.Count);
    }

    /// <summary>The people who hold some of these cases.</summary>
    public IEnumerable<PersonId> Owners(CaseFilter filter) => Fitting(filter with { Owner = null }).Select(c => c.Owner).OfType<PersonId>().Distinct();

    Func<T, int> By<T>(CaseFilter filter, Func<CaseCell, T> key)
    {
        var found = Fitting(filter).ToLookup(key);
        return value => found[value].Sum(c => c.Count);
    }

    IEnumerable<CaseCell> Fitting(CaseFilter filter) => Cells.Where(c => Fits(c, filter));

    static bool Fits(CaseCell cell, CaseFilter filter) =>
        (filter.Team is null || filter.Team == cell.Team)
        && Any(filter.Due, cell.Due) && Any(filter.Ages, cell.Age) && Any(filter.Kinds, cell.Kind) && Any(filter.Types, cell.Type) && Any(filter.States, cell.State)
        && (filter.Flags.Count == 0 || filter.Flags.Any(cell.Has))
        && (filter.Owner is null || (filter.Owner == CaseFilter.Nobody ? cell.Owner is null : cell.Owner is { } owner && owner == filter.OwnerId));

    static bool Any<T>(IReadOnlyList<T> asked, T value) => asked.Count == 0 || asked.Contains(value);
}
