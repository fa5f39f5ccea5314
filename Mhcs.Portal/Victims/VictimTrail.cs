using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.Victims;

/// <summary>Acts on victims' records as the trail keeps them: which record and which fields, never what stands in them, since the trail has other readers.</summary>
static class VictimTrail
{
    public const string Recorded = "VictimRecorded", TakenUp = "VictimTakenUp", Named = "VictimLiaisonNamed", NoLongerNamed = "VictimLiaisonNoLongerNamed";

    public static TrailEntry Of(string kind, Victim victim, Patient patient, Occasion on, IReadOnlyList<string>? fields = null) => new()
    {
        Kind = kind, Team = patient.Team, PatientNumber = patient.Number, By = on.By.Id, At = on.At, Data = JsonSerializer.Serialize(new { record = victim.Id, fields }, EventJson.Options),
    };

    public static TrailEntry Of(Person person, Occasion on) => new()
    {
        Kind = person.LiaisesWithVictims ? Named : NoLongerNamed, Team = person.Team, By = on.By.Id, ActingFor = on.By.MayNameForVictims(person).ActingFor, At = on.At,
        Data = JsonSerializer.Serialize(new { person = person.UserName }, EventJson.Options),
    };
}
