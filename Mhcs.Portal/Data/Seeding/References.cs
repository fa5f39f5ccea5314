using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>References by which cases know each other while they are played; the real ones are given at the end, in order of receipt.</summary>
sealed class References(int from)
{
    const string Prefix = "X";
    int _next = from;

    public CaseReference Next() => CaseReference.Of(Prefix, _next++);

    /// <summary>The cases in order of receipt, each with its number: those of the files keep theirs, the others count from one.</summary>
    public static IReadOnlyList<(Played Case, CaseReference Reference, IReadOnlyList<CaseEvent> Events)> Given(IEnumerable<Played> cases)
    {
        Dictionary<string, int> next = new(StringComparer.Ordinal);
        Dictionary<string, CaseReference> given = new(StringComparer.Ordinal);
        var ordered = cases.OrderBy(c => c.Events[0].At).ToList();
        foreach (var (file, _) in ordered)
            given[file.Reference.Value] = file.Reference.Value.StartsWith(Prefix + "-", StringComparison.Ordinal)
                ? CaseReference.Of(file.Type.Prefix, next[file.Type.Prefix] = next.GetValueOrDefault(file.Type.Prefix) + 1) : file.Reference;
        return [.. ordered.Select(c => (c, given[c.File.Reference.Value], (IReadOnlyList<CaseEvent>)[.. c.Events.Select(Renamed)]))];

        CaseEvent Renamed(CaseEvent happened) => happened switch
        {
            CaseFollowed f => f with { Reference = given[f.Reference].Value },
            PatientChanged { Change: LeaveChange leave } p => p with { Change = leave with { Case = given[leave.Case].Value } },
            PatientChanged { Change: VictimWindowChange window } p => p with { Change = window with { Case = given[window.Case].Value } },
            PatientChanged { Change: AbsenceChange absence } p => p with { Change = absence with { Case = given[absence.Case].Value } },
            _ => happened,
        };
    }
}
