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
    public int Total(CaseFilter filter) => Sum(filter, _ => true);

    // Each group of values is counted under the other groups: what ticking one more would bring.
    public int With(CaseFilter filter, DueBand band) => Sum(filter with { Due = [] }, c => c.Due == band);
    public int With(CaseFilter filter, AgeBand band) => Sum(filter with { Ages = [] }, c => c.Age == band);
    public int With(CaseFilter filter, StateKind kind) => Sum(filter with { Kinds = [] }, c => c.Kind == kind);
    public int With(CaseFilter filter, CaseFlag flag) => Sum(filter with { Flags = [] }, c => c.Has(flag));
    public int WithType(CaseFilter filter, string type) => Sum(filter with { Types = [], States = [] }, c => c.Type == type);
    public int WithState(CaseFilter filter, string state) => Sum(filter with { States = [] }, c => c.State == state);
    public int WithOwner(CaseFilter filter, PersonId? owner) => Sum(filter with { Owner = null }, c => c.Owner == owner);
    public int WithTeam(CaseFilter filter, string team) => Sum(filter with { Team = null }, c => c.Team == team);

    /// <summary>The people who hold some of these cases.</summary>
    public IEnumerable<PersonId> Owners(CaseFilter filter) =>
        Cells.Where(c => Fits(c, filter with { Owner = null })).Select(c => c.Owner).OfType<PersonId>().Distinct();

    int Sum(CaseFilter filter, Func<CaseCell, bool> where) => Cells.Where(c => where(c) && Fits(c, filter)).Sum(c => c.Count);

    static bool Fits(CaseCell cell, CaseFilter filter) =>
        (filter.Team is null || filter.Team == cell.Team)
        && Any(filter.Due, cell.Due) && Any(filter.Ages, cell.Age) && Any(filter.Kinds, cell.Kind) && Any(filter.Types, cell.Type) && Any(filter.States, cell.State)
        && (filter.Flags.Count == 0 || filter.Flags.Any(cell.Has))
        && (filter.Owner is null || (filter.Owner == CaseFilter.Nobody ? cell.Owner is null : cell.Owner is { } owner && owner == filter.OwnerId));

    static bool Any<T>(IReadOnlyList<T> asked, T value) => asked.Count == 0 || asked.Contains(value);
}
