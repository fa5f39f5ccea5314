using Mhcs.Domain.Briefings;
using Mhcs.Domain.Deadlines;
using Mhcs.Portal.Cases;
using static Mhcs.Portal.Documents.DocxParts;

namespace Mhcs.Portal.Briefings;

/// <summary>Writes a cleared briefing as a Word document, with who wrote and cleared it and how long it may be relied on.</summary>
static class BriefingDocx
{
    public static byte[] Write(Briefing briefing, CaseView view) => Documents.DocxParts.Write($"{briefing.Label}, {view.File.Reference}", view.File.Reference.Value,
    [
        Line("Ministry of Justice", "Sender"), Line("Mental Health Casework Section", "SenderUnit"),
        Grid([2600, PageWidth - 2600],
        [
            ("Our reference", view.File.Reference.Value), ("About", view.File.Title), ("Written by", $"{view.Who(briefing.WrittenBy)}, {FactWords.Moment(briefing.WrittenAt)}"),
            ("Cleared by", briefing is { ClearedBy: { } by, ClearedAt: { } at } ? $"{view.Who(by)}, {FactWords.Moment(at)}" : "Nobody"), ("Facts as of", FactWords.Moment(briefing.FactsAsOf)),
            ("Rely on it until", London.Words(briefing.FreshUntil)), ("Version", $"{briefing.Version}, template {BriefingTemplate.Version}"),
        ], ruled: false),
        Line(briefing.Label, "Title"),
        .. briefing.Sections.SelectMany(s => new[] { Line(s.Title, "Heading1"), Line(s.Text) }),
    ], $"template {BriefingTemplate.Version}");
}
