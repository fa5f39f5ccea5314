using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents.Library;
using static Mhcs.Portal.Documents.DocxParts;

namespace Mhcs.Portal.Documents.Packs;

/// <summary>Writes the pack of a case: cover, contents, and the record in the order a reader asks for it. What may distress stands last, under its own heading.</summary>
static class CasePackDocx
{
    static readonly int[] Widths = [3100, PageWidth - 3100];

    /// <param name="path">Where a kept document lies; null where it is gone.</param>
    public static byte[] Write(PackContents pack, string by, TemplateLibrary library, Func<StoredDocument, string?> path)
    {
        var view = pack.View;
        List<(string Title, IReadOnlyList<OpenXmlElement> Body)> parts =
        [
            ("The case and the patient", [Terms(TheCase(view))]),
            ("Facts", List(Facts(view, disturbing: false))),
            ("What was done and decided", List(Steps(view))),
            ("Dates", List(view.File.Deadlines.OrderBy(d => d.StartedAt).Select(d => (d.Name, Date(d))))),
            ("Who has to be told", List(view.File.Notices.Select(n => (n.Label, $"{n.About}. {(n.SentAt is { } at ? $"Told at {FactWords.Moment(at)}, {n.How}" : "Not told yet")}")))),
            ("Papers", [.. view.File.Papers.SelectMany(p => OfPaper(p, view, library, path))]),
            ("Notes", List(pack.Notes.Select(n => ($"{FactWords.Moment(n.At)}, {view.Who(n.By)}", n.Text)))),
            ("Documents", List(pack.Documents.Select(d => (d.Version == 1 ? d.Name : $"{d.Name}, version {d.Version}", $"{FactWords.Moment(d.At)}, {view.Who(d.By)}, {Math.Max(1, d.Size / 1024):N0} KB")))),
            ("Descriptions that may distress", List(Facts(view, disturbing: true).Concat(view.File.Patient?.IndexOffence is { } offence ? [("Index offence", offence)] : []))),
        ];
        return DocxParts.Write($"Case pack, {view.File.Reference}", view.File.Reference.Value,
        [
            .. Cover(pack, by), Line("Contents", "Heading1"), .. parts.Select(p => Item(p.Title, DocxStyles.Numbers)),
            .. parts.SelectMany(p => new OpenXmlElement[] { NewPage(p.Title) }.Concat(p.Body)),
        ]);
    }

    static IEnumerable<OpenXmlElement> Cover(PackContents pack, string by) =>
    [
        Line("Ministry of Justice", "Sender"), Line("Mental Health Casework Section", "SenderUnit"),
        Line($"Case pack: {pack.View.File.Reference}", "Title"),
        Terms([
            ("Marking", Marking), ("About", pack.View.File.PatientNumber is { } number ? $"{pack.View.File.Title}, {number}" : pack.View.File.Title), ("Kind of case", pack.View.File.Type.Label), ("State", pack.View.File.State.Label),
            ("Made for", by), ("Made", FactWords.Moment(pack.View.On.At)), ("Record as of", $"Version {pack.View.File.Version} of the case"),
            ("Handling", "Taken from the record, where it is noted who took it and when. It grows old from this moment: look at the case before you rely on it. Keep it as the marking asks, and destroy it when you have done."),
            .. pack.View.File.Restricted ? [("Restricted", "For the people named on the file alone")] : Array.Empty<(string, string)>(),
        ]),
    ];

    static IReadOnlyList<(string, string)> TheCase(CaseView view)
    {
        var file = view.File;
        return
        [
            ("Reference", file.Reference.Value), ("Kind", file.Type.Label), ("About", file.Title), ("State", $"{file.State.Label}, since {FactWords.Moment(file.StateSince)}"), ("Received", FactWords.Day(file.ReceivedOn)),
            ("Owner", file.AssigneeId is { } owner ? view.Who(owner) : "Nobody yet"), ("Team", file.Team), .. file.Patient is { } patient ? ThePatient(patient) : [], ("Law", file.Type.Law),
        ];
    }

    static IEnumerable<(string, string)> ThePatient(Patient patient)
    {
        yield return ("Patient", $"{patient.Forenames} {patient.Surname}, {patient.Number}");
        yield return ("Born", FactWords.Day(patient.BornOn));
        yield return ("Legal status", patient.Category.Label);
        if (patient.Hospital is { } hospital) yield return ("Hospital", hospital);
        if (patient.Residence is { } home) yield return ("Residence", home);
        if (patient.PpudReference is { } ppud) yield return ("PPUD", ppud);
        if (patient.MappaLevel is { } level) yield return ("MAPPA", $"Level {level}");
        yield return ("High profile", patient.HighProfile ? "Yes" : "No");
        yield return ("Victim contact scheme", patient.VictimScheme ? "Yes" : "No");
    }

    static IEnumerable<(string, string)> Facts(CaseView view, bool disturbing) =>
        from fact in view.File.Type.AllFacts
        where fact.IsDisturbing == disturbing
        let entry = view.File.Facts.Entry(fact)
        where entry is not null
        select (fact.Label, $"{FactWords.Of(fact, entry.Value)}{(view.File.Facts.IsStale(fact, view.On.Today) ? " (stale)" : "")}\n{view.Who(entry.By)}, {FactWords.Moment(entry.At)}");

    static IEnumerable<(string, string)> Steps(CaseView view) =>
        from happening in view.Backbone
        let e = happening.Event
        where e is CaseOpened or StepTaken
        let decision = e is StepTaken t && view.File.Type.Moves.Any(m => m.Step.Code == t.Step && m.From.Code == t.From && m.By.IsDecision)
        select ($"{FactWords.Moment(e.At)}{(decision ? ", decision" : "")}", $"{EventWords.Of(e, view)}\n{view.Who(e)}{(e is StepTaken { Note: { Length: > 0 } note } ? $"\n{note}" : "")}");

    static string Date(Deadline d) => $"{(d.IsRunning ? $"By {FactWords.Day(d.InternalDue)}, last day {FactWords.Day(d.LastDay)}" : d.MetAt is { } met ? $"Done on {FactWords.Day(London.Day(met))}, due {FactWords.Day(d.LastDay)}" : $"Ended; was due {FactWords.Day(d.LastDay)}")}{(d.MissedAt is null ? "" : ". Missed")}{(d.IsPaused ? ". Paused" : "")}";

    static IEnumerable<OpenXmlElement> OfPaper(CasePaper raised, CaseView view, TemplateLibrary library, Func<StoredDocument, string?> path)
    {
        var paper = Mhcs.Domain.CaseTypes.Papers.Get(raised.Paper);
        yield return Line($"{raised.Label}{(raised.Version == 0 ? ", not issued" : $", issue {raised.Version}, {FactWords.Day(London.Day(raised.IssuedAt!.Value))}")}", "Heading1");
        if (raised.SignedAt is { } at && raised.SignedBy is { } signer) yield return Line($"Signed by {view.Who(signer)}, {FactWords.Moment(at)}.");
        if (raised.IsOnPaper) yield return Line("It was issued on paper, and no text of it is kept.");
        else if (raised.Version == 0)
            foreach (var element in PaperDocx.Body(MergeFields.Filled(library.Of(paper).Template, paper, view.File, view.On.Today), DocumentDesk.Head(view, raised, 1).Signature)) yield return element;
        else if (view.Documents.FirstOrDefault(d => d.Id == raised.KeptDocument) is { } kept && path(kept) is { } there)
            foreach (var line in TextOf(there)) yield return Line(line);
        else yield return Line("Its document is not in the store.");
    }

    /// <summary>What an issued paper said, paragraph by paragraph, from the document that went out.</summary>
    static IReadOnlyList<string> TextOf(string path)
    {
        using var word = WordprocessingDocument.Open(path, isEditable: false);
        return [.. word.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0)];
    }

    static Table Terms(IReadOnlyList<(string, string)> rows) => Grid(Widths, rows, ruled: false);

    static IReadOnlyList<OpenXmlElement> List(IEnumerable<(string, string)> rows) => rows.ToList() is { Count: > 0 } some ? [Terms(some)] : [Line("Nothing is recorded.")];
}
