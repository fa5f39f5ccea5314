using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Patients;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Documents;

namespace Mhcs.Portal.Data.Seeding;

/// <summary>A report of a hospital or of supervisors about somebody of the invented section. It says of itself that it is invented.</summary>
sealed class InventedReport
{
    const string Invented = "This report is invented, as are everybody and every place in it. It was made with the section that is shown.";

    readonly string _title, _reference, _from;
    readonly IReadOnlyList<(string Term, string Words)> _particulars;
    readonly IReadOnlyList<(string Heading, string Text)> _parts;

    public InventedReport(Want want, CaseReference reference, Patient patient, DateOnly on, Dice dice)
    {
        (_title, _reference, On) = (want.Label, reference.Value, on);
        var post = want == Wants.SocialSupervisorReport ? Supervisor.Social : want.From == Sources.Hospital ? Supervisor.Clinician : Supervisor.Clinical;
        var writer = patient.SupervisorsInPost.FirstOrDefault(s => s.Post == post);
        _from = writer?.Organisation ?? patient.Hospital ?? "Care team";
        _particulars = [("Patient", $"{patient.Forenames} {patient.Surname}, born {FactWords.Day(patient.BornOn)}"), ("Your reference", _reference), ("Date", FactWords.Day(on)), ("Written by", writer is null ? "The care team" : $"{writer.Name}, {post.ToLowerInvariant()}")];
        _parts =
        [
            ("Since the last report", $"{Said(Facts.SettledSpell)} {Said(Facts.Engagement)}"),
            ("Risk", $"{Said(Facts.RiskFactors)} {Said(Facts.LeaveRisk)}"),
            ("Leave and contacts", $"{Said(Facts.TestedLeave)} {Said(Facts.LeaveTaken)}"),
            ("Plan", $"{Said(Facts.LeaveContingency)} The team meets again within three months and writes sooner if anything changes."),
        ];

        string Said(Fact fact) => Sentences.About(fact, dice);
    }

    /// <summary>The day that it bears.</summary>
    public DateOnly On { get; }

    public string Text() => string.Join("\n\n", [_from, _title, string.Join('\n', _particulars.Select(p => $"{p.Term}: {p.Words}")), .. _parts.Select(p => $"{p.Heading}\n{p.Text}"), Invented]) + "\n";

    public byte[] Docx() => DocxParts.Write($"{_title}, {_reference}", _reference,
    [
        DocxParts.Line(_from, "Sender"), DocxParts.Grid([2200, 7098], _particulars, ruled: false), DocxParts.Line(_title, "Title"),
        .. _parts.SelectMany(p => new[] { DocxParts.Line(p.Heading, "Heading1"), DocxParts.Line(p.Text) }), DocxParts.Line(Invented),
    ]);
}
