using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Domain.Workload;
using Mhcs.Portal.Cases;

namespace Mhcs.Portal.Boards;

/// <summary>A case as its card shows it. Equal cards look the same, so a card is drawn again only when it is another one.</summary>
/// <param name="Chip">The next date in words; null where none runs.</param>
/// <param name="News">What has just happened to it.</param>
/// <param name="Barred">Numbers of the people who can't be given it, with a conflict of interest.</param>
/// <param name="Only">Numbers of the only people who can be given it, where it is restricted.</param>
public sealed record BoardCard(CaseReference Reference, int Version, PersonId? Holder, string Patient, string What, string? Next, DueBand Band, Due? Chip, int Weight,
    bool HighProfile, bool Victims, bool Restricted, CardNews? News, string? Barred, string? Only)
{
    // Made once for all screens rather than on each.
    public string Href { get; } = $"/cases/{Reference}";
    public string TickLabel { get; } = $"Tick {Reference}";

    /// <summary>What a reader of the screen hears after the word of its button.</summary>
    public string Spoken { get; } = $" {Reference}, {Patient}";
}

/// <summary>What has just happened to a case, and who did it: "Moved here 10:38 by you".</summary>
/// <param name="By">Null where nobody is named.</param>
public sealed record CardNews(string What, PersonId? By = null, string? Name = null)
{
    public string For(PersonId me) => By is null ? What : What + (By == me ? "you" : Name);
}

/// <summary>A card that has left its column since the board was drawn.</summary>
public sealed record GoneCard(CaseReference Reference, string Patient, string What, string Where, DateTimeOffset At);

/// <summary>A column: what somebody holds, or what nobody does.</summary>
/// <param name="Line">Under the name: grade, absence or part time.</param>
/// <param name="Away">The line tells of an absence.</param>
/// <param name="Refuses">Why no case at all can be given to them now, whoever gives it.</param>
/// <param name="Held">All their cases, whatever the filter.</param>
/// <param name="Cards">The most urgent of those that the filter lets through.</param>
/// <param name="More">How many more it lets through.</param>
public sealed record Caseload(PersonId? Holder, string Name, string Line, bool Away, string? Refuses, Load Load, int Held, int Overdue, int ThisWeek, IReadOnlyList<BoardCard> Cards, int More)
{
    public string Key { get; } = Holder?.ToString() ?? "";

    /// <summary>Whether it looks the same.</summary>
    public bool Equals(Caseload? other) => ReferenceEquals(this, other) || (other is not null
        && (Holder, Name, Line, Away, Refuses, Load, Held) == (other.Holder, other.Name, other.Line, other.Away, other.Refuses, other.Load, other.Held)
        && (Overdue, ThisWeek, More) == (other.Overdue, other.ThisWeek, other.More) && Cards.SequenceEqual(other.Cards));

    public override int GetHashCode() => HashCode.Combine(Holder, Held, Load);
}

/// <summary>A set of filters with a name and a count: built in, one's own, or shared with the team.</summary>
public sealed record BoardView(string Name, CaseFilter Filter, int Count, int? SavedId = null, bool Mine = false)
{
    public string Href { get; } = BoardFilters.Address(Filter);

    /// <summary>Whether it looks the same.</summary>
    public bool Equals(BoardView? other) => other is not null && (Name, Href, Count, SavedId, Mine) == (other.Name, other.Href, other.Count, other.SavedId, other.Mine);

    public override int GetHashCode() => HashCode.Combine(Name, Count, SavedId);
}

/// <summary>The figures of the summary line.</summary>
public sealed record BoardSums(int Open, int Unassigned, int Overdue, int DueToday, Load Load);

/// <summary>A team's board for one person at one moment: the picture that everybody of the same sight shares, and what is this person's own.</summary>
/// <param name="Manages">May move cases between people; otherwise only take an unassigned one.</param>
public sealed record Board(BoardPicture Picture, PersonId Me, bool Manages, DateTimeOffset At, IReadOnlyList<BoardView> Views)
{
    public Team Team => Picture.Team;
    public Caseload Pool => Picture.Pool;
    public IReadOnlyList<Caseload> People => Picture.People;
    public IReadOnlyList<Caseload> Columns => Picture.Columns;

    /// <summary>Everybody who has a column, whether the filter shows it or not.</summary>
    public IReadOnlyDictionary<PersonId, string> Holders => Picture.Holders;
    public BoardSums Sums => Picture.Sums;
    public int Shown => Picture.Shown;
    public string? OldestUnassigned => Picture.OldestUnassigned;
    public IReadOnlyDictionary<CaseReference, Whereabouts> Cases => Picture.Cases;

    public string NameOf(PersonId? holder) => holder is null ? Pool.Name : Holders.GetValueOrDefault(holder.Value) ?? "somebody else";

    /// <summary>Why this person can't put a case into the column, whatever the case.</summary>
    public string? Refuses(Caseload column) =>
        Manages || column.Holder == Me ? column.Refuses
        : column.Holder is null ? "Only a team manager puts cases back"
        : "Only a team manager gives cases to others";
}

/// <summary>Version and holder of every case that the person sees on this board, filter or not: what changed is told from it.</summary>
public sealed record Whereabouts(int Version, PersonId? Holder, DueBand Band, Touch? Last);
