using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Audit;

/// <summary>Who read what, into the trail: restricted files and every document handed out before they are shown, other records a moment later.</summary>
public sealed class SensitiveReads(WriteLane lane, RecordReads records, Occasions occasions)
{
    public const string Restricted = "RestrictedFileRead", Document = "DocumentRead", Case = "CaseRead", OfPatient = "PatientRead";

    /// <summary>Readings change nothing: whoever watches for changes passes them over.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Restricted, Document, Case, OfPatient];

    public async Task Of(CaseFile file, PersonId by, CancellationToken ct = default)
    {
        if (!records.IsNew(by, file.Reference.Value)) return;
        try
        {
            if (file.Restricted) await Now(Entry(Restricted, file.Team, file.PatientNumber, by, new { reference = file.Reference.Value }), ct);
            else await records.Add(Entry(Case, file.Team, file.PatientNumber, by, new { reference = file.Reference.Value }), ct);
        }
        catch
        {
            records.Forget(by, file.Reference.Value);
            throw;
        }
    }

    public async Task Of(Patient patient, PersonId by, CancellationToken ct = default)
    {
        if (records.IsNew(by, patient.Number)) await records.Add(Entry(OfPatient, patient.Team, patient.Number, by, new { patient = patient.Number }), ct);
    }

    public Task Of(StoredDocument document, CaseFile file, PersonId by, CancellationToken ct = default) =>
        Now(Entry(Document, file.Team, file.PatientNumber, by, new { reference = file.Reference.Value, document = document.Id }), ct);

    // Named in the data and not linked to the case: reading is no event of the case, and moves no screen.
    TrailEntry Entry(string kind, string team, string? patient, PersonId by, object data) =>
        new() { Kind = kind, By = by, At = occasions.Now, Team = team, PatientNumber = patient, Data = JsonSerializer.Serialize(data, EventJson.Options) };

    Task Now(TrailEntry entry, CancellationToken ct) => lane.Write(writing =>
    {
        writing.Record(entry);
        return Task.CompletedTask;
    }, ct);
}
