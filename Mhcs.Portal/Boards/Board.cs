using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Boards;

/// <summary>A case as its card shows it. Equal cards look the same, so a card is drawn again only when it is another one.</summary>
/// <param name="Chip">The next date in words; null where none runs.</param>
/// <param name="Live">What has just happened to it: "Moved here 10:38 by you".</param>
/// <param name="Barred">Numbers of the people who can't be given it, with a conflict of interest.</param>
/// <param name="Only">Numbers of the only people who can be given it, where it is restricted.</param>
public sealed record BoardCard(CaseReference Reference, int Version, PersonId? Holder, string Patient, string What, string? Next, DueBand Band, Due? Chip, int Weight,
    bool HighProfile, bool Victims, bool Restricted, string? Live, string? Barred, string? Only);

/// <summary>A card that has left its column since the board was drawn.</summary>
public sealed record GoneCard(CaseReference Reference, string Patient, string What, string Where);

/// <summary>A column: what somebody holds, or what nobody does.</summary>
/// <param name="Line">Under the name: grade, absence or part time.</param>
/// <param name="Away">The line tells of an absence.</param>
/// <param name="Refuses">Why no case at all can be given to them now.</param>
/// <param name="Held">All their cases, whatever the filter.</param>
/// <param name="Cards">The most urgent of those that the filter lets through.</param>
/// <param name="More">How many more it lets through.</param>
public sealed record Caseload(PersonId? Holder, string Name, string Line, bool Away, string? Refuses, Load Load, int Held, int Overdue, int ThisWeek, IReadOnlyList<BoardCard> Cards, int More)
{
    public string Key => Holder?.ToString() ?? "";
}

/// <summary>A set of filters with a name and a count: built in, one's own, or shared with the team.</summary>
public sealed record BoardView(string Name, CaseFilter Filter, int Count, int? SavedId = null, bool Mine = false);

/// <summary>The figures of the summary line.</summary>
public sealed record BoardSums(int Open, int Unassigned, int Overdue, int DueToday, Load Load);

/// <summary>A team's board for one person at one moment.</summary>
/// <param name="Holders">Everybody who has a column, whether the filter shows it or not.</param>
/// <param name="Manages">May move cases between people; otherwise only take an unassigned one.</param>
public sealed record Board(Team Team, DateTimeOffset At, PersonId Me, bool Manages, Caseload Pool, IReadOnlyList<Caseload> People, IReadOnlyDictionary<PersonId, string> Holders, BoardSums Sums, int Shown, string? OldestUnassigned,
    IReadOnlyList<BoardView> Views, IReadOnlyDictionary<CaseReference, Whereabouts> Cases)
{
    public IEnumerable<Caseload> Columns => [Pool, .. People];
    public string NameOf(PersonId? holder) => holder is null ? Pool.Name : Holders.GetValueOrDefault(holder.Value) ?? "somebody else";
}

/// <summary>Version and holder of every case that the person sees on this board, filter or not: what changed is told from it.</summary>
public sealed record Whereabouts(int Version, PersonId? Holder, DueBand Band, Touch? Last);
