using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>Some of the reports that hospitals and supervisors sent for open cases, kept as the documents as which they came. Most came on paper.</summary>
/// <param name="folder">Where documents lie.</param>
sealed class SeedDocuments(Dice dice, string folder)
{
    readonly List<(CaseReference Case, Func<int, StoredDocument> Document)> _kept = [];

    /// <summary>What happened to a case, with those documents.</summary>
    public IReadOnlyList<CaseEvent> Added(Played played, CaseReference reference, IReadOnlyList<CaseEvent> events) =>
        played.File is { IsOpen: true, Patient: { } patient } ? [.. events.SelectMany(e => e is PaperReceived came && IsKept(played.File.Type, came) is { } want ? Keep(want, came, reference, patient) : [e])] : events;

    /// <summary>The records of them, once the cases have numbers in the store.</summary>
    public IEnumerable<StoredDocument> Of(IEnumerable<Played> cases)
    {
        var files = cases.ToDictionary(c => c.File.Reference, c => c.File);
        return _kept.Select(k => k.Document(files[k.Case].Id));
    }

    Want? IsKept(CaseType type, PaperReceived came) =>
        type.Wants.First(w => w.Key == came.Paper) is var want && (want.From == Sources.Hospital || want.From == Sources.Supervisors) && dice.Chance(Assumed.KeptAsDocuments) ? want : null;

    CaseEvent[] Keep(Want want, PaperReceived came, CaseReference reference, Patient patient)
    {
        var report = new InventedReport(want, reference, patient, came.On.AddDays(-dice.Between(1, 9)), dice);
        // Plain text is what is copied out of an email; it shows in the browser without being taken away.
        var (extension, type, bytes) = dice.Chance(0.6) ? (".docx", PaperDocx.ContentType, report.Docx()) : (".txt", "text/plain", Encoding.UTF8.GetBytes(report.Text()));
        var (id, name) = (string.Concat(Enumerable.Range(0, 16).Select(_ => dice.Below(256).ToString("x2", CultureInfo.InvariantCulture))), $"{want.Label} {report.On:yyyy-MM-dd}{extension}");
        File.WriteAllBytes(Path.Combine(folder, id), bytes);
        _kept.Add((reference, file => new()
        {
            Id = id, CaseId = file, Name = name, ContentType = type, Size = bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), At = came.At, By = came.By, Category = want.From.Category,
        }));
        return [came with { DocumentId = id }, new DocumentAdded(id, name, bytes.Length) { At = came.At, By = came.By, ActingFor = came.ActingFor }];
    }
}
