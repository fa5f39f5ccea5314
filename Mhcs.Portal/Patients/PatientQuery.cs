using Mhcs.Domain.Cases;
using Mhcs.Domain.CaseTypes;
using Mhcs.Domain.Deadlines;
using Mhcs.Domain.Patients;
using Mhcs.Domain.People;
using Mhcs.Domain.Workflow;
using Mhcs.Portal.Audit;
using Mhcs.Portal.Cases;
using Mhcs.Portal.Data;
using Mhcs.Portal.People;
using Microsoft.EntityFrameworkCore;

namespace Mhcs.Portal.Patients;

/// <summary>One of the patient's cases, as the patient's page draws it.</summary>
public sealed record PatientCase(CaseReference Reference, string TypeKey, string StateCode, DateOnly ReceivedOn, DateTimeOffset? ClosedAt, DateOnly? NextDueOn, DateTimeOffset? NextOverdueAt, string? NextName, PersonId? AssigneeId)
{
    public string? Owner { get; init; }
    public CaseType Type => AllCaseTypes.Get(TypeKey);
    public string State => Type.State(StateCode).Label;
    public DateOnly? ClosedOn => ClosedAt is { } at ? London.Day(at) : null;
    public bool IsOpen => ClosedAt is null;
}

/// <summary>A patient's record with the cases this person may see, newest first.</summary>
public sealed record PatientView(Patient Patient, Team? Team, IReadOnlyList<PatientCase> Cases, OwnApplication? Application, DateTimeOffset At)
{
    /// <summary>By when we must refer the patient to the tribunal; null where the law sets no day.</summary>
    public ReferenceDuty? Duty { get; init; }
    /// <summary>By when the clinician has to report; null where the patient is not detained.</summary>
    public ReportDuty? Report { get; init; }
    /// <summary>When the case of the release date opens by itself; null where there is no date.</summary>
    public DateOnly? ReleaseOpensOn { get; init; }
    /// <summary>Numbers of the victims' records; empty for whom none exists.</summary>
    public IReadOnlyList<int> VictimRecords { get; init; } = [];
    public DateOnly Today => London.Day(At);
    public IEnumerable<PatientCase> Open => Cases.Where(c => c.IsOpen);
    public PatientCase? Next => Open.Where(c => c.NextDueOn is not null).MinBy(c => c.NextDueOn);
    public bool HasConditions => Patient.Conditions.Count > 0 || Patient.Category.IsConditionallyDischarged;
    public bool WasRecalled => OwnApplication.WasRecalled(Patient);
}

/// <summary>Reads one patient. What stands in the victims' part is never read here, only where it is.</summary>
public sealed class PatientQuery(IDbContextFactory<PortalDb> dbs, Staff staff, ReferenceData reference, SensitiveReads reads, TimeProvider clock)
{
    /// <summary>Null where there is no such patient for this person.</summary>
    public async Task<PatientView?> For(PersonId me, string number, CancellationToken ct = default)
    {
        if (await staff.Actor(me, ct) is not { } actor) return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Patients.AsNoTracking().SeenBy(actor).FirstOrDefaultAsync(p => p.Number == number, ct) is not { } patient) return null;
        await reads.Of(patient, me, ct);
        var cases = await db.Cases.AsNoTracking().SeenBy(actor).Where(c => c.PatientNumber == number).OrderByDescending(c => c.ReceivedOn).ThenByDescending(c => c.Id)
            .Select(c => new PatientCase(c.Reference, c.TypeKey, c.StateCode, c.ReceivedOn, c.ClosedAt, c.NextDueOn, c.NextOverdueAt, c.NextName, c.AssigneeId)).ToListAsync(ct);
        var people = await staff.Everyone(ct);
        var now = clock.GetUtcNow();
        return new(patient, reference.Book.Teams.Find(patient.Team), cases.ConvertAll(c => c.AssigneeId is { } id ? c with { Owner = people.GetValueOrDefault(id)?.Name } : c),
            OwnApplication.Of(patient, London.Day(now), reference.Book), now)
        {
            VictimRecords = actor.MayReadVictimsOf(patient.Team) ? await db.Victims.Where(v => v.PatientNumber == number).OrderBy(v => v.Id).Select(v => v.Id).ToListAsync(ct) : [],
            Duty = ReferenceDuty.Of(patient, London.Day(now), reference.Book),
            Report = ReportDuty.Of(patient.Category, patient.CategorySince, patient.LastReportOn, London.Day(now), reference.Book),
            ReleaseOpensOn = patient.ReleaseDate is { } release ? Endings.ReleaseDates.OpensOn(release, reference.Book) : null,
        };
    }
}
