using System.Text.Json;
using Mhcs.Domain.Cases;
using Mhcs.Domain.People;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Data;

namespace Mhcs.Portal.People;

/// <summary>Absences and cover as the trail keeps them.</summary>
public static class CoverTrail
{
    public const string AbsenceRecorded = "AbsenceRecorded", AbsenceEnded = "AbsenceEnded", AbsenceCancelled = "AbsenceCancelled",
        CoverRecorded = "CoverRecorded", CoverEnded = "CoverEnded", CoverCancelled = "CoverCancelled";

    /// <summary>What changes how much a team can carry.</summary>
    public static readonly IReadOnlyList<string> Kinds = [AbsenceRecorded, AbsenceEnded, AbsenceCancelled, CoverRecorded, CoverEnded, CoverCancelled];

    public static TrailEntry Of(string kind, Absence absence, Person away, Occasion on) =>
        Entry(kind, away, on.By.MayRecordAbsenceOf(away).ActingFor, new { absence.Id, person = away.UserName, absence.From, absence.To, absence.Reason }, on);

    public static TrailEntry Of(string kind, Cover cover, Person deputy, Person lender, Occasion on) =>
        Entry(kind, lender, on.By.MayLendPostOf(lender).ActingFor, new { cover.Id, person = deputy.UserName, actsFor = lender.UserName, role = lender.Grade.ToString(), team = lender.Team, cover.From, cover.To, cover.Reason }, on);

    static TrailEntry Entry(string kind, Person about, PersonId? actingFor, object what, Occasion on) =>
        new() { Kind = kind, Team = about.Team, By = on.By.Id, ActingFor = actingFor, At = on.At, Data = JsonSerializer.Serialize(what, EventJson.Options) };
}
