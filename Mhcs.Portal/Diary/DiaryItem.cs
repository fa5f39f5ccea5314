using Mhcs.Domain.Deadlines;
using Mhcs.Domain.People;

namespace Mhcs.Portal.Diary;

/// <summary>What an entry of the diary is, with the words for one and for many. Whoever adds a source adds its kind beside it.</summary>
/// <param name="Order">Within a day, after those with a time.</param>
public sealed record DiaryKind(string One, string Many, int Order)
{
    public static readonly DiaryKind Hearing = new("Hearing", "hearings", 1), Meeting = new("Meeting", "meetings", 2), Engagement = new("Engagement", "engagements", 3), Leave = new("Leave", "days of leave", 4),
        BroughtForward = new("Brought forward", "brought forward", 5), Task = new("Task", "tasks", 6), Date = new("Date", "dates", 7), Absence = new("Away", "away", 0);
}

/// <summary>One entry of the diary. A title in words of ours names no patient, for it goes into calendars outside; one in somebody's own words on a case is said otherwise there.</summary>
/// <param name="Key">The same each time it is read: by it a calendar knows it again.</param>
/// <param name="Whose">The people it is an entry of.</param>
public sealed record DiaryItem(string Key, DiaryKind Kind, DateOnly Day, string Title, string? Href, IReadOnlyList<PersonId> Whose)
{
    /// <summary>When it begins and ends, in UTC; null: some time that day.</summary>
    public DateTimeOffset? At { get; init; }
    public DateTimeOffset? Until { get; init; }
    public string? Patient { get; init; }
    /// <summary>What calendars outside are told instead of title and small letters, where those are free text on a case: "Task, R-1042".</summary>
    public string? Outside { get; init; }
    /// <summary>Where, the type of case, the last day: what stands in small letters.</summary>
    public string? More { get; init; }
    /// <summary>The moment from which it is overdue.</summary>
    public DateTimeOffset? OverdueAt { get; init; }
    /// <summary>Does not take place; listed struck through.</summary>
    public bool IsCancelled { get; init; }
    /// <summary>Number of the meeting, where it can be changed in the diary itself.</summary>
    public int? Meeting { get; init; }

    /// <summary>"10am to 11:30am".</summary>
    public string? Hours => At is { } at ? Until is { } until ? $"{Clock(at)} to {Clock(until)}" : Clock(at) : null;

    static string Clock(DateTimeOffset at) => London.Words(TimeOnly.FromDateTime(London.WallClock(at).DateTime));
}
