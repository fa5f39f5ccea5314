using System.Collections.Concurrent;
using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;

namespace Mhcs.Portal.Audit;

/// <summary>Who read what is sensitive, into the trail before it is shown: restricted files, what is kept of victims, and every document handed out. What can't be recorded isn't shown.</summary>
public sealed class SensitiveReads(WriteLane lane, Occasions occasions, TimeProvider clock)
{
    public const string Restricted = "RestrictedFileRead", Document = "DocumentRead", Victim = "VictimRecordRead";

    // An open screen reads its file at every change: that is one reading of it.
    static readonly TimeSpan OneReading = TimeSpan.FromMinutes(15);
    readonly ConcurrentDictionary<(PersonId, string), long> _lately = [];

    public async Task Of(CaseFile file, PersonId by, CancellationToken ct = default)
    {
        if (!file.Restricted && !file.Type.IsProtected) return;
        await Once(file.Reference.Value, by, () => Record(file.Type.IsProtected ? Victim : Restricted, file.Team, file.PatientNumber, by, new { reference = file.Reference.Value }, ct));
    }

    /// <param name="team">Team of the patient.</param>
    public Task Of(Victim victim, string team, PersonId by, CancellationToken ct = default) =>
        Once($"victim {victim.Id}", by, () => Record(Victim, team, victim.PatientNumber, by, new { record = victim.Id }, ct));

    async Task Once(string what, PersonId by, Func<Task> record)
    {
        if (_lately.TryGetValue((by, what), out var at) && clock.GetElapsedTime(at) < OneReading) return;
        await record();
        _lately[(by, what)] = clock.GetTimestamp();
    }

    public Task Of(StoredDocument document, CaseFile file, PersonId by, CancellationToken ct = default) =>
        Record(Document, file.Team, file.PatientNumber, by, new { reference = file.Reference.Value, document = document.Id }, ct);

    // Named in the data and not linked to the case: reading is no event of the case, and moves no screen.
    Task Record(string kind, string team, string patient, PersonId by, object data, CancellationToken ct) => lane.Write(writing =>
    {
        writing.Record(new TrailEntry { Kind = kind, By = by, At = occasions.Now, Team = team, PatientNumber = patient, Data = JsonSerializer.Serialize(data, EventJson.Options) });
        return Task.CompletedTask;
    }, ct);
}
