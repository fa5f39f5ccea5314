using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Quality;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Documents.Packs;
using Mhcs.Portal.Folders;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Audit;

/// <summary>Who read what, into the trail: restricted files, what is kept of victims, and every document handed out before they are shown, other records a moment later.</summary>
public sealed class SensitiveReads(WriteLane lane, RecordReads records, Occasions occasions)
{
    public const string Restricted = "RestrictedFileRead", Document = "DocumentRead", Case = "CaseRead", OfPatient = "PatientRead", Victim = "VictimRecordRead", Quality = "AssessmentRead", Exported = "CasesExported";

    /// <summary>Readings change nothing: whoever watches for changes passes them over.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Restricted, Document, Case, OfPatient, Victim, Quality, Exported, CasePack.Taken, FolderDesk.Read, FolderDesk.Taken];

    public Task Of(CaseFile file, PersonId by, CancellationToken ct = default) => Once(file.Reference.Value, by, () =>
        file.Type.IsProtected || file.Restricted ? Now(Entry(file.Type.IsProtected ? Victim : Restricted, file.Team, file.PatientNumber, by, new { reference = file.Reference.Value }), ct)
        : records.Add(Entry(Case, file.Team, file.PatientNumber, by, new { reference = file.Reference.Value }), ct));

    /// <param name="team">Team of the patient.</param>
    public Task Of(Victim victim, string team, PersonId by, CancellationToken ct = default) =>
        Once($"victim {victim.Id}", by, () => Now(Entry(Victim, team, victim.PatientNumber, by, new { record = victim.Id }), ct));

    /// <summary>What is kept beside a case about it, read where the case itself is not opened: on the record where the file is restricted.</summary>
    /// <param name="part">Where it was read, such as "contact log".</param>
    public Task OfPart(CaseReference restricted, string team, string? patient, string part, PersonId by, CancellationToken ct = default) =>
        Once($"{restricted} {part}", by, () => Now(Entry(Restricted, team, patient, by, new { reference = restricted.Value, part }), ct));

    /// <param name="patient">Number of the patient of the assessed case.</param>
    public Task Of(Assessment assessment, string? patient, PersonId by, CancellationToken ct = default) =>
        Once($"assessment {assessment.Id}", by, () => Now(Entry(Quality, assessment.Team, patient, by, new { reference = assessment.Reference.Value, assessment = assessment.Id }), ct));

    async Task Once(string what, PersonId by, Func<Task> record)
    {
        if (!records.IsNew(by, what)) return;
        try
        {
            await record();
        }
        catch
        {
            records.Forget(by, what);
            throw;
        }
    }

    public async Task Of(Patient patient, PersonId by, CancellationToken ct = default)
    {
        if (records.IsNew(by, patient.Number)) await records.Add(Entry(OfPatient, patient.Team, patient.Number, by, new { patient = patient.Number }), ct);
    }

    /// <summary>Many at once, as a list to be imported shows them: recorded before they are shown.</summary>
    public async Task Of(IEnumerable<Patient> patients, PersonId by, CancellationToken ct = default)
    {
        List<TrailEntry> read = [.. patients.Where(p => records.IsNew(by, p.Number)).Select(p => Entry(OfPatient, p.Team, p.Number, by, new { patient = p.Number }))];
        if (read.Count == 0) return;
        await lane.Write(writing =>
        {
            writing.Record(read);
            return Task.CompletedTask;
        }, ct);
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
