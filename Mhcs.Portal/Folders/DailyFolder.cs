using Mhcs.Domain.Cases;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Diary;

namespace Mhcs.Portal.Folders;

/// <summary>Something that happened since the office closed.</summary>
public sealed record OvernightRow(CaseFile File, DateTimeOffset At, string What);

/// <summary>A warrant that this person may sign.</summary>
/// <param name="Missing">Facts that are missing or stale: it can't be signed before they are mended.</param>
public sealed record ToSignRow(CaseFile File, CasePaper Raised, IReadOnlyList<string> Missing);

/// <summary>What a decision maker takes into the day, read at one moment.</summary>
/// <param name="Since">When the office last closed: 5pm on the working day before.</param>
/// <param name="Overnight">Incidents since then: cases that begin with one, and leave suspended.</param>
/// <param name="UrgentInAll">Urgent cases, those too that are not listed.</param>
public sealed record DailyFolder(Occasion On, DateTimeOffset Since, IReadOnlyList<DiaryItem> Diary, IReadOnlyList<DecisionRow> Decisions, IReadOnlyList<CaseFile> Urgent, int UrgentInAll, IReadOnlyList<OvernightRow> Overnight, IReadOnlyList<ToSignRow> ToSign)
{
    /// <summary>Incidents since then, those too that are not listed.</summary>
    public required int OvernightInAll { get; init; }
    /// <summary>Dates missed since then, newest first.</summary>
    public required IReadOnlyList<OvernightRow> Missed { get; init; }
    /// <summary>Dates missed since then, those too that are not listed.</summary>
    public required int MissedInAll { get; init; }
    /// <summary>Cases for decision whose packs the ZIP leaves out.</summary>
    public int WithoutPack => Math.Max(0, Decisions.Count - FolderDesk.MostPacks);
}
