using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Domain.CaseTypes;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Boards;

/// <summary>The filters of the case list, applied to a reading already made, and how a board speaks of them.</summary>
static class BoardFilters
{
    /// <summary>Everything dated up to the end of the month.</summary>
    public static IReadOnlyList<DueBand> ThisMonth { get; } = [DueBand.Overdue, DueBand.Today, DueBand.Week, DueBand.Month];

    /// <summary>The board of the filter's team, narrowed so.</summary>
    public static string Address(CaseFilter filter) => (filter with { Team = null }).Href($"/board/{filter.Team}");

    public static bool Lets(CaseFilter filter, OpenCase file, DueBands bands) =>
        (filter.Due.Count == 0 || filter.Due.Contains(bands.Of(file.DueOn, file.OverdueAt)))
        && (filter.Types.Count == 0 || filter.Types.Contains(file.TypeKey))
        && (filter.States.Count == 0 || filter.States.Contains(file.StateCode))
        && (filter.Kinds.Count == 0 || filter.Kinds.Contains(AllCaseTypes.Get(file.TypeKey).State(file.StateCode).Kind))
        && (filter.Flags.Count == 0 || filter.Flags.Any(flag => Has(file, flag)))
        && (filter.Ages.Count == 0 || filter.Ages.Contains(AgeBands.Of(file.ReceivedOn, bands.Today)))
        && Owned(filter, file)
        && (filter.Words is not { } words || Says(file, words));

    /// <summary>Each filter in words, with the filter that is left without it. The words somebody looks for stand in their own field.</summary>
    public static IEnumerable<(string Words, CaseFilter Without)> Tags(CaseFilter filter, Func<PersonId, string?> name)
    {
        if (filter.Due.SequenceEqual(ThisMonth)) yield return ("Next date: to the end of this month", filter with { Due = [] });
        else foreach (var band in filter.Due) yield return (band.Label, filter with { Due = [.. filter.Due.Where(b => b != band)] });
        foreach (var type in filter.Types) yield return (AllCaseTypes.Find(type)?.Label ?? type, filter with { Types = [.. filter.Types.Where(t => t != type)] });
        foreach (var flag in filter.Flags) yield return (Words(flag), filter with { Flags = [.. filter.Flags.Where(f => f != flag)] });
        foreach (var age in filter.Ages) yield return (age.Label, filter with { Ages = [.. filter.Ages.Where(a => a != age)] });
        if (filter.Owner is not null) yield return (filter.OwnerId is { } id ? $"Owner: {name(id) ?? "somebody else"}" : "Unassigned only", filter with { Owner = null });
    }

    public static string Words(CaseFlag flag) => flag switch { CaseFlag.HighProfile => "High profile", CaseFlag.VictimLiaison => "Victim liaison (VLO)", _ => "Restricted" };

    static bool Has(OpenCase file, CaseFlag flag) => flag switch { CaseFlag.HighProfile => file.HighProfile, CaseFlag.VictimLiaison => file.Victims, _ => file.Restricted };

    // The unassigned stay in view whoever's column is looked at: that is where new work comes from.
    static bool Owned(CaseFilter filter, OpenCase file) => filter.Owner is null || file.Holder is null || file.Holder == filter.OwnerId;

    static bool Says(OpenCase file, string words) => words.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).All(word =>
        file.Reference.Value.Contains(word, StringComparison.OrdinalIgnoreCase) || file.Patient.Contains(word, StringComparison.OrdinalIgnoreCase) || file.PatientNumber?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
