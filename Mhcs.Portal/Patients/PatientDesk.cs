using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.Feed;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Patients;

/// <summary>The one writer of what is recorded on a patient by hand and not by a case.</summary>
public sealed class PatientDesk(PlainDesk desk)
{
    public Task<PlainOutcome> RecordPpud(string number, string? reference, string? why, PersonId by, CancellationToken ct = default) => desk.Work(by, async (on, writing) =>
    {
        var patient = await writing.Db.Patients.SeenBy(on.By).FirstOrDefaultAsync(p => p.Number == number, ct) ?? throw new RuleBroken(new Refusal("not-found", "There is no such patient for you"));
        var recorded = PpudRecorded.On(patient, reference, why, on);
        writing.Record(new TrailEntry
        {
            Kind = nameof(PpudRecorded), At = on.At, By = on.By.Id, ActingFor = on.By.MayRecordOn(patient).ActingFor, PatientNumber = patient.Number, Team = patient.Team,
            Data = JsonSerializer.Serialize(recorded, EventJson.Options),
        });
        return (patient.Id, new FeedSignal(FeedSignal.Patients, patient.Team));
    }, ct);
}
