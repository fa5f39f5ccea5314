using DocumentFormat.OpenXml;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;
using static Mhcs.Portal.Documents.DocxParts;

namespace Mhcs.Portal.Folders;

/// <summary>Writes the daily folder: a cover that says what is in it, then a part for each question of the day.</summary>
static class DailyFolderDocx
{
    static readonly int[] Widths = [3400, PageWidth - 3400];

    /// <param name="beside">What lies beside the document, where it comes in a ZIP, and what does not.</param>
    public static byte[] Write(DailyFolder folder, string who, string? beside = null)
    {
        var day = London.Words(folder.On.Today);
        (string Title, IReadOnlyList<(string, string)> Rows, string Nothing)[] parts =
        [
            ("Today’s diary", [.. folder.Diary.Select(i => (i.Hours ?? i.Kind.One, string.Join("\n", new[] { i.Title, i.Patient, i.More }.OfType<string>())))], "Nothing is in the diary today."),
            ("For decision", [.. folder.Decisions.Select(d => (Case(d.File), $"{string.Join(" or ", d.Decisions.Select(s => s.Label.ToLowerInvariant()))}\n{d.File.State.Label}{Next(d.File)}{(d.ActingFor is { } acting ? $"\n{acting}" : "")}"))], "Nothing waits for your decision."),
            ("Letters to sign", [.. folder.ToSign.Select(t => (Case(t.File), $"{t.Raised.Label}, since {FactWords.Day(London.Day(t.Raised.RaisedAt))}{(t.Missing.Count > 0 ? $"\nNot ready: {string.Join(". ", t.Missing)}" : "")}"))], "Nothing to sign."),
            ($"Incidents since {London.Words(folder.Since)}", Happened(folder.Overnight, folder.OvernightInAll), "No incident."),
            ($"Dates missed since {London.Words(folder.Since)}", Happened(folder.Missed, folder.MissedInAll), "No date was missed."),
            ($"Urgent cases{Of(folder.Urgent.Count, folder.UrgentInAll)}", [.. folder.Urgent.Select(f => (Case(f), $"{f.State.Label}{Next(f)}{(f.HighProfile ? "\nHigh profile" : "")}"))], "No case is overdue or due today."),
        ];
        return DocxParts.Write($"Daily folder, {day}", $"Daily folder, {folder.On.Today:yyyy-MM-dd}",
        [
            Line("Ministry of Justice", "Sender"), Line("Mental Health Casework Section", "SenderUnit"), Line("Daily folder", "Title"),
            Grid(Widths, [("Marking", Marking), ("For", who), ("Day", day), ("Made", FactWords.Moment(folder.On.At)), .. beside is null ? Array.Empty<(string, string)>() : [("Beside it", beside)], ("Handling", "Taken from the record, where it is noted. It grows old from this moment. Keep it as the marking asks, and destroy it at the end of the day.")], ruled: false),
            Line("Contents", "Heading1"), .. parts.Select(p => Item($"{p.Title}: {p.Rows.Count}", DocxStyles.Numbers)),
            .. parts.SelectMany(p => new OpenXmlElement[] { NewPage(p.Title), p.Rows.Count > 0 ? Grid(Widths, p.Rows, ruled: false) : Line(p.Nothing) }),
        ]);
    }

    static IReadOnlyList<(string, string)> Happened(IReadOnlyList<OvernightRow> rows, int inAll) =>
    [
        .. rows.Select(o => (Case(o.File), $"{o.What}\n{FactWords.Moment(o.At)}")),
        .. inAll > rows.Count ? [($"{rows.Count} of {inAll:N0}", "These are the newest. The rest stands in the portal, among the overdue cases and in the trail.")] : Array.Empty<(string, string)>(),
    ];

    static string Of(int listed, int inAll) => inAll > listed ? $", the first {listed} of {inAll}" : "";

    static string Case(CaseFile file) => $"{file.Reference}, {file.Type.Label.ToLowerInvariant()}\n{file.Title}";

    static string Next(CaseFile file) => file is { NextName: { } name, NextDueOn: { } due } ? $"\n{name}, by {FactWords.Day(due)}" : "";
}
