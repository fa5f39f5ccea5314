using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Boards;

/// <summary>A proposal for the unassigned cases of a team, with what is needed to show it and to carry it out as it was seen.</summary>
public sealed record Spread(IReadOnlyList<Placing> Placings, IReadOnlyDictionary<CaseReference, string> Patients, IReadOnlyDictionary<CaseReference, int> Versions);

/// <summary>Asks the domain for a fair spread of what the person sees unassigned.</summary>
public sealed class SpreadQuery(BoardQuery boards, Staff staff)
{
    public async Task<Spread> For(PersonId me, string team, CancellationToken ct = default)
    {
        if (await boards.Seen(me, team, ct) is not (var on, var cases)) return new([], new Dictionary<CaseReference, string>(), new Dictionary<CaseReference, int>());
        var held = cases.ToLookup(c => c.Holder);
        var loads = BoardQuery.Holders(await staff.Everyone(ct), cases, team).ToDictionary(p => p, p => new Load(held[p.Id].Sum(c => c.Weight), p.Capacity));
        var free = held[null].ToList();
        return new(FairSpread.Propose(free.Select(c => c.ToPlace()), loads, on.Today), free.ToDictionary(c => c.Reference, c => c.Patient), free.ToDictionary(c => c.Reference, c => c.Version));
    }
}
